import { randomBytes } from "node:crypto";
import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { readMigrationFiles } from "drizzle-orm/migrator";
import postgres from "postgres";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { localStore } from "#app/files/local-store.server.ts";
import { BackupRefused } from "#db/backup/read-backup.ts";
import { restoreBackup } from "#db/backup/restore-backup.ts";
import { writeBackup } from "#db/backup/write-backup.ts";
import type { Connection } from "#db/client.server.ts";
import { connect } from "#db/client.server.ts";
import { migrateDatabase, migrationsFolder } from "#db/migrate.ts";
import { files } from "#db/schema/files.ts";
import { seedDemo } from "#db/seed/demo.ts";
import { createDatabase } from "../support/cluster.ts";
import { expect, freshDatabase, test } from "../support/database.ts";
import { NOW } from "../support/factories.ts";
import { temporaryDataFolder } from "../support/temporary-data-folder.ts";

const KEY = "abcdefghijklmnop0123456789";
const BYTES = randomBytes(50_000);

let folder: string;
let portal: Connection;
let archive: string;

const storeOf = (name: string) => localStore(join(folder, name));

beforeAll(async () => {
  folder = temporaryDataFolder();
  portal = await freshDatabase();
  await seedDemo(portal.db, { now: NOW });
  await portal.db.insert(files).values({
    id: "0b0e7d6c-53a3-4d0a-9c9f-2f2a4a4b1c11",
    kind: "image",
    ownerId: 1,
    storageKey: KEY,
    mediaType: "image/webp",
    bytes: BYTES.length,
    createdAt: NOW,
  });
  // A circle of references that no order of tables could load.
  await portal.db.execute(
    "update people set avatar_file_id = '0b0e7d6c-53a3-4d0a-9c9f-2f2a4a4b1c11' where id = 1",
  );
  await portal.db.execute(
    "delete from notifications where id = (select max(id) from notifications)",
  );
  await storeOf("original").put(KEY, BYTES);
  archive = join(folder, "portal.tar.gz");
  await writeBackup({ url: portal.url, store: storeOf("original"), archive, now: NOW });
}, 60_000);

afterAll(async () => {
  await portal.close();
  rmSync(folder, { recursive: true, force: true });
});

async function emptyDatabase(): Promise<string> {
  return createDatabase(inject("serverUrl"), `restored_${randomBytes(5).toString("hex")}`);
}

function restore(url: string, given: { from?: string; replace?: boolean; store?: string } = {}) {
  const { from = archive, replace = false, store = "restored" } = given;
  return restoreBackup({ url, store: storeOf(store), archive: from, replace });
}

/** Rows and a checksum over all rows of every table of the portal. */
async function contents(url: string): Promise<Record<string, string>> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const tables = await sql`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_schema in ('public', 'drizzle') and table_type = 'BASE TABLE' order by 1, 2`;
    const found: Record<string, string> = {};
    for (const { schema, name } of tables) {
      const [row] = await sql`
        select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '-') as sum
        from ${sql(schema)}.${sql(name)} t`;
      found[`${schema}.${name}`] = row?.sum;
    }
    return found;
  } finally {
    await sql.end();
  }
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}

describe("a backup", () => {
  test("brings back every row, every file and the next free keys", async () => {
    const url = await emptyDatabase();
    const manifest = await restore(url);
    expect(await contents(url)).toEqual(await contents(portal.url));
    expect(manifest.tables.length).toBeGreaterThan(30);
    const stored = await storeOf("restored").get(KEY);
    expect(Buffer.from(await new Response(stored).arrayBuffer()).equals(BYTES)).toBe(true);
    // The newest notification was deleted: its key must not come back.
    const [next] = await query(url, "select nextval('notifications_id_seq')::int as id");
    const [last] = await query(
      portal.url,
      "select last_value::int as id from notifications_id_seq",
    );
    expect(next?.id).toBe(Number(last?.id) + 1);
    const [links] = await query(
      url,
      "select count(*)::int as n from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace",
    );
    const [before] = await query(
      portal.url,
      "select count(*)::int as n from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace",
    );
    expect(links).toEqual(before);
  });

  test("is readable by its owner only", () => {
    expect(statSync(archive).mode & 0o777).toBe(0o600);
  });

  test("shows one moment, whatever is written meanwhile", async () => {
    const other = join(folder, "meanwhile.tar.gz");
    let stop = false;
    const writing = (async () => {
      while (!stop) {
        await portal.db.execute(
          "with t as (insert into tags (name, created_at) values (md5(random()::text), now()) returning id) insert into question_tags select 1, id from t",
        );
      }
    })();
    const { manifest } = await writeBackup({
      url: portal.url,
      store: storeOf("original"),
      archive: other,
      now: NOW,
    });
    stop = true;
    await writing;
    const url = await emptyDatabase();
    // Links are checked on the way in: a tag without its row in `tags` would fail here.
    await expect(restore(url, { from: other })).resolves.toMatchObject({
      createdAt: manifest.createdAt,
    });
  });

  test("goes into a database of somebody without special rights", async () => {
    const name = `plain_${randomBytes(5).toString("hex")}`;
    await query(inject("serverUrl"), `create role ${name} login password 'plain'`);
    await query(inject("serverUrl"), `create database ${name} owner ${name}`);
    const url = new URL(inject("serverUrl"));
    Object.assign(url, { username: name, password: "plain", pathname: `/${name}` });
    await restore(url.href);
    const [row] = await query(url.href, "select count(*)::int as n from questions");
    expect(row?.n).toBeGreaterThan(200);
  });

  test("of an older version is brought to the tables of today", async () => {
    const url = await emptyDatabase();
    const [first] = readMigrationFiles({ migrationsFolder: migrationsFolder() });
    if (!first) throw new Error("no migrations");
    for (const statement of first.sql) await query(url, statement);
    await query(
      url,
      `create schema drizzle;
       create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
       insert into drizzle.__drizzle_migrations (hash, created_at) values ('${first.hash}', ${first.folderMillis});
       insert into people (handle, name, created_at, updated_at) values ('old-one', '古川 守', now(), now())`,
    );
    const old = join(folder, "old.tar.gz");
    await writeBackup({ url, store: storeOf("none"), archive: old, now: NOW });
    const target = await emptyDatabase();
    await restore(target, { from: old });
    const [person] = await query(target, "select name from people where handle = 'old-one'");
    expect(person?.name).toBe("古川 守");
    const applied = await query(target, "select 1 from drizzle.__drizzle_migrations");
    expect(applied).toHaveLength(
      readMigrationFiles({ migrationsFolder: migrationsFolder() }).length,
    );
  });
});

describe("a restore is refused, and nothing is changed,", () => {
  test("when the portal is not empty, unless it may be replaced", async () => {
    const url = await emptyDatabase();
    await restore(url, { store: "twice" });
    await query(url, "update people set name = '変更 後' where id = 2");
    await expect(restore(url, { store: "twice" })).rejects.toThrow(/not empty: add --replace/);
    const name = "select name from people where id = 2";
    expect(await query(url, name)).toEqual([{ name: "変更 後" }]);
    await restore(url, { replace: true, store: "twice" });
    expect(await query(url, name)).toEqual(await query(portal.url, name));
  });

  test("when the portal runs", async () => {
    const url = await emptyDatabase();
    await migrateDatabase(url);
    const running = connect(url, { maxConnections: 1 });
    await running.db.execute("select 1");
    await expect(restore(url)).rejects.toThrow(/is running/);
    await running.close();
  });

  test.each([
    ["cut off", (file: string) => truncateSync(file, Math.floor(statSync(file).size * 0.7))],
    [
      "changed",
      (file: string) => {
        const tar = gunzipSync(readFileSync(file));
        const at = tar.indexOf("tables/public.people.copy") + 600;
        tar[at] = (tar[at] ?? 0) ^ 1;
        writeFileSync(file, gzipSync(tar));
      },
    ],
    ["no archive", (file: string) => writeFileSync(file, "Hello")],
    [
      "an archive of something else",
      (file: string) => {
        const tar = gunzipSync(readFileSync(file));
        tar.write("manifest.xxxx", 0);
        writeFileSync(file, gzipSync(tar));
      },
    ],
  ])("when the file is %s", async (_what, damage) => {
    const file = join(folder, `${randomBytes(4).toString("hex")}.tar.gz`);
    writeFileSync(file, readFileSync(archive));
    damage(file);
    const url = await emptyDatabase();
    await migrateDatabase(url);
    const before = await contents(url);
    await expect(restore(url, { from: file, store: "damaged" })).rejects.toThrow(BackupRefused);
    expect(await contents(url)).toEqual(before);
    expect(await storeOf("damaged").get(KEY)).toBeUndefined();
  });

  test("when the backup is of a newer version", async () => {
    const file = join(folder, "newer.tar.gz");
    const url = await emptyDatabase();
    await migrateDatabase(url);
    await query(
      url,
      "insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)",
    );
    await writeBackup({ url, store: storeOf("none"), archive: file, now: NOW });
    await expect(restore(await emptyDatabase(), { from: file })).rejects.toThrow(/newer version/);
  });
});
