import { and, eq, exists, or } from "drizzle-orm";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import { visibleQuestions } from "#app/questions/visibility.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { type FILE_KINDS, files } from "#db/schema/files.ts";
import { questionImages } from "#db/schema/question-activity.ts";
import { questions } from "#db/schema/questions.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type VisibleFile = {
  id: string;
  kind: (typeof FILE_KINDS)[number];
  storageKey: string;
  mediaType: string;
  bytes: number;
};

/**
 * A file that the viewer may have. Avatars are public, since public posts show who speaks; an
 * image is its owner's, and everyone's who may see a question that shows it.
 */
export async function findVisibleFile(
  db: DbOrTx,
  { viewer, fileId }: { viewer: MaybeViewer; fileId: string },
): Promise<VisibleFile | undefined> {
  if (!UUID.test(fileId)) return undefined;
  const shownInVisibleQuestion = exists(
    db
      .select({ id: questions.id })
      .from(questionImages)
      .innerJoin(questions, eq(questions.id, questionImages.questionId))
      .where(and(eq(questionImages.fileId, files.id), visibleQuestions(viewer))),
  );
  const [file] = await db
    .select({
      id: files.id,
      kind: files.kind,
      storageKey: files.storageKey,
      mediaType: files.mediaType,
      bytes: files.bytes,
    })
    .from(files)
    .where(
      and(
        eq(files.id, fileId),
        or(
          eq(files.kind, "avatar"),
          viewer && eq(files.ownerId, viewer.id),
          shownInVisibleQuestion,
        ),
      ),
    );
  return file;
}
