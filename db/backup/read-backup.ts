import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type Readable, Transform } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { fileEntry, MANIFEST_NAME, type Manifest, manifestSchema, tableEntry } from "./manifest.ts";

/** Why an archive cannot be restored, in words for whoever restores. */
export class BackupRefused extends Error {}

/** What the reader of an archive does with what it finds, in this order. */
export type BackupReader = {
  begin(manifest: Manifest): Promise<void>;
  /** Where the rows of a table go. */
  table(table: Manifest["tables"][number]): Promise<NodeJS.WritableStream>;
  file(key: string, bytes: Uint8Array): Promise<void>;
};

type Entry = Readable & { header: { name: string; size?: number | undefined } };

const LARGEST_FILE = 64 * 1024 * 1024;

/**
 * Reads an archive from start to end with little memory, checking that everything the manifest
 * names is there, unchanged, and nothing else.
 *
 * @throws BackupRefused when it is damaged or not an archive of ours
 */
export async function readBackup(archive: string, reader: BackupReader): Promise<Manifest> {
  const tar = extract();
  const unpacked = pipeline(createReadStream(archive), createGunzip(), tar);
  // Whatever breaks the stream also ends the loop below; the loop reports it.
  unpacked.catch(() => {});
  let manifest: Manifest | undefined;
  const awaited = new Set<string>();
  try {
    for await (const entry of tar as AsyncIterable<Entry>) {
      if (!manifest) {
        manifest = await readManifest(entry);
        for (const table of manifest.tables) awaited.add(tableEntry(table));
        await reader.begin(manifest);
      } else {
        await readEntry(entry, manifest, awaited, reader);
      }
    }
    await unpacked;
  } catch (error) {
    tar.destroy();
    throw isDamage(error)
      ? new BackupRefused("The backup is damaged: it ends or breaks off.")
      : error;
  }
  if (!manifest || awaited.size > 0)
    throw new BackupRefused("The backup is damaged: parts are missing.");
  return manifest;
}

async function readManifest(entry: Entry): Promise<Manifest> {
  const foreign = new BackupRefused("This file is not a backup of the portal.");
  if (entry.header.name !== MANIFEST_NAME || (entry.header.size ?? 0) > LARGEST_FILE) throw foreign;
  const text = (await buffer(entry)).toString("utf8");
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw foreign;
  }
  const version = (read as { version?: unknown })?.version;
  if (typeof version === "number" && version > 1) {
    throw new BackupRefused(
      "The backup was made by a newer version of the portal: update this folder with git pull.",
    );
  }
  const parsed = manifestSchema.safeParse(read);
  if (!parsed.success) throw foreign;
  return parsed.data;
}

async function readEntry(
  entry: Entry,
  manifest: Manifest,
  awaited: Set<string>,
  reader: BackupReader,
): Promise<void> {
  const { name, size = 0 } = entry.header;
  const table = manifest.tables.find((candidate) => tableEntry(candidate) === name);
  if (table && awaited.delete(name)) {
    if (table.rows === 0 && size === 0) {
      entry.resume();
      return;
    }
    const hash = createHash("sha256");
    const hashing = new Transform({
      transform(chunk, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(entry, hashing, await reader.table(table));
    if (hash.digest("hex") !== table.sha256) {
      throw new BackupRefused(`The backup is damaged: the rows of ${table.name} have changed.`);
    }
    return;
  }
  const key = manifest.files.find((candidate) => fileEntry(candidate) === name);
  if (key === undefined || size > LARGEST_FILE) {
    throw new BackupRefused(`The backup is damaged: it should not contain ${name}.`);
  }
  await reader.file(key, await buffer(entry));
}

function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  return code?.startsWith("Z_") === true || /tar|unexpected end/i.test(error.message);
}
