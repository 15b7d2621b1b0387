import { and, eq, isNull } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { answers, comments, questions } from "#db/schema/questions.ts";
import { listThoseWhoSee, listWatchers, watchByTakingPart } from "./audience.server.ts";
import { lockQuestion } from "./lock-question.server.ts";
import {
  attachImages,
  type BodyRefusal,
  nextVersion,
  prepareBody,
  recordRevision,
} from "./post-body.server.ts";
import { canComment, canEditPost } from "./questions.ts";
import { endInformationRequest } from "./resolution.server.ts";
import { claimSubmission, fulfilSubmission, releaseSubmission } from "./submissions.server.ts";

type Refusal = { ok: false; reason: "not-found" | "not-allowed" };

/**
 * Adds a comment to a question, or to one of its answers. A comment by the asker on a question
 * that waits for information is that information.
 */
export async function addComment(
  db: DbOrTx,
  {
    viewer,
    questionId,
    answerId,
    body: source,
    submissionKey,
    now,
  }: {
    viewer: Viewer;
    questionId: number;
    answerId?: number;
    body: string;
    submissionKey: string;
    now: Date;
  },
): Promise<{ ok: true; commentId: number } | Refusal | BodyRefusal> {
  const prepared = await prepareBody(db, source);
  if (!prepared.ok) return prepared;
  const { body } = prepared;
  return db.transaction(async (tx) => {
    const question = await lockQuestion(tx, viewer, questionId);
    if (!question) return { ok: false, reason: "not-found" };
    const claim = await claimSubmission(tx, { key: submissionKey, personId: viewer.id, now });
    if (!claim.first) {
      const { commentId } = claim.made;
      return commentId ? { ok: true, commentId } : { ok: false, reason: "not-allowed" };
    }
    const isThere = answerId === undefined || (await answerExists(tx, { answerId, questionId }));
    if (!isThere || !canComment(viewer, question)) {
      await releaseSubmission(tx, submissionKey);
      return { ok: false, reason: isThere ? "not-allowed" : "not-found" };
    }
    const [comment] = await tx
      .insert(comments)
      .values({
        ...body.columns,
        questionId,
        answerId: answerId ?? null,
        authorId: viewer.id,
        createdAt: now,
      })
      .returning({ id: comments.id });
    if (!comment) throw new Error("The comment was not inserted");
    const commentId = comment.id;
    await tx.update(questions).set({ lastActivityAt: now }).where(eq(questions.id, questionId));
    await recordRevision(
      tx,
      { commentId },
      { editorId: viewer.id, bodySource: body.columns.bodySource, now },
    );
    await attachImages(tx, { questionId, authorId: viewer.id, fileIds: body.fileIds });
    await watchByTakingPart(tx, { questionId, personId: viewer.id, now });
    if (viewer.id === question.authorId) {
      await endInformationRequest(tx, { viewer, questionId, now });
    }
    const watchers = await listWatchers(tx, question);
    const mentioned = await listThoseWhoSee(tx, question, body.mentionedIds);
    const event = { questionId, answerId, commentId, actorId: viewer.id, now };
    await notify(tx, { ...event, kind: "mentioned", recipients: mentioned });
    await notify(tx, {
      ...event,
      kind: "commented",
      recipients: watchers.filter((id) => !mentioned.includes(id)),
    });
    await fulfilSubmission(tx, submissionKey, { commentId });
    return { ok: true, commentId };
  });
}

async function answerExists(
  tx: DbOrTx,
  { answerId, questionId }: { answerId: number; questionId: number },
): Promise<boolean> {
  const found = await tx
    .select({ id: answers.id })
    .from(answers)
    .where(
      and(eq(answers.id, answerId), eq(answers.questionId, questionId), isNull(answers.deletedAt)),
    );
  return found.length > 0;
}

/** Saves a new version of a comment, if `version` is still the newest. */
export async function editComment(
  db: DbOrTx,
  {
    viewer,
    commentId,
    version,
    body: source,
    now,
  }: { viewer: Viewer; commentId: number; version: number; body: string; now: Date },
): Promise<
  | { ok: true; questionId: number }
  | Refusal
  | BodyRefusal
  | { ok: false; reason: "changed-meanwhile"; current: { version: number; body: string } }
> {
  const prepared = await prepareBody(db, source);
  if (!prepared.ok) return prepared;
  const { body } = prepared;
  return db.transaction(async (tx) => {
    const comment = await lockComment(tx, viewer, commentId);
    if (!comment) return { ok: false, reason: "not-found" };
    if (!canEditPost(viewer, comment)) return { ok: false, reason: "not-allowed" };
    if (comment.version !== version) {
      const current = { version: comment.version, body: comment.body };
      return { ok: false, reason: "changed-meanwhile", current };
    }
    await tx
      .update(comments)
      .set({ ...body.columns, editedAt: now, version: nextVersion })
      .where(eq(comments.id, commentId));
    await recordRevision(
      tx,
      { commentId },
      { editorId: viewer.id, bodySource: body.columns.bodySource, now },
    );
    const { questionId, askerId } = comment;
    await attachImages(tx, { questionId, authorId: viewer.id, fileIds: body.fileIds });
    if (viewer.id === askerId) await endInformationRequest(tx, { viewer, questionId, now });
    return { ok: true, questionId };
  });
}

/**
 * Locks the question of a comment, then the comment; undefined when not there for the viewer. With
 * its answer, a comment goes too.
 */
export async function lockComment(
  tx: DbOrTx,
  viewer: Viewer,
  commentId: number,
  { deleted = false }: { deleted?: boolean } = {},
) {
  const [place] = await tx
    .select({ questionId: comments.questionId })
    .from(comments)
    .where(eq(comments.id, commentId));
  const question = place && (await lockQuestion(tx, viewer, place.questionId));
  if (!question) return undefined;
  const [comment] = await tx
    .select({
      id: comments.id,
      answerId: comments.answerId,
      questionId: comments.questionId,
      authorId: comments.authorId,
      version: comments.version,
      body: comments.bodySource,
      deletedAt: comments.deletedAt,
      deletedBy: comments.deletedBy,
    })
    .from(comments)
    .where(eq(comments.id, commentId))
    .for("update");
  if (!comment || (comment.deletedAt !== null) !== deleted) return undefined;
  const { answerId, questionId } = comment;
  if (answerId !== null && !(await answerExists(tx, { answerId, questionId }))) return undefined;
  return { ...comment, askerId: question.authorId };
}
