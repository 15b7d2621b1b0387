import pino from "pino";
import { issueSetupCode } from "#app/auth/setup.server.ts";
import { readConfig } from "#app/lib/config.server.ts";
import { connect } from "#db/client.server.ts";
import { startPortal } from "../../../server.ts";

/**
 * A portal in a process of its own, from the settings in the environment. The first line it prints
 * says that it is ready; it ends when whoever started it closes its stdin, or dies.
 */
const config = readConfig();
const databaseUrl = config.databaseUrl ?? "";
const { db, close } = connect(databaseUrl, { maxConnections: 1 });
const setupCode = await issueSetupCode(db, { now: new Date() });
await close();
// Logs go to stderr, where the tests read them.
const logger = pino({ level: config.logLevel }, pino.destination(2));
const portal = await startPortal({ config, databaseUrl, logger });
process.stdout.write(`${JSON.stringify({ setupCode })}\n`);
process.stdin.resume().once("end", async () => {
  await portal.close();
  process.exit(0);
});
