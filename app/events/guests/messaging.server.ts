import { and, desc, eq, lt, ne, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import { nameOrder } from "#app/people/name-search.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { eventMessages } from "#db/schema/registrations.ts";
import { MESSAGE_SEGMENTS, type MessageSegment } from "#db/vocabulary.ts";
import { type EventRow, noteEvent, openEvent, type Refused } from "../event-desk.server.ts";
import { tellPeople } from "../telling/telling.server.ts";
import { visibleToPeople } from "../visibility.server.ts";
import { isNotSuspended } from "./guest-person.server.ts";
import { segmentsAt } from "./messages.ts";

const PAGE = 20;
const SHOWN_NAMES = 30;

/** The condition, in queries over `people`, that somebody belongs to a segment of an event. */
function isIn(segment: MessageSegment, eventId: number): SQL {
  const registered = (states: SQL) => sql`exists (select from registrations
    where registrations.event_id = ${eventId} and registrations.person_id = people.id
      and registrations.state in ${states})`;
  const attended = sql`exists (select from attendances
    where attendances.event_id = ${eventId} and attendances.person_id = people.id
      and attendances.undone_at is null)`;
  const conditions: Record<MessageSegment, SQL> = {
    everyone: sql`(${registered(sql`('applied', 'waitlisted', 'offered', 'confirmed')`)}
      or ${attended})`,
    confirmed: registered(sql`('confirmed')`),
    waiting: registered(sql`('waitlisted', 'offered')`),
    applied: registered(sql`('applied')`),
    attended,
    absent: sql`(${registered(sql`('confirmed')`)} and not ${attended})`,
  };
  return conditions[segment];
}

/** Whom messages reach at all: never their writer, the suspended, or who could not open the event. */
function reachable(viewer: Viewer, eventId: number): SQL | undefined {
  return and(
    ne(people.id, viewer.id),
    isNotSuspended,
    sql`exists (select from events where events.id = ${eventId} and ${visibleToPeople()})`,
  );
}

function reached(viewer: Viewer, segment: MessageSegment, eventId: number): SQL | undefined {
  return and(isIn(segment, eventId), reachable(viewer, eventId));
}

/** How many people of each segment a message would reach. */
export async function countSegments(
  db: DbOrTx,
  { viewer, event, now }: { viewer: Viewer; event: EventRow; now: Date },
): Promise<{ segment: MessageSegment; count: number }[]> {
  const among = (segment: MessageSegment) =>
    sql<number>`(count(*) filter (where ${isIn(segment, event.id)}))::int`;
  const columns = Object.fromEntries(
    MESSAGE_SEGMENTS.map((segment) => [segment, among(segment)]),
  ) as Record<MessageSegment, SQL<number>>;
  const [row] = await db
    .select(columns)
    .from(people)
    .where(
      and(
        sql`people.id in (select person_id from registrations where event_id = ${event.id}
          union select person_id from attendances where event_id = ${event.id})`,
        reachable(viewer, event.id),
      ),
    );
  const count = (segment: MessageSegment) => row?.[segment] ?? 0;
  const timing = { startsAt: event.startsAt, hasAttendances: count("attended") > 0 };
  return segmentsAt(timing, now).map((segment) => ({ segment, count: count(segment) }));
}

/** Who a message to a segment would reach: how many, and the first of them by name. */
export async function previewSegment(
  db: DbOrTx,
  { viewer, eventId, segment }: { viewer: Viewer; eventId: number; segment: MessageSegment },
): Promise<{ count: number; names: string[] }> {
  const rows = await db
    .select({ name: people.name, count: sql<number>`(count(*) over ())::int` })
    .from(people)
    .where(reached(viewer, segment, eventId))
    .orderBy(nameOrder, people.id)
    .limit(SHOWN_NAMES);
  return { count: rows[0]?.count ?? 0, names: rows.map(({ name }) => name) };
}

type Message = {
  viewer: Viewer;
  eventId: number;
  segment: MessageSegment;
  message: string;
  /** Made by the form: the same form sent again sends nothing. */
  key: string;
  now: Date;
};

/**
 * Writes to a part of those who applied or came. The first sending of a form counts, however often
 * and at whatever moment it is sent.
 */
export async function sendMessage(
  db: Db,
  { viewer, eventId, segment, message, key, now }: Message,
): Promise<
  | { ok: true; recipients: number }
  | Refused
  /** Nobody is in that segment, or not yet. */
  | { ok: false; reason: "nobody" }
> {
  return db.transaction(async (tx) => {
    const opened = await openEvent(tx, { viewer, eventId });
    if (!opened.ok) return opened;
    const { event } = opened;
    const [sent] = await tx
      .select({ recipients: eventMessages.recipients })
      .from(eventMessages)
      .where(and(eq(eventMessages.eventId, eventId), eq(eventMessages.key, key)));
    if (sent) return { ok: true, recipients: sent.recipients };
    if (segment === "absent" && event.startsAt > now) return { ok: false, reason: "nobody" };
    const recipients = await tx
      .select({ id: people.id })
      .from(people)
      .where(reached(viewer, segment, eventId));
    if (recipients.length === 0) return { ok: false, reason: "nobody" };
    await tx.insert(eventMessages).values({
      eventId,
      segment,
      message,
      recipients: recipients.length,
      sentBy: viewer.id,
      sentAt: now,
      key,
    });
    const onceKey = await noteEvent(tx, {
      eventId,
      kind: "messaged",
      actorId: viewer.id,
      detail: { segment, recipients: recipients.length },
      at: now,
    });
    await tellPeople(tx, {
      kind: "event-message",
      event,
      recipients: recipients.map(({ id }) => id),
      message,
      actorId: viewer.id,
      onceKey,
      now,
    });
    return { ok: true, recipients: recipients.length };
  });
}

export type SentMessage = {
  id: number;
  segment: MessageSegment;
  message: string;
  recipients: number;
  senderName: string;
  sentAt: Date;
};

/** What was written to those who applied, the newest first. */
export async function listMessages(
  db: DbOrTx,
  { eventId, cursor }: { eventId: number; cursor?: string | null },
): Promise<{ messages: SentMessage[]; next?: string }> {
  const from = decodeCursor(cursor, ["number"]);
  const rows = await db
    .select({
      id: eventMessages.id,
      segment: eventMessages.segment,
      message: eventMessages.message,
      recipients: eventMessages.recipients,
      senderName: people.name,
      sentAt: eventMessages.sentAt,
    })
    .from(eventMessages)
    .innerJoin(people, eq(people.id, eventMessages.sentBy))
    .where(and(eq(eventMessages.eventId, eventId), from && lt(eventMessages.id, Number(from[0]))))
    .orderBy(desc(eventMessages.id))
    .limit(PAGE + 1);
  const page = pageOf(rows, PAGE, (last) => [last.id]);
  return { messages: page.rows, next: page.next };
}
