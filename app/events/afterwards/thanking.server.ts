import { and, asc, eq } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { recordTalk } from "#app/certification/contributions/contributions.server.ts";
import { after, dayIn, MINUTE } from "#app/lib/time.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { eventSessions, sessionSpeakers } from "#db/schema/events.ts";
import { people } from "#db/schema/people.ts";
import { openEvent, type Refused } from "../event-desk.server.ts";
import { stateOf } from "../events.ts";
import { tellPeople } from "../telling/telling.server.ts";

type Act = { viewer: Viewer; eventId: number; now: Date };
type Refusal =
  | Refused
  | { ok: false; reason: "not-finished" }
  /** Nobody vouches for their own talk. */
  | { ok: false; reason: "own-talk" }
  /** A guest is only named: there is nobody to write to. */
  | { ok: false; reason: "guest" };

/** The speakers of an event with whether they were thanked, for those who run it. */
export async function findThanksDesk(db: DbOrTx, { viewer, eventId, now }: Act) {
  const opened = await openEvent(db, { viewer, eventId, lock: "read" });
  if (!opened.ok) return opened;
  const speakers = await db
    .select({
      id: sessionSpeakers.id,
      session: eventSessions.title,
      personId: sessionSpeakers.personId,
      personName: people.name,
      handle: people.handle,
      guestName: sessionSpeakers.name,
      thankedAt: sessionSpeakers.thankedAt,
    })
    .from(sessionSpeakers)
    .innerJoin(eventSessions, eq(eventSessions.id, sessionSpeakers.sessionId))
    .leftJoin(people, eq(people.id, sessionSpeakers.personId))
    .where(eq(eventSessions.eventId, eventId))
    .orderBy(
      asc(eventSessions.startsAfter),
      asc(eventSessions.id),
      asc(sessionSpeakers.position),
      asc(sessionSpeakers.id),
    );
  return {
    ok: true as const,
    event: opened.event,
    isFinished: stateOf(opened.event, now) === "finished",
    speakers: speakers.map(({ personName, guestName, personId, ...speaker }) => ({
      ...speaker,
      name: personName ?? guestName,
      isGuest: personId === null,
      isOwn: personId === viewer.id,
    })),
  };
}

/**
 * Thanks a speaker after the event, and keeps the talk as evidence for certification. A second time
 * changes and tells nothing.
 */
export async function thankSpeaker(
  db: Db,
  { viewer, eventId, speakerId, message, now }: Act & { speakerId: number; message: string },
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const opened = await openEvent(tx, { viewer, eventId });
    if (!opened.ok) return opened;
    const { event } = opened;
    if (stateOf(event, now) !== "finished") return { ok: false, reason: "not-finished" };
    const [talk] = await tx
      .select({
        personId: sessionSpeakers.personId,
        thankedAt: sessionSpeakers.thankedAt,
        title: eventSessions.title,
        startsAfter: eventSessions.startsAfter,
      })
      .from(sessionSpeakers)
      .innerJoin(eventSessions, eq(eventSessions.id, sessionSpeakers.sessionId))
      .where(and(eq(sessionSpeakers.id, speakerId), eq(eventSessions.eventId, eventId)))
      .for("update", { of: sessionSpeakers });
    if (!talk) return { ok: false, reason: "not-found" };
    const { personId } = talk;
    if (personId === null) return { ok: false, reason: "guest" };
    if (personId === viewer.id) return { ok: false, reason: "own-talk" };
    if (talk.thankedAt) return { ok: true };
    await tx
      .update(sessionSpeakers)
      .set({ thankedAt: now })
      .where(eq(sessionSpeakers.id, speakerId));
    await recordTalk(tx, {
      personId,
      title: [...`${event.title}: ${talk.title}`].slice(0, 200).join(""),
      happenedOn: dayIn(event.timeZone, after(event.startsAt, talk.startsAfter * MINUTE)),
      actorId: viewer.id,
      now,
    });
    await tellPeople(tx, {
      kind: "speaker-thanked",
      event,
      recipients: [personId],
      message,
      actorId: viewer.id,
      onceKey: `speaker:${speakerId}`,
      now,
    });
    return { ok: true };
  });
}
