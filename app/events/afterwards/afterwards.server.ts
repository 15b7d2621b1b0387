import { and, asc, desc, eq, isNull, or, sql } from "drizzle-orm";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import { visibleQuestions } from "#app/questions/visibility.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { eventMaterials, roomQuestions, surveyInvitations } from "#db/schema/attendances.ts";
import { eventSessions, events } from "#db/schema/events.ts";
import { files } from "#db/schema/files.ts";
import { questions } from "#db/schema/questions.ts";
import { stateOf } from "../events.ts";
import { runsEvent, visibleEvents } from "../visibility.server.ts";
import { belongsToEvent } from "./audience.server.ts";
import { isSurveyOpen } from "./surveys.ts";

const QUESTIONS_SHOWN = 50;

/**
 * What remains of an event, as far as this viewer may have it: materials, recordings, notes,
 * questions from the room, and the viewer's own survey. Undefined when the event is not theirs to
 * see. Recordings are for those who took part; notes for everyone who sees the event.
 */
export async function findAfterwards(
  db: DbOrTx,
  { viewer, eventId, now }: { viewer: MaybeViewer; eventId: number; now: Date },
) {
  const [event] = await db
    .select({
      recordingUrl: events.recordingUrl,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      publishedAt: events.publishedAt,
      postponedAt: events.postponedAt,
      cancelledAt: events.cancelledAt,
      surveyOpenedAt: events.surveyOpenedAt,
      belongs: belongsToEvent(viewer),
      runs: runsEvent(viewer),
      own: { answeredAt: surveyInvitations.answeredAt, invitedAt: surveyInvitations.invitedAt },
    })
    .from(events)
    .leftJoin(
      surveyInvitations,
      and(
        eq(surveyInvitations.eventId, events.id),
        eq(surveyInvitations.personId, viewer?.id ?? 0),
      ),
    )
    .where(and(eq(events.id, eventId), visibleEvents(viewer)));
  if (!event) return undefined;
  const { belongs, runs, own, surveyOpenedAt } = event;
  const state = stateOf(event, now);
  const [materials, sessions, asked] = await Promise.all([
    listMaterials(db, { eventId, belongs }),
    listSessionRemains(db, { eventId, belongs }),
    listRoomQuestions(db, { viewer, eventId }),
  ]);
  const survey = own && {
    isAnswered: own.answeredAt !== null,
    isOpen: isSurveyOpen(surveyOpenedAt, now),
  };
  return {
    eventId,
    materials,
    recordingUrl: belongs ? event.recordingUrl : "",
    sessions,
    questions: asked,
    survey,
    may: {
      ask: belongs && event.startsAt <= now && (state === "published" || state === "finished"),
      run: runs,
      thank: runs && state === "finished",
      readResults: runs && surveyOpenedAt !== null,
    },
  };
}

export type Afterwards = NonNullable<Awaited<ReturnType<typeof findAfterwards>>>;

/** Materials that have not been taken away, those of the whole event first. */
async function listMaterials(
  db: DbOrTx,
  { eventId, belongs }: { eventId: number; belongs: boolean },
) {
  return db
    .select({
      id: eventMaterials.id,
      title: eventMaterials.title,
      url: eventMaterials.url,
      fileId: eventMaterials.fileId,
      mediaType: files.mediaType,
      bytes: files.bytes,
      audience: eventMaterials.audience,
      session: eventSessions.title,
    })
    .from(eventMaterials)
    .leftJoin(files, eq(files.id, eventMaterials.fileId))
    .leftJoin(eventSessions, eq(eventSessions.id, eventMaterials.sessionId))
    .where(
      and(
        eq(eventMaterials.eventId, eventId),
        isNull(eventMaterials.removedAt),
        belongs ? undefined : eq(eventMaterials.audience, "everyone"),
      ),
    )
    .orderBy(
      sql`${eventSessions.startsAfter} nulls first`,
      sql`${eventSessions.id} nulls first`,
      asc(eventMaterials.id),
    );
}

/** Sessions of which something remains: a recording, for those who took part, or notes. */
async function listSessionRemains(
  db: DbOrTx,
  { eventId, belongs }: { eventId: number; belongs: boolean },
) {
  const rows = await db
    .select({
      id: eventSessions.id,
      title: eventSessions.title,
      recordingUrl: eventSessions.recordingUrl,
      notesHtml: eventSessions.notesHtml,
    })
    .from(eventSessions)
    .where(
      and(
        eq(eventSessions.eventId, eventId),
        or(
          sql`${eventSessions.notesHtml} <> ''`,
          belongs ? sql`${eventSessions.recordingUrl} <> ''` : undefined,
        ),
      ),
    )
    .orderBy(asc(eventSessions.startsAfter), asc(eventSessions.id));
  return rows.map((row) => ({ ...row, recordingUrl: belongs ? row.recordingUrl : "" }));
}

/** Threads that began in the room, as far as the viewer sees them. */
async function listRoomQuestions(
  db: DbOrTx,
  { viewer, eventId }: { viewer: MaybeViewer; eventId: number },
) {
  return db
    .select({
      id: questions.id,
      title: questions.title,
      state: questions.state,
      locale: questions.locale,
      answerCount: questions.answerCount,
      session: eventSessions.title,
    })
    .from(roomQuestions)
    .innerJoin(questions, eq(questions.id, roomQuestions.questionId))
    .leftJoin(eventSessions, eq(eventSessions.id, roomQuestions.sessionId))
    .where(and(eq(roomQuestions.eventId, eventId), visibleQuestions(viewer)))
    .orderBy(desc(questions.id))
    .limit(QUESTIONS_SHOWN);
}
