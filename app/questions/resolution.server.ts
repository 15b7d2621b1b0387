import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { excerpt } from "#app/lib/markdown/scan.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import {
  informationRequests,
  questionClosures,
  questionDuplicates,
  questions,
} from "#db/schema/questions.ts";
import type { CloseReason, QuestionHistoryKind } from "#db/vocabulary.ts";
import { listThoseWhoSee, listWatchers } from "./audience.server.ts";
import { type LockedQuestion, lockQuestion, recordHistory } from "./lock-question.server.ts";
import { refreshQuestionState } from "./question-state.server.ts";
import {
  canCloseQuestion,
  canMarkDuplicate,
  canReopenQuestion,
  canRequestInformation,
  canUnmarkDuplicate,
} from "./questions.ts";
import { followQuestion } from "./routing/follow-question.server.ts";
import { visibleQuestions } from "./visibility.server.ts";

const DUPLICATES_LOCK = 4_021_507;

type Outcome<Reason extends string = never> =
  | { ok: true }
  | { ok: false; reason: "not-found" | "not-allowed" | Reason };

type Change = { viewer: Viewer; questionId: number; now: Date };

/** Asks the asker for what is missing; the question waits for them (要情報). */
export async function requestInformation(
  db: DbOrTx,
  { viewer, questionId, message, now }: Change & { message: string },
): Promise<Outcome> {
  return change(db, { viewer, questionId, now }, canRequestInformation, async (tx, question) => {
    await tx
      .insert(informationRequests)
      .values({ questionId, message, requestedBy: viewer.id, requestedAt: now });
    await record(tx, { viewer, questionId, now }, "information-requested", { message });
    await notify(tx, {
      kind: "information-requested",
      questionId,
      actorId: viewer.id,
      detail: { message: excerpt(message, 300) },
      recipients: await listThoseWhoSee(tx, question, [question.authorId]),
      onceKey: `information-requested:${questionId}:${now.toISOString()}`,
      now,
    });
    return { ok: true };
  });
}

/**
 * Ends the wait for information. Called when the asker adds something to a question, which by
 * then is locked; does nothing when nobody waits.
 */
export async function endInformationRequest(
  tx: DbOrTx,
  { viewer, questionId, now }: Change,
): Promise<void> {
  const ended = await tx
    .delete(informationRequests)
    .where(eq(informationRequests.questionId, questionId))
    .returning();
  if (ended.length === 0) return;
  await record(tx, { viewer, questionId, now }, "information-given");
  await refreshQuestionState(tx, questionId);
  await followQuestion(tx, { questionId, actorId: viewer.id, now });
}

/** The asker or staff say that nothing more is missing. */
export async function withdrawInformationRequest(db: DbOrTx, given: Change): Promise<Outcome> {
  return change(
    db,
    given,
    (viewer, question) =>
      question.state === "needs-info" &&
      (viewer?.id === question.authorId || viewer?.role !== "member"),
    async (tx) => {
      await endInformationRequest(tx, given);
      return { ok: true };
    },
  );
}

/** Closes a question for a reason that readers see. */
export async function closeQuestion(
  db: DbOrTx,
  { viewer, questionId, reason, note, now }: Change & { reason: CloseReason; note: string },
): Promise<Outcome> {
  return change(db, { viewer, questionId, now }, canCloseQuestion, async (tx, question) => {
    await tx
      .insert(questionClosures)
      .values({ questionId, reason, note, closedBy: viewer.id, closedAt: now });
    await record(tx, { viewer, questionId, now }, "closed", { reason, note });
    await notify(tx, {
      kind: "question-closed",
      questionId,
      actorId: viewer.id,
      recipients: await listWatchers(tx, question),
      onceKey: `question-closed:${questionId}:${now.toISOString()}`,
      now,
    });
    return { ok: true };
  });
}

export async function reopenQuestion(db: DbOrTx, given: Change): Promise<Outcome> {
  return change(db, given, canReopenQuestion, async (tx) => {
    await tx.delete(questionClosures).where(eq(questionClosures.questionId, given.questionId));
    await record(tx, given, "reopened");
    return { ok: true };
  });
}

/**
 * Points a question to the one it repeats. Where that is a duplicate itself, its canonical one is
 * taken; questions that pointed here are led there too, so that no reader follows a chain.
 */
export async function markDuplicate(
  db: DbOrTx,
  { viewer, questionId, canonicalId, now }: Change & { canonicalId: number },
): Promise<Outcome<"canonical-not-found" | "same-question">> {
  const mark = async (
    tx: DbOrTx,
    question: LockedQuestion,
  ): Promise<Outcome<"canonical-not-found" | "same-question">> => {
    const target = await findCanonical(tx, viewer, canonicalId);
    if (!target) return { ok: false, reason: "canonical-not-found" };
    if (target.id === questionId) return { ok: false, reason: "same-question" };
    // The asker must be able to read where they are sent.
    const [reader] = await listThoseWhoSee(tx, target, [question.authorId]);
    if (!reader) return { ok: false, reason: "canonical-not-found" };
    await tx
      .insert(questionDuplicates)
      .values({ questionId, canonicalId: target.id, markedBy: viewer.id, markedAt: now });
    await tx
      .update(questionDuplicates)
      .set({ canonicalId: target.id })
      .where(eq(questionDuplicates.canonicalId, questionId));
    await record(tx, { viewer, questionId, now }, "marked-duplicate", { canonicalId: target.id });
    await notify(tx, {
      kind: "question-closed",
      questionId,
      actorId: viewer.id,
      recipients: await listWatchers(tx, question),
      onceKey: `question-closed:${questionId}:${now.toISOString()}`,
      now,
    });
    return { ok: true };
  };
  return db.transaction(async (tx) => {
    // Each mark locks two questions. One at a time, two opposite ones cannot wait for each other.
    await tx.execute(sql`select pg_advisory_xact_lock(${DUPLICATES_LOCK})`);
    return change(tx, { viewer, questionId, now }, canMarkDuplicate, mark);
  });
}

export async function unmarkDuplicate(db: DbOrTx, given: Change): Promise<Outcome> {
  return change(db, given, canUnmarkDuplicate, async (tx) => {
    await tx.delete(questionDuplicates).where(eq(questionDuplicates.questionId, given.questionId));
    await record(tx, given, "unmarked-duplicate");
    return { ok: true };
  });
}

/** Follows a duplicate to its canonical question and locks that one against being changed. */
async function findCanonical(tx: DbOrTx, viewer: Viewer, questionId: number) {
  const [row] = await tx
    .select({
      id: questions.id,
      scope: questions.scope,
      organisationId: questions.organisationId,
      authorId: questions.authorId,
      productAreaId: questions.productAreaId,
    })
    .from(questions)
    .where(
      and(
        sql`${questions.id} = coalesce((select d.canonical_id from question_duplicates d where d.question_id = ${questionId}), ${questionId})`,
        visibleQuestions(viewer),
      ),
    )
    .for("share");
  if (!row) return undefined;
  const again = await tx
    .select({ canonicalId: questionDuplicates.canonicalId })
    .from(questionDuplicates)
    .where(eq(questionDuplicates.questionId, row.id));
  return again.length === 0 ? row : undefined;
}

/** Locks, checks, changes and derives the state anew. */
async function change<Reason extends string = never>(
  db: DbOrTx,
  { viewer, questionId, now }: Change,
  allowed: (viewer: Viewer, question: LockedQuestion) => boolean,
  apply: (tx: DbOrTx, question: LockedQuestion) => Promise<Outcome<Reason>>,
): Promise<Outcome<Reason>> {
  return db.transaction(async (tx) => {
    const question = await lockQuestion(tx, viewer, questionId);
    if (!question) return { ok: false, reason: "not-found" };
    if (!allowed(viewer, question)) return { ok: false, reason: "not-allowed" };
    const outcome = await apply(tx, question);
    if (outcome.ok) {
      await refreshQuestionState(tx, questionId);
      await followQuestion(tx, { questionId, actorId: viewer.id, now });
    }
    return outcome;
  });
}

function record(
  tx: DbOrTx,
  { viewer, questionId, now }: Change,
  kind: QuestionHistoryKind,
  detail?: Record<string, string | number>,
): Promise<void> {
  return recordHistory(tx, { questionId, actorId: viewer.id, kind, detail, now });
}
