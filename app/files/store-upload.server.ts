import { randomBytes, randomUUID } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { after, DAY } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { type FileKind, files } from "#db/schema/files.ts";
import { people } from "#db/schema/people.ts";
import { encodeImage } from "./encode-image.server.ts";
import type { FileStore } from "./file-store.server.ts";
import { DAILY_QUOTA, type ImageRefusal, MAX_IMAGE_BYTES } from "./images.ts";
import { isPdf } from "./pdf.ts";

/** 128 random bits: the name of the bytes tells nothing and cannot be guessed. */
const newStorageKey = () => randomBytes(16).toString("hex");

/** Kinds that may also be a PDF. */
const KEPT_AS_PDF: ReadonlySet<FileKind> = new Set(["work", "material"]);

/**
 * Stores an upload for its owner: images encoded afresh, and as work or material also a PDF,
 * which is kept as it is and never shown inside a page.
 *
 * @param bytes the upload as received; its name and claimed type do not matter
 * @returns the id under which `/files/:id` serves it, or why it was refused
 */
export async function storeUpload(
  db: DbOrTx,
  {
    store,
    ownerId,
    kind,
    bytes,
    now,
  }: { store: FileStore; ownerId: number; kind: FileKind; bytes: Uint8Array; now: Date },
): Promise<{ ok: true; fileId: string } | ImageRefusal> {
  // Asked before the work as well, so that a spent quota costs no computing time.
  if (await isQuotaReached(db, { ownerId, now })) return { ok: false, reason: "quota-reached" };
  const encoded = await (KEPT_AS_PDF.has(kind) && isPdf(bytes)
    ? asPdf(bytes)
    : encodeImage(kind, bytes));
  if (!encoded.ok) return encoded;
  const { mediaType, width, height } = encoded;
  const storageKey = newStorageKey();
  await store.put(storageKey, encoded.bytes);
  const fileId = randomUUID();
  try {
    const stored = await db.transaction(async (tx) => {
      // Uploads of one person at the same moment are counted one after the other.
      await tx.select({ id: people.id }).from(people).where(eq(people.id, ownerId)).for("update");
      if (await isQuotaReached(tx, { ownerId, now })) return false;
      await tx.insert(files).values({
        id: fileId,
        kind,
        ownerId,
        storageKey,
        mediaType,
        bytes: encoded.bytes.length,
        width,
        height,
        createdAt: now,
      });
      return true;
    });
    if (stored) return { ok: true, fileId };
  } catch (error) {
    await store.delete(storageKey);
    throw error;
  }
  await store.delete(storageKey);
  return { ok: false, reason: "quota-reached" };
}

async function isQuotaReached(
  db: DbOrTx,
  { ownerId, now }: { ownerId: number; now: Date },
): Promise<boolean> {
  const [used] = await db
    .select({
      images: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(${files.bytes}), 0)::float8`,
    })
    .from(files)
    .where(and(eq(files.ownerId, ownerId), gt(files.createdAt, after(now, -DAY))));
  return (used?.images ?? 0) >= DAILY_QUOTA.images || (used?.bytes ?? 0) >= DAILY_QUOTA.bytes;
}

function asPdf(bytes: Uint8Array) {
  if (bytes.length > MAX_IMAGE_BYTES) return { ok: false, reason: "too-large" } as const;
  const whole = { mediaType: "application/pdf", width: null, height: null };
  return { ok: true, bytes, ...whole } as const;
}
