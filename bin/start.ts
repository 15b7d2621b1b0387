import { createServer } from "node:net";
import { type Config, readConfig } from "#app/lib/config.server.ts";
import { prepareDatabase } from "./steps/prepare-database.ts";
import { buildWhenStale } from "./steps/build.ts";
import { OperatorError, runCommand, say } from "./steps/command.ts";
import { prepareDataFolder } from "./steps/data-folder.ts";
import { openDatabase } from "./steps/database.ts";
import { stopOnSignal } from "./steps/stop-on-signal.ts";

await runCommand(async () => {
  process.env.NODE_ENV ??= "production";
  if (process.env.NODE_ENV === "") process.env.NODE_ENV = "production";
  const config = readConfig();
  if (config.process !== "worker") await checkPortFree(config);
  prepareDataFolder(config.dataDir);
  buildWhenStale();
  const database = await openDatabase(config);
  try {
    const greeting = await prepareDatabase(database, config);
    const { startPortal } = await import("../server.ts");
    const portal = await startPortal({ config, databaseUrl: database.url });
    stopOnSignal(async () => {
      await portal.close();
      await database.release();
    });
    if (portal.url) say(`\n  ${config.publicUrl.href}\n${greeting}\n  Ctrl-C stops the portal.\n`);
    else say("The worker runs. Ctrl-C stops it.");
  } catch (error) {
    await database.release();
    throw error;
  }
});

/** Found out before anything is started, so that a second start by mistake changes nothing. */
function checkPortFree({ host, port }: Config): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE" ? "is already in use" : `cannot be used (${error.code})`;
      taken(
        new OperatorError(
          `Port ${port} on ${host} ${reason}: stop the other program or set PORT to another number.`,
        ),
      );
    });
    probe.listen({ host, port }, () => probe.close(() => free()));
  });
}
