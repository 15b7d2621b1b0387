import { and, eq, inArray, sql } from "drizzle-orm";
import { renderMarkdown } from "#app/lib/markdown/render.ts";
import { mentionedHandles, referencedFileIds } from "#app/lib/markdown/scan.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { files } from "#db/schema/files.ts";
import { people } from "#db/schema/people.ts";
import { questionImages, revisions } from "#db/schema/question-activity.ts";

/** A written text, ready to be stored in a question, an answer or a comment. */
export type PostBody = {
  columns: { bodySource: string; bodyHtml: string; bodyText: string; rendererVersion: number };
  mentionedIds: number[];
  fileIds: string[];
};

export type BodyRefusal = {
  ok: false;
  reason: "body-too-long" | "body-too-complex" | "body-empty";
};

/** Renders a text and finds whom it mentions and which uploaded images it shows. */
export async function prepareBody(
  db: DbOrTx,
  source: string,
): Promise<{ ok: true; body: PostBody } | BodyRefusal> {
  // PostgreSQL refuses NUL; other control characters show nothing.
  const bodySource = source
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
  const handles = mentionedHandles(bodySource);
  const mentioned =
    handles.length === 0
      ? []
      : await db
          .select({ id: people.id, handle: people.handle, name: people.name })
          .from(people)
          .where(inArray(people.handle, handles));
  const rendered = await renderMarkdown(bodySource, {
    mentions: Object.fromEntries(mentioned.map(({ handle, name }) => [handle, name])),
  });
  if (!rendered.ok) return { ok: false, reason: `body-${rendered.reason}` };
  if (rendered.text.trim() === "" && !rendered.html.includes("<img")) {
    return { ok: false, reason: "body-empty" };
  }
  return {
    ok: true,
    body: {
      columns: {
        bodySource,
        bodyHtml: rendered.html,
        bodyText: rendered.text,
        rendererVersion: rendered.version,
      },
      mentionedIds: mentioned.map(({ id }) => id),
      fileIds: referencedFileIds(bodySource),
    },
  };
}

/**
 * Lets everyone who sees the question see the images that `authorId` uploaded and shows in it.
 * Somebody else's image stays as private as it was.
 */
export async function attachImages(
  tx: DbOrTx,
  { questionId, authorId, fileIds }: { questionId: number; authorId: number; fileIds: string[] },
): Promise<void> {
  if (fileIds.length === 0) return;
  const own = await tx
    .select({ fileId: files.id })
    .from(files)
    .where(and(inArray(files.id, fileIds), eq(files.ownerId, authorId), eq(files.kind, "image")));
  if (own.length === 0) return;
  await tx
    .insert(questionImages)
    .values(own.map(({ fileId }) => ({ questionId, fileId })))
    .onConflictDoNothing();
}

type RevisionTarget = { questionId: number } | { answerId: number } | { commentId: number };

/** Keeps this version of a post for good. */
export async function recordRevision(
  tx: DbOrTx,
  target: RevisionTarget,
  revision: { editorId: number; title?: string; bodySource: string; now: Date },
): Promise<void> {
  const { now, ...values } = revision;
  await tx.insert(revisions).values({ ...target, ...values, createdAt: now });
}

/** `version + 1`, for a conditional update that checked the old one. */
export const nextVersion = sql`version + 1`;
