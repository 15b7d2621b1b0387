import { and, asc, count, eq } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { FileStore } from "#app/files/file-store.server.ts";
import type { ImageRefusal } from "#app/files/images.ts";
import { storeUpload } from "#app/files/store-upload.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { applicationWorks } from "#db/schema/applications.ts";
import { files } from "#db/schema/files.ts";
import { isEditable, MAX_WORKS } from "./applications.ts";
import { lockOwn } from "./applying.server.ts";

type Act = { viewer: Viewer; applicationId: number; now: Date };
type Refusal =
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "not-allowed" }
  | { ok: false; reason: "too-many" };

/** Adds a link to work done elsewhere. */
export async function linkWork(
  db: Db,
  { title, url, ...act }: Act & { title: string; url: string },
): Promise<{ ok: true } | Refusal> {
  return addWork(db, { ...act, title, url });
}

/**
 * Adds a file: a picture, which is encoded afresh, or a PDF, which is kept as it is and only ever
 * handed out as a download.
 */
export async function uploadWork(
  db: Db,
  { title, bytes, store, ...act }: Act & { title: string; bytes: Uint8Array; store: FileStore },
): Promise<{ ok: true } | Refusal | ImageRefusal> {
  const room = await db.transaction((tx) => findRoom(tx, act));
  if (!room.ok) return room;
  const { viewer, now } = act;
  const stored = await storeUpload(db, {
    store,
    ownerId: viewer.id,
    kind: "work",
    bytes,
    now,
  });
  if (!stored.ok) return stored;
  // A file that finds no place any more is removed with all that nothing refers to.
  return addWork(db, { ...act, title, fileId: stored.fileId });
}

async function addWork(
  db: Db,
  { title, url, fileId, ...act }: Act & { title: string; url?: string; fileId?: string },
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const room = await findRoom(tx, act);
    if (!room.ok) return room;
    const { applicationId, now } = act;
    await tx.insert(applicationWorks).values({ applicationId, title, url, fileId, addedAt: now });
    return { ok: true };
  });
}

async function findRoom(tx: DbOrTx, act: Act): Promise<{ ok: true } | Refusal> {
  const locked = await lockOwn(tx, act);
  if (!locked) return { ok: false, reason: "not-found" };
  if (!isEditable(locked.application.state)) return { ok: false, reason: "not-allowed" };
  const [works] = await tx
    .select({ n: count() })
    .from(applicationWorks)
    .where(eq(applicationWorks.applicationId, act.applicationId));
  return (works?.n ?? 0) < MAX_WORKS ? { ok: true } : { ok: false, reason: "too-many" };
}

/** Takes a work out again; a second time changes nothing. */
export async function removeWork(
  db: Db,
  { workId, ...act }: Act & { workId: number },
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const locked = await lockOwn(tx, act);
    if (!locked) return { ok: false, reason: "not-found" };
    if (!isEditable(locked.application.state)) return { ok: false, reason: "not-allowed" };
    await tx
      .delete(applicationWorks)
      .where(
        and(eq(applicationWorks.id, workId), eq(applicationWorks.applicationId, act.applicationId)),
      );
    return { ok: true };
  });
}

/** The works of an application, in the order they were added. */
export async function listWorks(db: DbOrTx, { applicationId }: { applicationId: number }) {
  return db
    .select({
      id: applicationWorks.id,
      title: applicationWorks.title,
      url: applicationWorks.url,
      fileId: applicationWorks.fileId,
      mediaType: files.mediaType,
      bytes: files.bytes,
    })
    .from(applicationWorks)
    .leftJoin(files, eq(files.id, applicationWorks.fileId))
    .where(eq(applicationWorks.applicationId, applicationId))
    .orderBy(asc(applicationWorks.id));
}
