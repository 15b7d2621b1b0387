import { type Config, readConfig } from "#app/lib/config.server.ts";
import { listen } from "#server/listen.ts";
import { buildWhenStale } from "./steps/build.ts";
import { runCommand, say } from "./steps/command.ts";
import { prepareDataFolder } from "./steps/data-folder.ts";
import { openDatabase } from "./steps/database.ts";
import { openedThings } from "./steps/opened-things.ts";
import { stopPrograms } from "./steps/programs.ts";
import { isStopping, stopOnSignal } from "./steps/stop-on-signal.ts";

await runCommand(async () => {
  process.env.NODE_ENV ||= "production";
  const config = readConfig();
  if (config.process !== "worker") await checkPortFree(config);
  prepareDataFolder(config.dataDir);
  const things = openedThings();
  stopOnSignal(async () => {
    await stopPrograms();
    await things.close();
  });
  try {
    const database = await things.open(openDatabase(config), (opened) => opened.release());
    await buildWhenStale();
    // Loaded late, so that a start that is refused is refused at once.
    const { prepareDatabase } = await import("./steps/prepare-database.ts");
    const greeting = await prepareDatabase(database, config);
    const { startPortal } = await import("../server.ts");
    const portal = await things.open(
      startPortal({ config, databaseUrl: database.url }),
      (started) => started.close(),
    );
    if (isStopping()) return;
    if (portal.url) say(`\n  ${config.publicUrl.href}\n${greeting}\n  Ctrl-C stops the portal.\n`);
    else say("The worker runs. Ctrl-C stops it.");
  } catch (error) {
    await things.close();
    throw error;
  }
});

/** Found out before anything is started, so that a second start by mistake changes nothing. */
async function checkPortFree({ host, port }: Config): Promise<void> {
  const probe = await listen(() => {}, { host, port });
  await probe.close(0);
}
