import { and, eq, isNull, sql } from "drizzle-orm";
import type { FileStore } from "#app/files/file-store.server.ts";
import type { ImageRefusal } from "#app/files/images.ts";
import { storeUpload } from "#app/files/store-upload.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { certificationVersions } from "#db/schema/certifications.ts";

type Of = { certificationId: number; actorId: number; now: Date };
type Refusal = { ok: false; reason: "not-being-written" };

/** Gives the version being written a picture of its own. */
export async function changeBadgePicture(
  db: DbOrTx,
  { bytes, store, ...of }: Of & { bytes: Uint8Array; store: FileStore },
): Promise<{ ok: true } | Refusal | ImageRefusal> {
  const { actorId, now } = of;
  const stored = await storeUpload(db, { store, ownerId: actorId, kind: "badge", bytes, now });
  return stored.ok ? setBadge(db, of, stored.fileId) : stored;
}

/** Goes back to the portal's standard badge. */
export async function removeBadgePicture(db: DbOrTx, of: Of): Promise<{ ok: true } | Refusal> {
  return setBadge(db, of, null);
}

async function setBadge(
  db: DbOrTx,
  { certificationId }: Of,
  badgeFileId: string | null,
): Promise<{ ok: true } | Refusal> {
  const changed = await db
    .update(certificationVersions)
    .set({ badgeFileId, revision: sql`${certificationVersions.revision} + 1` })
    .where(
      and(
        eq(certificationVersions.certificationId, certificationId),
        isNull(certificationVersions.publishedAt),
      ),
    )
    .returning({ id: certificationVersions.id });
  return changed.length > 0 ? { ok: true } : { ok: false, reason: "not-being-written" };
}
