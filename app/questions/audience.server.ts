import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { isSupporter } from "#app/people/supporters.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { areaFollows, people } from "#db/schema/people.ts";
import { questionWatches } from "#db/schema/question-activity.ts";
import { questionTags, tagFollows } from "#db/schema/questions.ts";
import type { Scope } from "#db/vocabulary.ts";

export type AudienceQuestion = {
  id: number;
  scope: Scope;
  organisationId: number | null;
  authorId: number;
  productAreaId: number;
};

/** Of the given people, those for whom the question exists: the same rule as `visibleQuestions`. */
export async function listThoseWhoSee(
  tx: DbOrTx,
  question: AudienceQuestion,
  personIds: number[],
): Promise<number[]> {
  if (personIds.length === 0) return [];
  const staffOrAuthor = or(
    inArray(people.role, ["staff", "admin"]),
    eq(people.id, question.authorId),
  );
  const byScope: Record<Scope, SQL | undefined> = {
    public: sql`true`,
    customers: sql`true`,
    supporters: or(staffOrAuthor, isSupporter()),
    organisation: or(staffOrAuthor, eq(people.organisationId, question.organisationId ?? -1)),
  };
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, personIds), byScope[question.scope]));
  return rows.map(({ id }) => id);
}

/** Everyone who watches the question and may see it. */
export async function listWatchers(tx: DbOrTx, question: AudienceQuestion): Promise<number[]> {
  const rows = await tx
    .select({ id: questionWatches.personId })
    .from(questionWatches)
    .where(and(eq(questionWatches.questionId, question.id), isNull(questionWatches.unwatchedAt)));
  return listThoseWhoSee(
    tx,
    question,
    rows.map(({ id }) => id),
  );
}

/** Everyone who follows the area or a tag of the question and may see it. */
export async function listFollowers(tx: DbOrTx, question: AudienceQuestion): Promise<number[]> {
  const byArea = await tx
    .select({ id: areaFollows.personId })
    .from(areaFollows)
    .where(eq(areaFollows.productAreaId, question.productAreaId));
  const byTag = await tx
    .select({ id: tagFollows.personId })
    .from(tagFollows)
    .innerJoin(questionTags, eq(questionTags.tagId, tagFollows.tagId))
    .where(eq(questionTags.questionId, question.id));
  return listThoseWhoSee(tx, question, [...new Set([...byArea, ...byTag].map(({ id }) => id))]);
}

/** Makes a person hear of the question from now on, unless they once chose not to. */
export async function watchByTakingPart(
  tx: DbOrTx,
  { questionId, personId, now }: { questionId: number; personId: number; now: Date },
): Promise<void> {
  await tx
    .insert(questionWatches)
    .values({ questionId, personId, watchedAt: now })
    .onConflictDoNothing();
}
