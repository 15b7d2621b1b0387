import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { installJobQueues } from "./job-queue.ts";

const MIGRATION_LOCK = 7_236_402;

/**
 * Brings the database at `url` to the newest schema. drizzle's migrator takes no lock, so starts
 * at the same time queue here on an advisory lock, held by the one connection that migrates.
 *
 * @throws NewerSchemaError when the database was made by a newer version of the portal
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await refuseNewerSchema(client);
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder() });
    await installJobQueues(url);
  } finally {
    await client.end({ timeout: 5 });
  }
}

export class NewerSchemaError extends Error {}

async function refuseNewerSchema(client: postgres.Sql): Promise<void> {
  const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.name) return;
  const [newest] =
    await client`select max(created_at)::float8 as "when" from drizzle.__drizzle_migrations`;
  if ((newest?.when ?? 0) > newestKnownMigration()) {
    throw new NewerSchemaError(
      "The database belongs to a newer version of the portal: update this folder with git pull.",
    );
  }
}

/** The moment, in milliseconds, by which the newest migration of this version is told. */
export function newestKnownMigration(): number {
  const journal = readFileSync(join(migrationsFolder(), "meta", "_journal.json"), "utf8");
  const { entries } = JSON.parse(journal) as { entries: { when: number }[] };
  return Math.max(...entries.map(({ when }) => when));
}

export function migrationsFolder(): string {
  const folder = resolve("db/migrations");
  if (!existsSync(folder))
    throw new Error(`No migrations in ${folder}: start in the project folder`);
  return folder;
}
