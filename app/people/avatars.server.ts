import { eq } from "drizzle-orm";
import type { FileStore } from "#app/files/file-store.server.ts";
import type { ImageRefusal } from "#app/files/images.ts";
import { storeUpload } from "#app/files/store-upload.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { files } from "#db/schema/files.ts";
import { people } from "#db/schema/people.ts";

type Own = { store: FileStore; personId: number; now: Date };

/** Gives a person a new picture; the former one is removed. */
export async function changeAvatar(
  db: DbOrTx,
  { store, personId, bytes, now }: Own & { bytes: Uint8Array },
): Promise<{ ok: true } | ImageRefusal> {
  const stored = await storeUpload(db, { store, ownerId: personId, kind: "avatar", bytes, now });
  if (!stored.ok) return stored;
  await wear(db, { store, personId, fileId: stored.fileId, now });
  return { ok: true };
}

/** Takes a person's picture away: the first character of the name stands in its place. */
export async function removeAvatar(db: DbOrTx, { store, personId, now }: Own): Promise<void> {
  await wear(db, { store, personId, fileId: null, now });
}

async function wear(
  db: DbOrTx,
  { store, personId, fileId, now }: Own & { fileId: string | null },
): Promise<void> {
  const former = await db.transaction(async (tx) => {
    const [person] = await tx
      .select({ storageKey: files.storageKey })
      .from(people)
      .innerJoin(files, eq(files.id, people.avatarFileId))
      .where(eq(people.id, personId))
      .for("update", { of: people });
    await tx
      .update(people)
      .set({ avatarFileId: fileId, updatedAt: now })
      .where(eq(people.id, personId));
    return person;
  });
  // The row stays until the purge, so that changing pictures all day counts against the quota.
  if (former) await store.delete(former.storageKey);
}
