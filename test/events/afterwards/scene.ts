import { randomUUID } from "node:crypto";
import type { Viewer } from "#app/auth/viewer.ts";
import { DAY, HOUR, after as later } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { attendances } from "#db/schema/attendances.ts";
import { eventAreas, eventSessions, sessionSpeakers } from "#db/schema/events.ts";
import { cast } from "#test/questions/cast.ts";
import { certify } from "#test/support/certification.ts";
import { createEvent, createRegistration, createTicketType } from "#test/support/events.ts";
import { NOW } from "#test/support/factories.ts";

type Someone = Pick<Viewer, "id"> & { organisation?: { id: number } | null };

/** Somebody was at an event. */
export async function attend(
  db: DbOrTx,
  {
    event,
    person,
    at = NOW,
    undone = false,
  }: {
    event: { id: number; createdBy: number };
    person: Someone;
    at?: Date;
    undone?: boolean;
  },
): Promise<void> {
  await db.insert(attendances).values({
    eventId: event.id,
    personId: person.id,
    organisationId: person.organisation?.id ?? null,
    way: "list",
    at,
    recordedAt: at,
    recordedBy: event.createdBy,
    key: randomUUID(),
    ...(undone && { undoneAt: at, undoneBy: event.createdBy }),
  });
}

/**
 * An event that ended an hour ago, about one area, with one session: `attendee` came, `confirmed`
 * had a place, `speaker` spoke, `organiser` runs it, `outsider` only sees it.
 */
export async function endedEvent(db: DbOrTx, values: Parameters<typeof createEvent>[1] = {}) {
  const people = await cast(db);
  const organiser = people.supporter;
  await certify(db, organiser);
  const event = await createEvent(db, {
    startsAt: later(NOW, -3 * HOUR),
    organiser,
    publishedAt: later(NOW, -9 * DAY),
    ...values,
  });
  const [session] = await db
    .insert(eventSessions)
    .values({
      eventId: event.id,
      startsAfter: 30,
      minutes: 30,
      title: "在庫の見直し",
      createdAt: NOW,
    })
    .returning();
  if (!session) throw new Error("no session");
  const [attendee, confirmed, speaker, outsider] = [
    people.asker,
    people.colleague,
    people.helper,
    people.stranger,
  ];
  const [talk] = await db
    .insert(sessionSpeakers)
    .values({ sessionId: session.id, position: 1, personId: speaker.id })
    .returning();
  await db.insert(eventAreas).values({ eventId: event.id, productAreaId: people.area.id });
  const ticket = await createTicketType(db, { eventId: event.id });
  await attend(db, { event, person: attendee });
  await createRegistration(db, { event, ticket, person: confirmed });
  return {
    ...people,
    event,
    session,
    speakerRow: talk?.id ?? 0,
    organiser,
    attendee,
    confirmed,
    speaker,
    outsider,
  };
}

export type EndedEvent = Awaited<ReturnType<typeof endedEvent>>;
