import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import postgres from "postgres";
import { type Pack, pack } from "tar-stream";
import {
  type BackupStore,
  fileEntry,
  MANIFEST_HEAD,
  MANIFEST_NAME,
  type Manifest,
  type ManifestTable,
  tableEntry,
} from "./manifest.ts";

type Options = {
  /** Database to save. */
  url: string;
  store: BackupStore;
  /** Path of the archive; appears only when it is complete. */
  archive: string;
  now: Date;
  onProgress?: (done: number, total: number) => void;
};

/**
 * Writes everything the portal keeps into one archive (tar, gzip): all tables as they are at one
 * moment, while others go on writing, and the stored files that these tables name. Jobs are left
 * out: they follow from the tables.
 *
 * @returns the manifest, and keys of files that were named but not in the store
 */
export async function writeBackup(
  options: Options,
): Promise<{ manifest: Manifest; missingFiles: string[] }> {
  const spool = await mkdtemp(join(tmpdir(), "portal-backup-"));
  const unfinished = join(dirname(options.archive), `.${process.pid}.unfinished-backup`);
  const client = postgres(options.url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    const manifest = await client.begin("isolation level repeatable read read only", (tx) =>
      spoolDatabase(tx, { ...options, spool }),
    );
    const missingFiles = await writeArchive({ ...options, archive: unfinished }, spool, manifest);
    await rename(unfinished, options.archive);
    return { manifest, missingFiles };
  } finally {
    await client.end({ timeout: 5 });
    await rm(unfinished, { force: true });
    await rm(spool, { recursive: true, force: true });
  }
}

/** Tar wants sizes beforehand, so the tables go through temporary files. */
async function spoolDatabase(
  tx: postgres.TransactionSql,
  { spool, now, onProgress }: Options & { spool: string },
): Promise<Manifest> {
  const tables: ManifestTable[] = [];
  const known = await listTables(tx);
  for (const table of known) {
    tables.push(await spoolTable(tx, table, join(spool, String(tables.length))));
    onProgress?.(tables.length, known.length);
  }
  const [newest] =
    await tx`select max(created_at)::text as migration from drizzle.__drizzle_migrations`;
  const files = await tx<{ key: string }[]>`select storage_key as key from files order by id`;
  return {
    ...MANIFEST_HEAD,
    createdAt: now.toISOString(),
    migration: Number(newest?.migration),
    tables,
    sequences: await listSequences(tx),
    files: files.map(({ key }) => key),
  };
}

type Table = Pick<ManifestTable, "schema" | "name" | "columns">;

function listTables(tx: postgres.TransactionSql): Promise<Table[]> {
  return tx<Table[]>`
    select t.table_schema as schema, t.table_name as name,
      array_agg(c.column_name::text order by c.ordinal_position) as columns
    from information_schema.tables t
    join information_schema.columns c using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and t.table_schema in ('public', 'drizzle')
      and c.is_generated = 'NEVER'
    group by 1, 2
    order by 1, 2`;
}

async function spoolTable(
  tx: postgres.TransactionSql,
  table: Table,
  path: string,
): Promise<ManifestTable> {
  const place = tx`${tx(table.schema)}.${tx(table.name)}`;
  const [count] = await tx<{ rows: number }[]>`select count(*)::float8 as rows from ${place}`;
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const rows = await tx`copy ${place} (${tx(table.columns)}) to stdout`.readable();
  await pipeline(rows, hashing, createWriteStream(path));
  // The driver stops listening while we are slow. When the end came along with the last rows it
  // would never listen again, for nobody reads from a stream that has ended.
  rows._read(0);
  const { size } = await stat(path);
  return { ...table, rows: count?.rows ?? 0, bytes: size, sha256: hash.digest("hex") };
}

async function listSequences(tx: postgres.TransactionSql): Promise<Manifest["sequences"]> {
  const columns = await tx<{ table: string; column: string; sequence: string }[]>`
    select table_name as table, column_name as column,
      pg_get_serial_sequence(quote_ident(table_schema) || '.' || quote_ident(table_name), column_name) as sequence
    from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'
    order by 1, 2`;
  const sequences: Manifest["sequences"] = [];
  for (const { table, column, sequence } of columns) {
    const [schema = "", name = ""] = sequence.split(".");
    const [state] = await tx<{ lastValue: string; isCalled: boolean }[]>`
      select last_value::text as "lastValue", is_called as "isCalled"
      from ${tx(schema)}.${tx(name)}`;
    if (state) sequences.push({ table, column, ...state });
  }
  return sequences;
}

async function writeArchive(
  { archive, store, now }: Options,
  spool: string,
  manifest: Manifest,
): Promise<string[]> {
  const tar = pack();
  const file = await open(archive, "w", 0o600);
  const written = pipeline(tar, createGzip({ level: 6 }), file.createWriteStream({ flush: true }));
  const fill = async () => {
    const missing: string[] = [];
    const entry = { mode: 0o600, mtime: now };
    const text = JSON.stringify(manifest, undefined, 1);
    await addBytes(tar, { ...entry, name: MANIFEST_NAME }, Buffer.from(text));
    for (const [index, table] of manifest.tables.entries()) {
      const header = { ...entry, name: tableEntry(table), size: table.bytes };
      await addStream(tar, header, createReadStream(join(spool, String(index))));
    }
    for (const key of manifest.files) {
      const stored = await store.get(key);
      if (stored) {
        const bytes = Buffer.from(await new Response(stored).arrayBuffer());
        await addBytes(tar, { ...entry, name: fileEntry(key) }, bytes);
      } else missing.push(key);
    }
    tar.finalize();
    return missing;
  };
  const [missing] = await Promise.all([fill(), written]);
  return missing;
}

type Header = { name: string; mode: number; mtime: Date };

function addStream(
  tar: Pack,
  header: Header & { size: number },
  source: NodeJS.ReadableStream,
): Promise<void> {
  return pipeline(source, tar.entry(header));
}

/** Waits until the bytes are on their way, so that they do not pile up in memory. */
function addBytes(tar: Pack, header: Header, bytes: Buffer): Promise<void> {
  return new Promise((done, fail) => {
    tar.entry(header, bytes, (error) => (error ? fail(error) : done()));
  });
}
