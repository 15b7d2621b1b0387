import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { installJobQueues } from "./job-queue.ts";

const MIGRATION_LOCK = 7_236_402;

/**
 * Brings the database at `url` to the newest schema. drizzle's migrator takes no lock, so starts
 * at the same time queue here on an advisory lock, held by the one connection that migrates.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder() });
    await installJobQueues(url);
  } finally {
    await client.end({ timeout: 5 });
  }
}

function migrationsFolder(): string {
  const folder = resolve("db/migrations");
  if (!existsSync(folder))
    throw new Error(`No migrations in ${folder}: start in the project folder`);
  return folder;
}
