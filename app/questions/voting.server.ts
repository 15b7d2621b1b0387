import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { reconcilePoints } from "#app/points/points.server.ts";
import { dayOfPoints } from "#app/points/points.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { answers, helpfulVotes, questions } from "#db/schema/questions.ts";
import { lockAnswer } from "./acceptance.server.ts";
import { lockQuestion } from "./lock-question.server.ts";
import { canVote } from "./questions.ts";

type Outcome =
  | { ok: true; questionId: number }
  | { ok: false; reason: "not-found" | "not-allowed" };

/** Sets or takes back 「役に立った」 on a question. The count follows the rows, however often asked. */
export async function voteForQuestion(
  db: DbOrTx,
  {
    viewer,
    questionId,
    helpful,
    now,
  }: { viewer: Viewer; questionId: number; helpful: boolean; now: Date },
): Promise<Outcome> {
  return db.transaction(async (tx) => {
    const question = await lockQuestion(tx, viewer, questionId);
    if (!question) return { ok: false, reason: "not-found" };
    if (!canVote(viewer, question)) return { ok: false, reason: "not-allowed" };
    await setVote(tx, { questionId, viewer, helpful, now });
    await tx
      .update(questions)
      .set({
        helpfulCount: sql`imported_helpful_count + (select count(*) from helpful_votes v where v.question_id = ${questionId})`,
      })
      .where(eq(questions.id, questionId));
    return { ok: true, questionId };
  });
}

/** The same for an answer. */
export async function voteForAnswer(
  db: DbOrTx,
  {
    viewer,
    answerId,
    helpful,
    now,
  }: { viewer: Viewer; answerId: number; helpful: boolean; now: Date },
): Promise<Outcome> {
  return db.transaction(async (tx) => {
    const found = await lockAnswer(tx, viewer, answerId);
    if (!found) return { ok: false, reason: "not-found" };
    if (!canVote(viewer, found.answer)) return { ok: false, reason: "not-allowed" };
    const changedAt = await setVote(tx, { answerId, viewer, helpful, now });
    await tx
      .update(answers)
      .set({
        helpfulCount: sql`imported_helpful_count + (select count(*) from helpful_votes v where v.answer_id = ${answerId})`,
      })
      .where(eq(answers.id, answerId));
    if (changedAt) {
      const days = [dayOfPoints(changedAt)];
      await reconcilePoints(tx, { personIds: [found.answer.authorId], days, now });
    }
    return { ok: true, questionId: found.question.id };
  });
}

/** Gives when the vote that came or went was cast; undefined when nothing changed. */
async function setVote(
  tx: DbOrTx,
  vote: {
    questionId?: number;
    answerId?: number;
    viewer: Viewer;
    helpful: boolean;
    now: Date;
  },
): Promise<Date | undefined> {
  const { helpful, now, viewer, questionId, answerId } = vote;
  const personId = viewer.id;
  const createdAt = { createdAt: helpfulVotes.createdAt };
  if (helpful) {
    const [cast] = await tx
      .insert(helpfulVotes)
      .values({
        questionId,
        answerId,
        personId,
        organisationId: viewer.organisation?.id ?? null,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning(createdAt);
    return cast?.createdAt;
  }
  const target =
    questionId === undefined
      ? eq(helpfulVotes.answerId, answerId ?? 0)
      : eq(helpfulVotes.questionId, questionId);
  const [gone] = await tx
    .delete(helpfulVotes)
    .where(and(target, eq(helpfulVotes.personId, personId)))
    .returning(createdAt);
  return gone?.createdAt;
}
