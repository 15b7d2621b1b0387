import { rmSync } from "node:fs";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { useEmbeddedServer } from "#db/embedded/server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { removeAbandonedDataFolders, temporaryDataFolder } from "./temporary-data-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    serverUrl: string;
  }
}

export const TEMPLATE = "template_portal";

/** One PostgreSQL for the whole run, with a migrated database that each worker clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeAbandonedDataFolders();
  const dataDir = temporaryDataFolder();
  const server = await useEmbeddedServer({ dataDir, durable: false });
  await createDatabase(server.url, TEMPLATE);
  await migrateDatabase(databaseUrl(server.url, TEMPLATE));
  project.provide("serverUrl", server.url);
  return async () => {
    await server.release();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Makes a database of our own naming, empty or as a clone of another. */
export async function createDatabase(
  serverUrl: string,
  name: string,
  template?: string,
): Promise<string> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    // Cloning needs the template to itself for a moment: workers take turns.
    await sql`select pg_advisory_lock(1)`;
    await sql.unsafe(`create database ${name}${template ? ` template ${template}` : ""}`);
  } finally {
    await sql.end();
  }
  return databaseUrl(serverUrl, name);
}
