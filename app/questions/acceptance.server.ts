import { and, eq, isNull } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import { followPoints } from "#app/points/points.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import {
  acceptedAnswers,
  answers,
  answerVerifications,
  informationRequests,
  questionClosures,
} from "#db/schema/questions.ts";
import { listThoseWhoSee } from "./audience.server.ts";
import { findQuestionIdOfAnswer, lockQuestion, recordHistory } from "./lock-question.server.ts";
import { refreshQuestionState } from "./question-state.server.ts";
import { canAcceptAnswer, canVerifyAnswer } from "./questions.ts";

type Outcome =
  | { ok: true; questionId: number }
  | { ok: false; reason: "not-found" | "not-allowed" };

/**
 * Makes an answer the accepted one of its question; the mark moves from another answer. Accepting
 * the accepted answer again changes nothing.
 */
export async function acceptAnswer(
  db: DbOrTx,
  { viewer, answerId, now }: { viewer: Viewer; answerId: number; now: Date },
): Promise<Outcome> {
  return db.transaction(async (tx) => {
    const found = await lockAnswer(tx, viewer, answerId);
    if (!found) return { ok: false, reason: "not-found" };
    const { question, answer } = found;
    if (!canAcceptAnswer(viewer, question)) return { ok: false, reason: "not-allowed" };
    const [before] = await tx
      .select({ answerId: acceptedAnswers.answerId })
      .from(acceptedAnswers)
      .where(eq(acceptedAnswers.questionId, question.id));
    if (before?.answerId === answerId) return { ok: true, questionId: question.id };
    const mark = { answerId, acceptedBy: viewer.id, acceptedAt: now };
    await tx
      .insert(acceptedAnswers)
      .values({ questionId: question.id, ...mark })
      .onConflictDoUpdate({ target: acceptedAnswers.questionId, set: mark });
    // Whoever accepts an answer needs to explain nothing more, and then nothing is presumed.
    await tx.delete(informationRequests).where(eq(informationRequests.questionId, question.id));
    await tx
      .delete(questionClosures)
      .where(
        and(
          eq(questionClosures.questionId, question.id),
          eq(questionClosures.reason, "presumed-solved"),
        ),
      );
    await recordHistory(tx, {
      questionId: question.id,
      answerId,
      actorId: viewer.id,
      kind: "accepted",
      detail: before ? { movedFrom: before.answerId } : {},
      now,
    });
    await refreshQuestionState(tx, question.id);
    await notify(tx, {
      kind: "answer-accepted",
      questionId: question.id,
      answerId,
      actorId: viewer.id,
      recipients: await listThoseWhoSee(tx, question, [answer.authorId]),
      now,
    });
    await followPoints(tx, { answerIds: before ? [answerId, before.answerId] : [answerId], now });
    return { ok: true, questionId: question.id };
  });
}

/** Takes the mark off; does nothing when another answer carries it by now. */
export async function unacceptAnswer(
  db: DbOrTx,
  { viewer, answerId, now }: { viewer: Viewer; answerId: number; now: Date },
): Promise<Outcome> {
  return db.transaction(async (tx) => {
    const found = await lockAnswer(tx, viewer, answerId);
    if (!found) return { ok: false, reason: "not-found" };
    const { question } = found;
    if (!canAcceptAnswer(viewer, question)) return { ok: false, reason: "not-allowed" };
    const removed = await tx
      .delete(acceptedAnswers)
      .where(eq(acceptedAnswers.answerId, answerId))
      .returning();
    if (removed.length > 0) {
      await recordHistory(tx, {
        questionId: question.id,
        answerId,
        actorId: viewer.id,
        kind: "unaccepted",
        now,
      });
      await refreshQuestionState(tx, question.id);
      await followPoints(tx, { answerIds: [answerId], now });
    }
    return { ok: true, questionId: question.id };
  });
}

/** Staff confirm that an answer is right (公式確認済み), or take that back. */
export async function verifyAnswer(
  db: DbOrTx,
  {
    viewer,
    answerId,
    verified,
    now,
  }: { viewer: Viewer; answerId: number; verified: boolean; now: Date },
): Promise<Outcome> {
  return db.transaction(async (tx) => {
    const found = await lockAnswer(tx, viewer, answerId);
    if (!found) return { ok: false, reason: "not-found" };
    if (!canVerifyAnswer(viewer)) return { ok: false, reason: "not-allowed" };
    const changed = verified
      ? await tx
          .insert(answerVerifications)
          .values({ answerId, verifiedBy: viewer.id, verifiedAt: now })
          .onConflictDoNothing()
          .returning()
      : await tx
          .delete(answerVerifications)
          .where(eq(answerVerifications.answerId, answerId))
          .returning();
    if (changed.length > 0) {
      await recordHistory(tx, {
        questionId: found.question.id,
        answerId,
        actorId: viewer.id,
        kind: verified ? "verified" : "unverified",
        now,
      });
    }
    return { ok: true, questionId: found.question.id };
  });
}

/** Locks the question of an answer, then the answer; undefined when not there for the viewer. */
export async function lockAnswer(tx: DbOrTx, viewer: Viewer, answerId: number) {
  const questionId = await findQuestionIdOfAnswer(tx, answerId);
  const question = questionId ? await lockQuestion(tx, viewer, questionId) : undefined;
  if (!question) return undefined;
  const [answer] = await tx
    .select({ id: answers.id, authorId: answers.authorId })
    .from(answers)
    .where(and(eq(answers.id, answerId), isNull(answers.deletedAt)))
    .for("update");
  return answer && { question, answer };
}
