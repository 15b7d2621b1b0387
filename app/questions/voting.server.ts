import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
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
    await setVote(tx, { questionId, personId: viewer.id, helpful, now });
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
    await setVote(tx, { answerId, personId: viewer.id, helpful, now });
    await tx
      .update(answers)
      .set({
        helpfulCount: sql`imported_helpful_count + (select count(*) from helpful_votes v where v.answer_id = ${answerId})`,
      })
      .where(eq(answers.id, answerId));
    return { ok: true, questionId: found.question.id };
  });
}

async function setVote(
  tx: DbOrTx,
  vote: {
    questionId?: number;
    answerId?: number;
    personId: number;
    helpful: boolean;
    now: Date;
  },
): Promise<void> {
  const { helpful, now, personId, questionId, answerId } = vote;
  if (helpful) {
    await tx
      .insert(helpfulVotes)
      .values({ questionId, answerId, personId, createdAt: now })
      .onConflictDoNothing();
    return;
  }
  const target =
    questionId === undefined
      ? eq(helpfulVotes.answerId, answerId ?? 0)
      : eq(helpfulVotes.questionId, questionId);
  await tx.delete(helpfulVotes).where(and(target, eq(helpfulVotes.personId, personId)));
}
