import { and, eq, exists, inArray, isNull, or } from "drizzle-orm";
import { isStaff, type MaybeViewer, type Viewer } from "#app/auth/viewer.ts";
import { belongsToEvent } from "#app/events/afterwards/audience.server.ts";
import { visibleEvents } from "#app/events/visibility.server.ts";
import { visibleQuestions } from "#app/questions/visibility.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { eventMaterials } from "#db/schema/attendances.ts";
import { eventImages, events } from "#db/schema/events.ts";
import { examAttemptItems, examAttempts, examItemImages } from "#db/schema/exams.ts";
import { type FileKind, files } from "#db/schema/files.ts";
import { questionImages } from "#db/schema/question-activity.ts";
import { questions } from "#db/schema/questions.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type VisibleFile = {
  id: string;
  kind: FileKind;
  storageKey: string;
  mediaType: string;
  bytes: number;
};

/**
 * A file that the viewer may have. Avatars and badges are public, since public pages show them; an
 * image is its owner's, and everyone's who may see a question or an event that shows it, as is the
 * cover of an event; work handed in for a
 * certification is its owner's and the staff's; an image of an exam's question is the staff's, and
 * that of whoever sits the exam, as long as they do; material of an event is for its audience.
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
          inArray(files.kind, ["avatar", "badge"]),
          isStaff(viewer) ? eq(files.kind, "work") : undefined,
          viewer && eq(files.ownerId, viewer.id),
          shownInVisibleQuestion,
          shownByVisibleEvent(db, viewer),
          isMaterialFor(db, viewer),
          viewer && shownInExam(db, viewer),
        ),
      ),
    );
  return file;
}

/** In the text of an event that the viewer sees, or as its cover. */
function shownByVisibleEvent(db: DbOrTx, viewer: MaybeViewer) {
  const inText = db
    .select({ id: events.id })
    .from(eventImages)
    .innerJoin(events, eq(events.id, eventImages.eventId))
    .where(and(eq(eventImages.fileId, files.id), visibleEvents(viewer)));
  const asCover = db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.coverFileId, files.id), visibleEvents(viewer)));
  return or(exists(inText), and(eq(files.kind, "cover"), exists(asCover)));
}

function shownInExam(db: DbOrTx, viewer: Viewer) {
  const images = db
    .select({ fileId: examItemImages.fileId })
    .from(examItemImages)
    .where(eq(examItemImages.fileId, files.id));
  if (isStaff(viewer)) return exists(images);
  return exists(
    db
      .select({ fileId: examItemImages.fileId })
      .from(examItemImages)
      .innerJoin(examAttemptItems, eq(examAttemptItems.itemId, examItemImages.itemId))
      .innerJoin(examAttempts, eq(examAttempts.id, examAttemptItems.attemptId))
      .where(
        and(
          eq(examItemImages.fileId, files.id),
          eq(examAttempts.personId, viewer.id),
          isNull(examAttempts.endedAt),
        ),
      ),
  );
}

/** Until it is taken away, of an event that the viewer sees, and meant for them. */
function isMaterialFor(db: DbOrTx, viewer: MaybeViewer) {
  return exists(
    db
      .select({ id: eventMaterials.id })
      .from(eventMaterials)
      .innerJoin(events, eq(events.id, eventMaterials.eventId))
      .where(
        and(
          eq(eventMaterials.fileId, files.id),
          isNull(eventMaterials.removedAt),
          visibleEvents(viewer),
          or(eq(eventMaterials.audience, "everyone"), belongsToEvent(viewer)),
        ),
      ),
  );
}
