import { and, eq, isNull } from "drizzle-orm";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { answers, answerVerifications, questions } from "#db/schema/questions.ts";
import { highestCredential } from "./answer-mark.server.ts";
import type { StaleEdit } from "./asking.server.ts";
import { listThoseWhoSee, listWatchers, watchByTakingPart } from "./audience.server.ts";
import { discardDraft } from "./drafts.server.ts";
import { findQuestionIdOfAnswer, lockQuestion, recordHistory } from "./lock-question.server.ts";
import {
  attachImages,
  type BodyRefusal,
  nextVersion,
  prepareBody,
  recordRevision,
} from "./post-body.server.ts";
import { refreshQuestionState } from "./question-state.server.ts";
import { canAnswer, canEditPost } from "./questions.ts";
import { endInformationRequest } from "./resolution.server.ts";
import { followQuestion } from "./routing/follow-question.server.ts";
import { claimSubmission, fulfilSubmission, releaseSubmission } from "./submissions.server.ts";

export type AnswerContent = {
  body: string;
  /** Version of the vendor's product for which the answer is true. */
  trueForVersion: string | null;
  /** Day (YYYY-MM-DD) from which the answer should be looked at again. */
  reviewOn: string | null;
};

type Refusal = { ok: false; reason: "not-found" | "not-allowed" };

/** Publishes an answer and tells the asker and everyone who watches. */
export async function answerQuestion(
  db: DbOrTx,
  {
    viewer,
    questionId,
    content,
    submissionKey,
    now,
  }: {
    viewer: Viewer;
    questionId: number;
    content: AnswerContent;
    submissionKey: string;
    now: Date;
  },
): Promise<{ ok: true; answerId: number } | Refusal | BodyRefusal> {
  const prepared = await prepareBody(db, content.body);
  if (!prepared.ok) return prepared;
  const { body } = prepared;
  return db.transaction(async (tx) => {
    const question = await lockQuestion(tx, viewer, questionId);
    if (!question) return { ok: false, reason: "not-found" };
    const claim = await claimSubmission(tx, { key: submissionKey, personId: viewer.id, now });
    if (!claim.first) {
      const { answerId } = claim.made;
      return answerId ? { ok: true, answerId } : { ok: false, reason: "not-allowed" };
    }
    if (!canAnswer(viewer, question)) {
      await releaseSubmission(tx, submissionKey);
      return { ok: false, reason: "not-allowed" };
    }
    const [answer] = await tx
      .insert(answers)
      .values({
        ...body.columns,
        questionId,
        authorId: viewer.id,
        organisationId: viewer.organisation?.id ?? null,
        credentialId: highestCredential(viewer.id),
        trueForVersion: content.trueForVersion,
        reviewOn: content.reviewOn,
        createdAt: now,
      })
      .returning({ id: answers.id });
    if (!answer) throw new Error("The answer was not inserted");
    const answerId = answer.id;
    await tx.update(questions).set({ lastActivityAt: now }).where(eq(questions.id, questionId));
    await recordRevision(
      tx,
      { answerId },
      { editorId: viewer.id, bodySource: body.columns.bodySource, now },
    );
    await attachImages(tx, { questionId, authorId: viewer.id, fileIds: body.fileIds });
    await watchByTakingPart(tx, { questionId, personId: viewer.id, now });
    await recordHistory(tx, { questionId, answerId, actorId: viewer.id, kind: "answered", now });
    if (viewer.id === question.authorId) {
      await endInformationRequest(tx, { viewer, questionId, now });
    }
    await refreshQuestionState(tx, questionId);
    await followQuestion(tx, { questionId, actorId: viewer.id, now });
    const watchers = await listWatchers(tx, question);
    const mentioned = await listThoseWhoSee(tx, question, body.mentionedIds);
    const event = { questionId, answerId, actorId: viewer.id, now };
    const isAsker = (id: number) => id === question.authorId;
    await notify(tx, {
      ...event,
      kind: "question-answered",
      recipients: watchers.filter(isAsker),
    });
    await notify(tx, {
      ...event,
      kind: "watched-answered",
      recipients: watchers.filter((id) => !isAsker(id)),
    });
    await notify(tx, {
      ...event,
      kind: "mentioned",
      recipients: mentioned.filter((id) => !watchers.includes(id)),
    });
    await discardDraft(tx, { personId: viewer.id, place: `answer:${questionId}` });
    await fulfilSubmission(tx, submissionKey, { answerId });
    return { ok: true, answerId };
  });
}

/** Saves a new version of an answer, if `version` is still the newest; see `editQuestion`. */
export async function editAnswer(
  db: DbOrTx,
  {
    viewer,
    answerId,
    version,
    content,
    now,
  }: { viewer: Viewer; answerId: number; version: number; content: AnswerContent; now: Date },
): Promise<{ ok: true; questionId: number } | Refusal | BodyRefusal | StaleEdit> {
  const prepared = await prepareBody(db, content.body);
  if (!prepared.ok) return prepared;
  const { body } = prepared;
  return db.transaction(async (tx) => {
    const questionId = await findQuestionIdOfAnswer(tx, answerId);
    const question = questionId ? await lockQuestion(tx, viewer, questionId) : undefined;
    const [answer] = await tx
      .select({
        authorId: answers.authorId,
        version: answers.version,
        body: answers.bodySource,
      })
      .from(answers)
      .where(and(eq(answers.id, answerId), isNull(answers.deletedAt)))
      .for("update");
    if (!question || !answer) return { ok: false, reason: "not-found" };
    if (!canEditPost(viewer, answer)) return { ok: false, reason: "not-allowed" };
    if (answer.version !== version) {
      const current = { version: answer.version, title: question.title, body: answer.body };
      return { ok: false, reason: "changed-meanwhile", current };
    }
    await tx
      .update(answers)
      .set({
        ...body.columns,
        trueForVersion: content.trueForVersion,
        reviewOn: content.reviewOn,
        editedAt: now,
        version: nextVersion,
      })
      .where(eq(answers.id, answerId));
    await recordRevision(
      tx,
      { answerId },
      { editorId: viewer.id, bodySource: body.columns.bodySource, now },
    );
    await attachImages(tx, {
      questionId: question.id,
      authorId: viewer.id,
      fileIds: body.fileIds,
    });
    // What staff confirmed was the former text.
    const isAsBefore = isStaff(viewer) || body.columns.bodySource === answer.body;
    const unverified = isAsBefore
      ? []
      : await tx
          .delete(answerVerifications)
          .where(eq(answerVerifications.answerId, answerId))
          .returning();
    const event = { questionId: question.id, answerId, actorId: viewer.id, now };
    await recordHistory(tx, { ...event, kind: "answer-edited" });
    if (unverified.length > 0) await recordHistory(tx, { ...event, kind: "unverified" });
    await discardDraft(tx, { personId: viewer.id, place: `answer-edit:${answerId}` });
    return { ok: true, questionId: question.id };
  });
}
