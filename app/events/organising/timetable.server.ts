import { and, asc, eq, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { eventSessions, events, sessionSpeakers } from "#db/schema/events.ts";
import { people } from "#db/schema/people.ts";
import { type EventRow, noteEvent, type Refused } from "../event-desk.server.ts";
import { tellPeople } from "../telling/telling.server.ts";
import { listSpans, nextVersion, withEvent } from "./desk.server.ts";
import { isReachable } from "./person-search.server.ts";
import {
  minutesOf,
  SESSIONS_MAX,
  SPEAKERS_MAX,
  type TimetableRefusal,
  timetableRefusal,
} from "./timetable.ts";

type Act = { viewer: Viewer; eventId: number; now: Date };
type NotFound = { ok: false; reason: "not-found" };

export type SessionContent = {
  title: string;
  description: string;
  track: string;
  startsAt: Date;
  minutes: number;
};
export type SessionRefusal = { ok: false; reason: TimetableRefusal | "too-many" | "cancelled" };

/** Adds an item to the timetable. */
export async function addSession(
  db: Db,
  { content, now, ...act }: Act & { content: SessionContent },
): Promise<{ ok: true; sessionId: number } | SessionRefusal | Refused> {
  return withEvent(db, act, async (tx, event) => {
    const checked = await check(tx, event, content);
    if (!checked.ok) return checked;
    const sessionId = await insertSession(tx, { event, columns: checked.columns, now });
    await note(tx, event, act.viewer, now);
    return { ok: true, sessionId };
  });
}

/** Stores a session whose time was checked. */
export async function insertSession(
  tx: DbOrTx,
  {
    event,
    columns,
    now,
  }: {
    event: EventRow;
    columns: {
      startsAfter: number;
      minutes: number;
      title: string;
      description: string;
      track: string;
    };
    now: Date;
  },
): Promise<number> {
  const [row] = await tx
    .insert(eventSessions)
    .values({ ...columns, eventId: event.id, createdAt: now })
    .returning({ id: eventSessions.id });
  if (!row) throw new Error("The session was not stored");
  return row.id;
}

/** Changes an item of the timetable, if `version` is still the newest. */
export async function editSession(
  db: Db,
  {
    sessionId,
    version,
    content,
    now,
    ...act
  }: Act & { sessionId: number; version: number; content: SessionContent },
): Promise<{ ok: true } | SessionRefusal | { ok: false; reason: "stale" } | Refused> {
  return withEvent(db, act, async (tx, event) => {
    const session = await findSession(tx, { eventId: event.id, sessionId });
    if (!session) return { ok: false, reason: "not-found" };
    if (session.version !== version) return { ok: false, reason: "stale" };
    const checked = await check(tx, event, content, sessionId);
    if (!checked.ok) return checked;
    await tx
      .update(eventSessions)
      .set({ ...checked.columns, version: nextVersion })
      .where(eq(eventSessions.id, sessionId));
    await note(tx, event, act.viewer, now);
    return { ok: true };
  });
}

/** Takes an item off the timetable, with its speakers and what was written down of it. */
export async function removeSession(
  db: Db,
  { sessionId, now, ...act }: Act & { sessionId: number },
): Promise<{ ok: true } | { ok: false; reason: "cancelled" } | Refused> {
  return withEvent(db, act, async (tx, event) => {
    if (event.cancelledAt) return { ok: false, reason: "cancelled" };
    const removed = await tx
      .delete(eventSessions)
      .where(and(eq(eventSessions.id, sessionId), eq(eventSessions.eventId, event.id)))
      .returning({ id: eventSessions.id });
    if (removed.length === 0) return { ok: false, reason: "not-found" };
    await note(tx, event, act.viewer, now);
    return { ok: true };
  });
}

export type NewSpeaker = { personId: number } | { name: string; affiliation: string };

/** Names a speaker of a session: somebody of the community, who hears of it, or a guest. */
export async function addSpeaker(
  db: Db,
  { sessionId, speaker, now, ...act }: Act & { sessionId: number; speaker: NewSpeaker },
): Promise<
  | { ok: true }
  | { ok: false; reason: "unknown-person" | "already-speaking" | "too-many" | "cancelled" }
  | Refused
> {
  return withEvent(db, act, async (tx, event) => {
    if (event.cancelledAt) return { ok: false, reason: "cancelled" };
    if (!(await findSession(tx, { eventId: event.id, sessionId }))) return gone;
    const personId = "personId" in speaker ? speaker.personId : null;
    if (personId !== null && !(await isReachable(tx, personId))) {
      return { ok: false, reason: "unknown-person" };
    }
    const before = await listSpeakersOf(tx, sessionId);
    if (before.length >= SPEAKERS_MAX) return { ok: false, reason: "too-many" };
    if (personId !== null && before.some((other) => other.personId === personId)) {
      return { ok: false, reason: "already-speaking" };
    }
    await insertSpeaker(tx, { sessionId, speaker, position: before.length + 1 });
    const onceKey = await note(tx, event, act.viewer, now);
    if (personId !== null) {
      await tellPeople(tx, {
        kind: "speaker-named",
        event,
        recipients: [personId],
        actorId: act.viewer.id,
        onceKey,
        now,
      });
    }
    return { ok: true };
  });
}

const gone: NotFound = { ok: false, reason: "not-found" };

export async function insertSpeaker(
  tx: DbOrTx,
  { sessionId, speaker, position }: { sessionId: number; speaker: NewSpeaker; position: number },
): Promise<void> {
  await tx.insert(sessionSpeakers).values({ ...speaker, sessionId, position });
}

/** Takes a speaker off a session. */
export async function removeSpeaker(
  db: Db,
  { sessionId, speakerId, now, ...act }: Act & { sessionId: number; speakerId: number },
): Promise<{ ok: true } | { ok: false; reason: "cancelled" } | Refused> {
  return withEvent(db, act, async (tx, event) => {
    if (event.cancelledAt) return { ok: false, reason: "cancelled" };
    if (!(await findSession(tx, { eventId: event.id, sessionId }))) return gone;
    const removed = await tx
      .delete(sessionSpeakers)
      .where(and(eq(sessionSpeakers.id, speakerId), eq(sessionSpeakers.sessionId, sessionId)))
      .returning({ id: sessionSpeakers.id });
    if (removed.length === 0) return gone;
    await note(tx, event, act.viewer, now);
    return { ok: true };
  });
}

export async function findSession(
  db: DbOrTx,
  { eventId, sessionId }: { eventId: number; sessionId: number },
) {
  const [row] = await db
    .select()
    .from(eventSessions)
    .where(and(eq(eventSessions.id, sessionId), eq(eventSessions.eventId, eventId)));
  return row;
}

/** Speakers of a session in their order, people with the name they have now. */
export async function listSpeakersOf(db: DbOrTx, sessionId: number) {
  return db
    .select({
      id: sessionSpeakers.id,
      personId: sessionSpeakers.personId,
      handle: people.handle,
      name: sql<string>`coalesce(${people.name}, ${sessionSpeakers.name})`,
      affiliation: sessionSpeakers.affiliation,
    })
    .from(sessionSpeakers)
    .leftJoin(people, eq(people.id, sessionSpeakers.personId))
    .where(eq(sessionSpeakers.sessionId, sessionId))
    .orderBy(asc(sessionSpeakers.position), asc(sessionSpeakers.id));
}

export type TimetableItem = {
  id: number;
  startsAfter: number;
  minutes: number;
  title: string;
  track: string;
  speakers: string[];
};

/** The timetable in its order, with the names of those who speak. */
export async function listTimetable(
  db: DbOrTx,
  { eventId }: { eventId: number },
): Promise<TimetableItem[]> {
  return db
    .select({
      id: eventSessions.id,
      startsAfter: eventSessions.startsAfter,
      minutes: eventSessions.minutes,
      title: eventSessions.title,
      track: eventSessions.track,
      speakers: sql<string[]>`coalesce((select json_agg(coalesce(p.name, s.name)
        order by s.position, s.id) from session_speakers s left join people p on p.id = s.person_id
        where s.session_id = event_sessions.id), '[]')`,
    })
    .from(eventSessions)
    .where(eq(eventSessions.eventId, eventId))
    .orderBy(asc(eventSessions.startsAfter), asc(eventSessions.track), asc(eventSessions.id));
}

async function check(tx: DbOrTx, event: EventRow, content: SessionContent, sessionId?: number) {
  if (event.cancelledAt) return { ok: false, reason: "cancelled" } as const;
  const others = await listSpans(tx, { eventId: event.id });
  if (sessionId === undefined && others.length >= SESSIONS_MAX) {
    return { ok: false, reason: "too-many" } as const;
  }
  const { startsAt, ...rest } = content;
  const startsAfter = Math.round((startsAt.getTime() - event.startsAt.getTime()) / 60_000);
  const columns = { ...rest, startsAfter };
  const refused = timetableRefusal({ id: sessionId, ...columns }, others, minutesOf(event));
  return refused ? ({ ok: false, reason: refused } as const) : ({ ok: true, columns } as const);
}

/** Says in the history that the timetable changed; the form of the event stays as fresh as it was. */
async function note(tx: DbOrTx, event: EventRow, viewer: Viewer, now: Date): Promise<string> {
  await tx.update(events).set({ updatedAt: now }).where(eq(events.id, event.id));
  return noteEvent(tx, {
    eventId: event.id,
    kind: "edited",
    actorId: viewer.id,
    detail: { what: "timetable" },
    at: now,
  });
}
