import { eq } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { FileStore } from "#app/files/file-store.server.ts";
import type { ImageRefusal } from "#app/files/images.ts";
import { storeUpload } from "#app/files/store-upload.server.ts";
import type { Db } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import { openEvent, type Refused } from "../event-desk.server.ts";
import { withEvent } from "./desk.server.ts";

type Act = { viewer: Viewer; eventId: number; now: Date };

/** Gives an event a picture, encoded afresh; who sees the event sees it. */
export async function changeCover(
  db: Db,
  { bytes, store, ...act }: Act & { bytes: Uint8Array; store: FileStore },
): Promise<{ ok: true } | Refused | ImageRefusal> {
  const { viewer, eventId, now } = act;
  const opened = await openEvent(db, { viewer, eventId, lock: "read" });
  if (!opened.ok) return opened;
  const stored = await storeUpload(db, { store, ownerId: viewer.id, kind: "cover", bytes, now });
  return stored.ok ? setCover(db, { ...act, fileId: stored.fileId }) : stored;
}

export async function removeCover(db: Db, act: Act): Promise<{ ok: true } | Refused> {
  return setCover(db, { ...act, fileId: null });
}

/** The cover is no field of the form: changing it makes nobody's open form stale. */
function setCover(db: Db, { viewer, eventId, fileId, now }: Act & { fileId: string | null }) {
  return withEvent(db, { viewer, eventId }, async (tx) => {
    await tx
      .update(events)
      .set({ coverFileId: fileId, updatedAt: now })
      .where(eq(events.id, eventId));
    return { ok: true as const };
  });
}
