import { and, asc, eq, inArray, lt, not, or, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { applicationWorks } from "#db/schema/applications.ts";
import { eventMaterials } from "#db/schema/attendances.ts";
import { certificationVersions } from "#db/schema/certifications.ts";
import { eventImages, events } from "#db/schema/events.ts";
import { examItemImages } from "#db/schema/exams.ts";
import { files } from "#db/schema/files.ts";
import { people } from "#db/schema/people.ts";
import { drafts, questionImages } from "#db/schema/question-activity.ts";
import type { FileStore } from "./file-store.server.ts";

const BATCH = 100;

/**
 * Removes files that nothing refers to – images that no post, draft, event or exam shows, pictures
 * that nobody and no event wears, work that was not handed in – when they were uploaded before `olderThan`. A job's daily work; killed in the middle, the next run finishes it.
 *
 * @returns how many files were removed
 */
export async function purgeUnattachedImages(
  db: DbOrTx,
  { store, olderThan }: { store: FileStore; olderThan: Date },
): Promise<number> {
  let removed = 0;
  for (;;) {
    const count = await purgeBatch(db, { store, olderThan });
    removed += count;
    if (count < BATCH) return removed;
  }
}

async function purgeBatch(
  db: DbOrTx,
  { store, olderThan }: { store: FileStore; olderThan: Date },
): Promise<number> {
  return db.transaction(async (tx) => {
    const shown = sql`exists (select 1 from ${questionImages}
      where ${questionImages.fileId} = ${files.id})`;
    const drafted = sql`exists (select 1 from ${drafts}
      where ${drafts.personId} = ${files.ownerId}
        and position(${files.id}::text in ${drafts.fields}::text) > 0)`;
    const worn = sql`exists (select 1 from ${people} where ${people.avatarFileId} = ${files.id})`;
    const examined = sql`exists (select 1 from ${examItemImages}
      where ${examItemImages.fileId} = ${files.id})`;
    const awarded = sql`exists (select 1 from ${certificationVersions}
      where ${certificationVersions.badgeFileId} = ${files.id})`;
    const announced = sql`exists (select 1 from ${eventImages}
      where ${eventImages.fileId} = ${files.id})`;
    const covering = sql`exists (select 1 from ${events}
      where ${events.coverFileId} = ${files.id})`;
    const handedIn = sql`exists (select 1 from ${applicationWorks}
      where ${applicationWorks.fileId} = ${files.id})`;
    const handedOut = sql`exists (select 1 from ${eventMaterials}
      where ${eventMaterials.fileId} = ${files.id})`;
    const rows = await tx
      .select({ id: files.id, storageKey: files.storageKey })
      .from(files)
      .where(
        and(
          lt(files.createdAt, olderThan),
          or(
            and(eq(files.kind, "image"), not(shown), not(drafted), not(examined), not(announced)),
            and(eq(files.kind, "avatar"), not(worn)),
            and(eq(files.kind, "badge"), not(awarded)),
            and(eq(files.kind, "work"), not(handedIn)),
            and(eq(files.kind, "cover"), not(covering)),
            and(eq(files.kind, "material"), not(handedOut)),
          ),
        ),
      )
      .orderBy(asc(files.createdAt))
      .limit(BATCH)
      .for("update", { skipLocked: true });
    // Bytes first: if this process dies now the row is left, and the next run tries again.
    for (const { storageKey } of rows) await store.delete(storageKey);
    if (rows.length > 0) {
      await tx.delete(files).where(
        inArray(
          files.id,
          rows.map(({ id }) => id),
        ),
      );
    }
    return rows.length;
  });
}
