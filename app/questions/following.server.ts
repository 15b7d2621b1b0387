import { and, eq, isNull } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { areaFollows } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { questionWatches } from "#db/schema/question-activity.ts";
import { tagFollows, tags } from "#db/schema/questions.ts";
import { lockQuestion } from "./lock-question.server.ts";

type Outcome = { ok: true } | { ok: false; reason: "not-found" };

/** Watches a question, or stops; a stop is remembered, so that taking part does not undo it. */
export async function watchQuestion(
  db: DbOrTx,
  {
    viewer,
    questionId,
    watching,
    now,
  }: { viewer: Viewer; questionId: number; watching: boolean; now: Date },
): Promise<Outcome> {
  return db.transaction(async (tx) => {
    const question = await lockQuestion(tx, viewer, questionId);
    if (!question) return { ok: false, reason: "not-found" };
    const fact = { watchedAt: now, unwatchedAt: watching ? null : now };
    await tx
      .insert(questionWatches)
      .values({ questionId, personId: viewer.id, ...fact })
      .onConflictDoUpdate({
        target: [questionWatches.questionId, questionWatches.personId],
        set: fact,
      });
    return { ok: true };
  });
}

/** Follows a product area, or stops: new questions in it are told. */
export async function followArea(
  db: DbOrTx,
  { viewer, slug, following, now }: { viewer: Viewer; slug: string; following: boolean; now: Date },
): Promise<Outcome> {
  const [area] = await db
    .select({ id: productAreas.id })
    .from(productAreas)
    .where(and(eq(productAreas.slug, slug), isNull(productAreas.retiredAt)));
  if (!area) return { ok: false, reason: "not-found" };
  const row = { personId: viewer.id, productAreaId: area.id };
  if (following) {
    await db
      .insert(areaFollows)
      .values({ ...row, createdAt: now })
      .onConflictDoNothing();
  } else {
    await db
      .delete(areaFollows)
      .where(
        and(
          eq(areaFollows.personId, row.personId),
          eq(areaFollows.productAreaId, row.productAreaId),
        ),
      );
  }
  return { ok: true };
}

/** Follows a tag, or stops. */
export async function followTag(
  db: DbOrTx,
  { viewer, name, following, now }: { viewer: Viewer; name: string; following: boolean; now: Date },
): Promise<Outcome> {
  const [tag] = await db.select({ id: tags.id }).from(tags).where(eq(tags.name, name));
  if (!tag) return { ok: false, reason: "not-found" };
  const row = { personId: viewer.id, tagId: tag.id };
  if (following) {
    await db
      .insert(tagFollows)
      .values({ ...row, createdAt: now })
      .onConflictDoNothing();
  } else {
    await db
      .delete(tagFollows)
      .where(and(eq(tagFollows.personId, row.personId), eq(tagFollows.tagId, row.tagId)));
  }
  return { ok: true };
}
