import { getTableName, is } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { PgTable } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { migrateDatabase, migrationsFolder, newestKnownMigration } from "../migrate.ts";
import * as schema from "../schema/index.ts";
import type { BackupStore, Manifest, ManifestTable } from "./manifest.ts";
import { BackupRefused, readBackup } from "./read-backup.ts";

type Options = {
  /** Database to restore into. */
  url: string;
  store: BackupStore;
  archive: string;
  /** Whether what the portal holds now may be given up for the backup. */
  replace: boolean;
  onProgress?: (done: number, total: number) => void;
};

/**
 * Makes the portal what it was when the backup was made, in one transaction, then brings it to
 * today's schema. A backup of an older version is restored into the tables of its time first.
 *
 * @throws BackupRefused, with nothing changed, when the portal runs or is not empty, or the backup
 * is damaged or of a newer version
 */
export async function restoreBackup(options: Options): Promise<Manifest> {
  const client = postgres(options.url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  const added: string[] = [];
  let before: string[] = [];
  let manifest: Manifest;
  try {
    await refuseRunningPortal(client);
    manifest = await client.begin(async (tx) => {
      if (!options.replace && !(await isEmptyPortal(tx))) {
        throw new BackupRefused(
          "The portal is not empty: add --replace to give up everything in it for the backup.",
        );
      }
      before = await storedFiles(tx);
      return restoreInto(tx, options, added);
    });
  } catch (error) {
    for (const key of added) if (!before.includes(key)) await options.store.delete(key);
    throw error;
  } finally {
    await client.end({ timeout: 5 });
  }
  for (const key of before) if (!manifest.files.includes(key)) await options.store.delete(key);
  await migrateDatabase(options.url);
  return manifest;
}

async function restoreInto(
  tx: postgres.TransactionSql,
  { archive, store, onProgress }: Options,
  added: string[],
): Promise<Manifest> {
  let links: ForeignKey[] = [];
  let total = 0;
  let done = 0;
  const manifest = await readBackup(archive, {
    async begin(found) {
      if (found.migration > newestKnownMigration()) {
        throw new BackupRefused(
          "The backup was made by a newer version of the portal: update this folder with git pull.",
        );
      }
      total = found.tables.filter(({ rows }) => rows > 0).length + found.files.length;
      await dropTables(tx, found);
      await makeTables(tx, found.migration);
      links = await dropForeignKeys(tx);
    },
    async table({ schema: of, name, columns }) {
      onProgress?.(++done, total);
      return tx`copy ${tx(of)}.${tx(name)} (${tx(columns)}) from stdin`.writable();
    },
    async file(key, bytes) {
      onProgress?.(++done, total);
      added.push(key);
      await store.put(key, bytes);
    },
  });
  await tx`select setval('drizzle.__drizzle_migrations_id_seq', (select max(id) from drizzle.__drizzle_migrations))`;
  await addForeignKeys(tx, links);
  for (const table of manifest.tables) await checkCount(tx, table);
  for (const { table, column, lastValue, isCalled } of manifest.sequences) {
    await tx`select setval(pg_get_serial_sequence(${`public.${table}`}, ${column}), ${lastValue}::bigint, ${isCalled})`;
  }
  return manifest;
}

/** A portal that runs would go on writing what it had in mind before. */
async function refuseRunningPortal(client: postgres.Sql): Promise<void> {
  const [row] = await client`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
      and application_name in ('portal', 'portal-jobs')`;
  if (row?.n > 0) throw new BackupRefused("The portal is running: stop it before restoring.");
}

async function isEmptyPortal(tx: postgres.TransactionSql): Promise<boolean> {
  if (!(await tableExists(tx, "public.people"))) return true;
  const [row] = await tx`
    select exists (select from people) or exists (select from organisations)
      or exists (select from product_areas) as filled`;
  return row?.filled === false;
}

async function storedFiles(tx: postgres.TransactionSql): Promise<string[]> {
  if (!(await tableExists(tx, "public.files"))) return [];
  const rows = await tx<{ key: string }[]>`select storage_key as key from files`;
  return rows.map(({ key }) => key);
}

async function tableExists(tx: postgres.TransactionSql, name: string): Promise<boolean> {
  const [row] = await tx`select to_regclass(${name}) is not null as there`;
  return row?.there === true;
}

/** Only tables of the portal: somebody may keep others beside them. */
async function dropTables(tx: postgres.TransactionSql, manifest: Manifest): Promise<void> {
  const ours = Object.values(schema)
    .filter((table) => is(table, PgTable))
    .map((table) => getTableName(table));
  const saved = manifest.tables.filter((table) => table.schema === "public");
  for (const name of new Set([...ours, ...saved.map((table) => table.name)])) {
    await tx`drop table if exists public.${tx(name)} cascade`;
  }
  await tx`drop schema if exists drizzle cascade`;
  // Jobs of the past have nothing to do in the restored portal; its tables say what is to be done.
  await tx`drop schema if exists pgboss cascade`;
}

/** The tables as they were after the given migration, with drizzle's own list of migrations. */
async function makeTables(tx: postgres.TransactionSql, migration: number): Promise<void> {
  for (const { folderMillis, sql } of readMigrationFiles({
    migrationsFolder: migrationsFolder(),
  })) {
    if (folderMillis > migration) continue;
    for (const statement of sql) await tx.unsafe(statement);
  }
  await tx`create schema drizzle`;
  await tx`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
}

type ForeignKey = { table: string; name: string; definition: string };

/** People have avatars and files have owners: no order of loading would do, so links come last. */
async function dropForeignKeys(tx: postgres.TransactionSql): Promise<ForeignKey[]> {
  const links = await tx<ForeignKey[]>`
    select conrelid::regclass::text as table, conname as name,
      pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace
    order by 1, 2`;
  for (const { table, name } of links) {
    await tx`alter table ${tx(table)} drop constraint ${tx(name)}`;
  }
  return links;
}

/** Adding a link checks every row. */
async function addForeignKeys(tx: postgres.TransactionSql, links: ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of links) {
    await tx`alter table ${tx(table)} add constraint ${tx(name)} ${tx.unsafe(definition)}`;
  }
}

async function checkCount(
  tx: postgres.TransactionSql,
  { schema: of, name, rows }: ManifestTable,
): Promise<void> {
  const [found] = await tx`select count(*)::float8 as n from ${tx(of)}.${tx(name)}`;
  if (found?.n !== rows)
    throw new BackupRefused(`The backup is damaged: rows of ${name} are missing.`);
}
