import { and, eq, inArray, isNull } from "drizzle-orm";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { questions, questionTags, tags } from "#db/schema/questions.ts";
import type { Locale, Scope } from "#db/vocabulary.ts";
import { listFollowers, listThoseWhoSee, watchByTakingPart } from "./audience.server.ts";
import { discardDraft } from "./drafts.server.ts";
import { lockQuestion, recordHistory } from "./lock-question.server.ts";
import {
  attachImages,
  type BodyRefusal,
  nextVersion,
  prepareBody,
  recordRevision,
} from "./post-body.server.ts";
import { canEditPost, parseTags, visibleText } from "./questions.ts";
import { endInformationRequest } from "./resolution.server.ts";
import { startRouting } from "./routing/follow-question.server.ts";
import { searchVectorOf } from "./search-terms.server.ts";
import { claimSubmission, fulfilSubmission } from "./submissions.server.ts";
import { visibleQuestions } from "./visibility.server.ts";

export type QuestionContent = {
  title: string;
  body: string;
  productAreaId: number;
  scope: Scope;
  /** As typed: separated by spaces or commas. */
  tags: string;
};

export type AskRefusal = BodyRefusal | { ok: false; reason: "area-unknown" | "scope-not-allowed" };

/** Scopes a person may give a question: an asker opens it to customers or all; staff may narrow it. */
export function allowedScopes(viewer: Viewer): Scope[] {
  return isStaff(viewer)
    ? ["public", "customers", "supporters", "organisation"]
    : ["public", "customers"];
}

/**
 * Publishes a question. A second submit of the same form (`submissionKey`) answers with the
 * question that the first one made.
 */
export async function askQuestion(
  db: DbOrTx,
  {
    viewer,
    content,
    submissionKey,
    draftPlace = "question",
    now,
  }: {
    viewer: Viewer;
    content: QuestionContent;
    submissionKey: string;
    /** The form whose draft has served its purpose. */
    draftPlace?: string;
    now: Date;
  },
): Promise<{ ok: true; questionId: number } | AskRefusal | { ok: false; reason: "not-allowed" }> {
  const checked = await checkContent(db, viewer, content, viewer.organisation?.id ?? null);
  if (!checked.ok) return checked;
  const { title, body } = checked;
  return db.transaction(async (tx) => {
    const claim = await claimSubmission(tx, { key: submissionKey, personId: viewer.id, now });
    if (!claim.first) {
      const { questionId } = claim.made;
      return questionId ? { ok: true, questionId } : { ok: false, reason: "not-allowed" };
    }
    const [question] = await tx
      .insert(questions)
      .values({
        ...body.columns,
        title,
        authorId: viewer.id,
        organisationId: viewer.organisation?.id ?? null,
        productAreaId: content.productAreaId,
        scope: content.scope,
        locale: languageOf(title + body.columns.bodyText),
        createdAt: now,
        lastActivityAt: now,
        searchVector: searchVectorOf({ title, text: body.columns.bodyText }),
      })
      .returning();
    if (!question) throw new Error("The question was not inserted");
    const questionId = question.id;
    await setTags(tx, questionId, content.tags, now);
    await recordRevision(
      tx,
      { questionId },
      { editorId: viewer.id, title, bodySource: body.columns.bodySource, now },
    );
    await attachImages(tx, { questionId, authorId: viewer.id, fileIds: body.fileIds });
    await watchByTakingPart(tx, { questionId, personId: viewer.id, now });
    await recordHistory(tx, { questionId, actorId: viewer.id, kind: "asked", now });
    const mentioned = await listThoseWhoSee(tx, question, body.mentionedIds);
    const followers = await listFollowers(tx, question);
    const event = { questionId, actorId: viewer.id, now };
    const askedToAnswer = await startRouting(tx, event);
    await notify(tx, { ...event, kind: "mentioned", recipients: mentioned });
    await notify(tx, {
      ...event,
      kind: "question-asked",
      recipients: followers.filter((id) => ![...mentioned, ...askedToAnswer].includes(id)),
    });
    await discardDraft(tx, { personId: viewer.id, place: draftPlace });
    await fulfilSubmission(tx, submissionKey, { questionId });
    return { ok: true, questionId };
  });
}

export type StaleEdit = {
  ok: false;
  reason: "changed-meanwhile";
  current: { version: number; title: string; body: string };
};

/**
 * Saves a new version of a question, if `version` is still the newest. Otherwise nothing is
 * changed and the newest is returned, for the editor to compare.
 */
export async function editQuestion(
  db: DbOrTx,
  {
    viewer,
    questionId,
    version,
    content,
    now,
  }: {
    viewer: Viewer;
    questionId: number;
    version: number;
    content: QuestionContent;
    now: Date;
  },
): Promise<
  { ok: true } | AskRefusal | StaleEdit | { ok: false; reason: "not-found" | "not-allowed" }
> {
  const [before] = await db
    .select({
      authorId: questions.authorId,
      organisationId: questions.organisationId,
      scope: questions.scope,
    })
    .from(questions)
    .where(and(eq(questions.id, questionId), visibleQuestions(viewer)));
  if (!before) return { ok: false, reason: "not-found" };
  if (!canEditPost(viewer, before)) return { ok: false, reason: "not-allowed" };
  const { organisationId, scope } = before;
  const checked = await checkContent(db, viewer, content, organisationId, scope);
  if (!checked.ok) return checked;
  const { title, body } = checked;
  return db.transaction(async (tx) => {
    const locked = await lockQuestion(tx, viewer, questionId);
    if (!locked) return { ok: false, reason: "not-found" };
    if (!canEditPost(viewer, locked)) return { ok: false, reason: "not-allowed" };
    const saved = await tx
      .update(questions)
      .set({
        ...body.columns,
        title,
        productAreaId: content.productAreaId,
        scope: content.scope,
        locale: languageOf(title + body.columns.bodyText),
        editedAt: now,
        version: nextVersion,
        searchVector: searchVectorOf({ title, text: body.columns.bodyText }),
      })
      .where(and(eq(questions.id, questionId), eq(questions.version, version)))
      .returning({ id: questions.id });
    if (saved.length === 0) return staleQuestion(tx, questionId);
    await setTags(tx, questionId, content.tags, now);
    await recordRevision(
      tx,
      { questionId },
      { editorId: viewer.id, title, bodySource: body.columns.bodySource, now },
    );
    await attachImages(tx, { questionId, authorId: viewer.id, fileIds: body.fileIds });
    await recordHistory(tx, { questionId, actorId: viewer.id, kind: "edited", now });
    // What the asker adds to a question that waits for information is that information.
    if (viewer.id === locked.authorId) await endInformationRequest(tx, { viewer, questionId, now });
    await discardDraft(tx, { personId: viewer.id, place: `question-edit:${questionId}` });
    return { ok: true };
  });
}

async function staleQuestion(tx: DbOrTx, questionId: number): Promise<StaleEdit> {
  const [current] = await tx
    .select({ version: questions.version, title: questions.title, body: questions.bodySource })
    .from(questions)
    .where(eq(questions.id, questionId));
  if (!current) throw new Error("The question vanished under its lock");
  return { ok: false, reason: "changed-meanwhile", current };
}

async function checkContent(
  db: DbOrTx,
  viewer: Viewer,
  content: QuestionContent,
  organisationId: number | null,
  currentScope?: Scope,
) {
  const prepared = await prepareBody(db, content.body);
  if (!prepared.ok) return prepared;
  const allowed = allowedScopes(viewer).includes(content.scope) || content.scope === currentScope;
  if (!allowed || (content.scope === "organisation" && organisationId === null)) {
    return { ok: false, reason: "scope-not-allowed" } as const;
  }
  const [area] = await db
    .select({ id: productAreas.id })
    .from(productAreas)
    .where(and(eq(productAreas.id, content.productAreaId), isNull(productAreas.retiredAt)));
  if (!area) return { ok: false, reason: "area-unknown" } as const;
  return { ok: true, title: visibleText(content.title), body: prepared.body } as const;
}

/** Makes the typed tags the question's tags; names seen for the first time become tags. */
export async function setTags(
  tx: DbOrTx,
  questionId: number,
  typed: string,
  now: Date,
): Promise<void> {
  const names = parseTags(typed).sort();
  await tx.delete(questionTags).where(eq(questionTags.questionId, questionId));
  if (names.length === 0) return;
  await tx
    .insert(tags)
    .values(names.map((name) => ({ name, createdAt: now })))
    .onConflictDoNothing();
  const rows = await tx.select({ id: tags.id }).from(tags).where(inArray(tags.name, names));
  await tx.insert(questionTags).values(rows.map(({ id }) => ({ questionId, tagId: id })));
}

/** The language a text is written in, as far as screen readers and search need it. */
export function languageOf(text: string): Locale {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) ? "ja" : "en";
}
