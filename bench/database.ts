import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import postgres from "postgres";
import { useEmbeddedServer } from "#db/embedded/server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { fill } from "./fill/fill.ts";

const DATA_DIR = ".cache/bench";
/** What the filled database follows from; when any of it changes, it is filled anew. */
const RECIPE = [
  "bench/fill/*.ts",
  "db/migrations/*.sql",
  "db/job-queue.ts",
  "db/seed/content/*.ts",
  "app/lib/markdown/*.ts",
  "app/questions/search-terms.ts",
];
const FILL_LOCK = 7_236_410;

export type MeasuredDatabase = { url: string; close(): Promise<void> };

/**
 * A database of this run alone, a copy of the filled one, on an embedded server of its own. The
 * filled one is kept between runs. The server does not wait for the disk: losing it costs nothing.
 *
 * @param fresh fill anew even when nothing has changed
 */
export async function openMeasuredDatabase({
  fresh,
  onStep,
}: {
  fresh: boolean;
  onStep: (step: string) => void;
}): Promise<MeasuredDatabase> {
  const server = await useEmbeddedServer({ dataDir: DATA_DIR, durable: false });
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  const copy = `run_${process.pid}`;
  const close = async () => {
    await sql`drop database if exists ${sql(copy)} with (force)`.catch(() => {});
    await sql.end({ timeout: 1 });
    await server.release();
  };
  try {
    await sql`select pg_advisory_lock(${FILL_LOCK})`;
    const filled = `filled_${recipeHash()}`;
    await dropLeftOvers(sql, { keep: fresh ? undefined : filled });
    const [known] = await sql`select 1 from pg_database where datname = ${filled}`;
    if (!known) await makeFilled(sql, { filled, serverUrl: server.url, onStep });
    await sql`create database ${sql(copy)} template ${sql(filled)} strategy file_copy`;
    await sql`select pg_advisory_unlock(${FILL_LOCK})`;
    return { url: urlOf(server.url, copy), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** It gets its name when it is complete, so that a fill that was stopped is never taken for one. */
async function makeFilled(
  sql: postgres.Sql,
  {
    filled,
    serverUrl,
    onStep,
  }: { filled: string; serverUrl: string; onStep: (step: string) => void },
): Promise<void> {
  await sql`create database filling`;
  const url = urlOf(serverUrl, "filling");
  await migrateDatabase(url);
  const own = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await fill(own, onStep);
  } finally {
    await own.end({ timeout: 5 });
  }
  await sql`alter database filling rename to ${sql(filled)}`;
}

/** Databases of other recipes and of runs that were killed; those in use stay. */
async function dropLeftOvers(
  sql: postgres.Sql,
  { keep }: { keep: string | undefined },
): Promise<void> {
  const rows = await sql<{ name: string }[]>`
    select datname as name from pg_database d
    where (datname like 'filled\\_%' or datname like 'run\\_%' or datname = 'filling')
      and not exists (select from pg_stat_activity a where a.datname = d.datname)`;
  for (const { name } of rows) if (name !== keep) await sql`drop database if exists ${sql(name)}`;
}

function recipeHash(): string {
  const hash = createHash("sha256");
  for (const file of RECIPE.flatMap((pattern) => globSync(pattern)).sort()) {
    hash.update(file).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 12);
}

function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
