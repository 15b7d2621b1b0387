import { spawn } from "node:child_process";
import type { ServerBuild } from "@remix-run/node";
import type { ViteDevServer } from "vite";
import { type Config, readConfig } from "#app/lib/config.server.ts";
import { listen } from "#server/listen.ts";
import { runCommand, say } from "./steps/command.ts";
import { prepareDataFolder } from "./steps/data-folder.ts";
import { openDatabase } from "./steps/database.ts";
import { type OpenedThings, openedThings } from "./steps/opened-things.ts";
import { prepareDatabase } from "./steps/prepare-database.ts";
import { isStopping, stopOnSignal } from "./steps/stop-on-signal.ts";

await runCommand(async () => {
  process.env.NODE_ENV = "development";
  process.env.LOG_LEVEL ||= "warn";
  const things = openedThings();
  stopOnSignal(things.close);
  try {
    await startDevelopment(things);
  } catch (error) {
    await things.close();
    throw error;
  }
});

/** The portal with reloading code, and an inbox that catches every mail it sends. */
async function startDevelopment(things: OpenedThings): Promise<void> {
  const inbox = await openInbox(things);
  const config = readConfig();
  const probe = await listen(() => {}, config);
  await probe.close(0);
  prepareDataFolder(config.dataDir);
  const database = await things.open(openDatabase(config), (opened) => opened.release());
  const greeting = await prepareDatabase(database, config);
  const vite = await things.open(startVite(), (server) => server.close());
  const { startPortal } = await import("../server.ts");
  await things.open(
    startPortal({
      config,
      databaseUrl: database.url,
      viteMiddleware: vite.middlewares,
      build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
    }),
    (portal) => portal.close(),
  );
  announce(config, greeting, inbox);
}

/** Mails go to an inbox of this run unless the settings name a server. */
async function openInbox(things: OpenedThings): Promise<string | undefined> {
  if (process.env.SMTP_URL) return undefined;
  const { startMaildev } = await import("./dev-mail.ts");
  const mail = await things.open(startMaildev(), (started) => started.stop());
  process.env.SMTP_URL = mail.smtpUrl;
  return mail.inboxUrl;
}

async function startVite(): Promise<ViteDevServer> {
  const { createLogger, createServer } = await import("vite");
  const logger = createLogger();
  return createServer({
    // Ctrl-C reaches Vite's helper programs too; that it misses them is no news.
    customLogger: {
      ...logger,
      error: (message, options) => {
        if (!isStopping()) logger.error(message, options);
      },
    },
    // Two checkouts may be developed side by side, so no fixed port.
    server: { middlewareMode: true, hmr: { port: await freePort() } },
    appType: "custom",
  });
}

async function freePort(): Promise<number> {
  const probe = await listen(() => {}, { host: "127.0.0.1", port: 0 });
  await probe.close(0);
  return Number(new URL(probe.url).port);
}

function announce({ publicUrl }: Config, greeting: string, inbox: string | undefined): void {
  say(`\n  ${publicUrl.href}\n${greeting}`);
  if (inbox) {
    say(`  Mails that the portal sends: ${inbox}\n`);
    openInBrowser(inbox);
  }
  say("  Ctrl-C stops the portal.\n");
}

/** Opens a page where there is a desktop to open it on; elsewhere its printed address has to do. */
function openInBrowser(url: string): void {
  const hasDesktop =
    process.platform === "darwin" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasDesktop || !process.stderr.isTTY) return;
  const opener = process.platform === "darwin" ? "open" : "xdg-open";
  const child = spawn(opener, [url], { stdio: "ignore", detached: true });
  child.once("error", () => {});
  child.unref();
}
