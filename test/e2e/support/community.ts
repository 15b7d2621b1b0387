import { rmSync } from "node:fs";
import { buildWhenStale } from "#bin/steps/build.ts";
import { NODE, runProgram } from "#bin/steps/programs.ts";
import { useEmbeddedServer } from "#db/embedded/server.ts";
import { createDatabase } from "#test/support/cluster.ts";
import {
  removeAbandonedDataFolders,
  temporaryDataFolder,
} from "#test/support/temporary-data-folder.ts";
import { DATA_FOLDER, EMPTY, FILLED, SERVER_URL } from "./databases.ts";

/**
 * One PostgreSQL for the whole run, with an empty portal and the demo community as templates that
 * each worker clones, and the build that all portals serve.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  // Playwright ends in good order on the one signal, and at once on the other.
  process.once("SIGTERM", () => process.kill(process.pid, "SIGINT"));
  removeAbandonedDataFolders();
  const dataDir = temporaryDataFolder();
  const server = await useEmbeddedServer({ dataDir, durable: false });
  const tearDown = async () => {
    await server.release();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    process.env[SERVER_URL] = server.url;
    process.env[DATA_FOLDER] = dataDir;
    await Promise.all([buildWhenStale(), fillTemplates(server.url)]);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}

async function fillTemplates(serverUrl: string): Promise<void> {
  const empty = await createDatabase(serverUrl, EMPTY);
  await prepare(empty, "migrate");
  await prepare(await createDatabase(serverUrl, FILLED, EMPTY), "seed");
}

/** In a process of its own: rendering the seed's Markdown needs threads that run TypeScript. */
async function prepare(databaseUrl: string, what: "migrate" | "seed"): Promise<void> {
  const { code, output } = await runProgram(NODE, ["test/e2e/support/prepare.ts", what], {
    env: { DATABASE_URL: databaseUrl },
    quiet: true,
  });
  if (code !== 0) throw new Error(output);
}
