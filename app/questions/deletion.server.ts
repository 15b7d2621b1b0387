import { and, eq, gte, isNotNull, isNull } from "drizzle-orm";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { after, DAY } from "#app/lib/time.ts";
import { followPoints } from "#app/points/points.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { acceptedAnswers, answers, comments, questions } from "#db/schema/questions.ts";
import { lockComment } from "./commenting.server.ts";
import { findQuestionIdOfAnswer, lockQuestion, recordHistory } from "./lock-question.server.ts";
import { refreshQuestionState } from "./question-state.server.ts";
import { canDeleteAnswer, canDeleteComment, canDeleteQuestion, RESTORE_DAYS } from "./questions.ts";
import { followQuestion } from "./routing/follow-question.server.ts";

type Outcome =
  | { ok: true; questionId: number }
  | { ok: false; reason: "not-found" | "not-allowed" };

const notFound = { ok: false, reason: "not-found" } as const;
const notAllowed = { ok: false, reason: "not-allowed" } as const;

/** Takes a question off every page; whoever did it can restore it for 30 days. */
export async function deleteQuestion(
  db: DbOrTx,
  { viewer, questionId, now }: { viewer: Viewer; questionId: number; now: Date },
): Promise<Outcome> {
  return db.transaction(async (tx) => {
    const question = await lockQuestion(tx, viewer, questionId);
    if (!question) return notFound;
    if (!canDeleteQuestion(viewer, question)) return notAllowed;
    await tx
      .update(questions)
      .set({ deletedAt: now, deletedBy: viewer.id })
      .where(eq(questions.id, questionId));
    await recordHistory(tx, { questionId, actorId: viewer.id, kind: "deleted", now });
    await followQuestion(tx, { questionId, actorId: viewer.id, now });
    await followPoints(tx, { questionId, now });
    return { ok: true, questionId };
  });
}

/** Undo of `deleteQuestion`, for whoever deleted it, or staff. */
export async function restoreQuestion(
  db: DbOrTx,
  { viewer, questionId, now }: { viewer: Viewer; questionId: number; now: Date },
): Promise<Outcome> {
  return db.transaction(async (tx) => {
    const restored = await tx
      .update(questions)
      .set({ deletedAt: null, deletedBy: null })
      .where(
        and(
          eq(questions.id, questionId),
          isNotNull(questions.deletedAt),
          gte(questions.deletedAt, after(now, -RESTORE_DAYS * DAY)),
          isStaff(viewer) ? undefined : eq(questions.deletedBy, viewer.id),
        ),
      )
      .returning({ id: questions.id });
    if (restored.length === 0) return notFound;
    await recordHistory(tx, { questionId, actorId: viewer.id, kind: "restored", now });
    await followQuestion(tx, { questionId, actorId: viewer.id, now });
    await followPoints(tx, { questionId, now });
    return { ok: true, questionId };
  });
}

/** Takes an answer off its page; staff deleting the accepted one also takes the mark off. */
export async function deleteAnswer(
  db: DbOrTx,
  { viewer, answerId, now }: { viewer: Viewer; answerId: number; now: Date },
): Promise<Outcome> {
  return db.transaction(async (tx) => {
    const questionId = await findQuestionIdOfAnswer(tx, answerId);
    const question = questionId ? await lockQuestion(tx, viewer, questionId) : undefined;
    if (!question) return notFound;
    const [answer] = await tx
      .select({ authorId: answers.authorId, acceptedId: acceptedAnswers.answerId })
      .from(answers)
      .leftJoin(acceptedAnswers, eq(acceptedAnswers.answerId, answers.id))
      .where(and(eq(answers.id, answerId), isNull(answers.deletedAt)));
    if (!answer) return notFound;
    const isAccepted = answer.acceptedId !== null;
    if (!canDeleteAnswer(viewer, { authorId: answer.authorId, isAccepted })) return notAllowed;
    await tx.delete(acceptedAnswers).where(eq(acceptedAnswers.answerId, answerId));
    await tx
      .update(answers)
      .set({ deletedAt: now, deletedBy: viewer.id })
      .where(eq(answers.id, answerId));
    await recordHistory(tx, {
      questionId: question.id,
      answerId,
      actorId: viewer.id,
      kind: "answer-deleted",
      now,
    });
    await refreshQuestionState(tx, question.id);
    await followQuestion(tx, { questionId: question.id, actorId: viewer.id, now });
    await followPoints(tx, { answerIds: [answerId], now });
    return { ok: true, questionId: question.id };
  });
}

export async function restoreAnswer(
  db: DbOrTx,
  { viewer, answerId, now }: { viewer: Viewer; answerId: number; now: Date },
): Promise<Outcome> {
  return db.transaction(async (tx) => {
    const questionId = await findQuestionIdOfAnswer(tx, answerId);
    const question = questionId ? await lockQuestion(tx, viewer, questionId) : undefined;
    if (!question) return notFound;
    const restored = await tx
      .update(answers)
      .set({ deletedAt: null, deletedBy: null })
      .where(
        and(
          eq(answers.id, answerId),
          isNotNull(answers.deletedAt),
          gte(answers.deletedAt, after(now, -RESTORE_DAYS * DAY)),
          isStaff(viewer) ? undefined : eq(answers.deletedBy, viewer.id),
        ),
      )
      .returning({ id: answers.id });
    if (restored.length === 0) return notFound;
    await recordHistory(tx, {
      questionId: question.id,
      answerId,
      actorId: viewer.id,
      kind: "answer-restored",
      now,
    });
    await refreshQuestionState(tx, question.id);
    await followQuestion(tx, { questionId: question.id, actorId: viewer.id, now });
    await followPoints(tx, { answerIds: [answerId], now });
    return { ok: true, questionId: question.id };
  });
}

export async function deleteComment(
  db: DbOrTx,
  { viewer, commentId, now }: { viewer: Viewer; commentId: number; now: Date },
): Promise<Outcome> {
  return db.transaction(async (tx) => {
    const comment = await lockComment(tx, viewer, commentId);
    if (!comment) return notFound;
    if (!canDeleteComment(viewer, comment)) return notAllowed;
    await tx
      .update(comments)
      .set({ deletedAt: now, deletedBy: viewer.id })
      .where(eq(comments.id, commentId));
    return { ok: true, questionId: comment.questionId };
  });
}

export async function restoreComment(
  db: DbOrTx,
  { viewer, commentId, now }: { viewer: Viewer; commentId: number; now: Date },
): Promise<Outcome> {
  return db.transaction(async (tx) => {
    const comment = await lockComment(tx, viewer, commentId, { deleted: true });
    const expired = !comment?.deletedAt || comment.deletedAt < after(now, -RESTORE_DAYS * DAY);
    if (!comment || expired) return notFound;
    if (!isStaff(viewer) && comment.deletedBy !== viewer.id) return notFound;
    await tx
      .update(comments)
      .set({ deletedAt: null, deletedBy: null })
      .where(eq(comments.id, commentId));
    return { ok: true, questionId: comment.questionId };
  });
}
