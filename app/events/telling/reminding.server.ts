import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, type SQL } from "drizzle-orm";
import { after, DAY, HOUR } from "#app/lib/time.ts";
import { withdrawNews } from "#app/notifications/withdrawing.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { eventHistory, events } from "#db/schema/events.ts";
import { eventReminders, registrations } from "#db/schema/registrations.ts";
import type { ReminderKind } from "#db/vocabulary.ts";
import type { EventRow } from "../event-desk.server.ts";
import { eventTopic } from "../event-topic.ts";
import { listSpeakers } from "./audience.server.ts";
import { tellPeople } from "./telling.server.ts";

const BATCH = 500;

/** How long before an event each reminder comes; it is of use until the next one does. */
const AHEAD: Record<ReminderKind, { from: number; until: number }> = {
  week: { from: 7 * DAY, until: DAY },
  day: { from: DAY, until: HOUR },
  hour: { from: HOUR, until: 0 },
};

/**
 * Reminds those who have a place, and the speakers, of every event that begins within a week, a day
 * or an hour. Each reminder comes once for a time that an event is set to, however often and by how
 * many workers this runs; never late enough for the next one, and never after the event began.
 *
 * @returns how many reminders were given, each to all who come
 */
export async function remindOfEvents(db: Db, { now }: { now: Date }): Promise<number> {
  let reminded = 0;
  for (const kind of ["week", "day", "hour"] as const) {
    const due = await db
      .select({ id: events.id })
      .from(events)
      .leftJoin(eventReminders, isReminderOf(kind))
      .where(and(isDue(kind, now), isNull(eventReminders.eventId)))
      .orderBy(asc(events.startsAt), asc(events.id))
      .limit(BATCH);
    for (const { id } of due) {
      if (await db.transaction((tx) => remind(tx, { eventId: id, kind, now }))) reminded += 1;
    }
  }
  return reminded;
}

function isReminderOf(kind: ReminderKind): SQL | undefined {
  return and(
    eq(eventReminders.eventId, events.id),
    eq(eventReminders.kind, kind),
    eq(eventReminders.startsAt, events.startsAt),
  );
}

function isDue(kind: ReminderKind, now: Date): SQL | undefined {
  const { from, until } = AHEAD[kind];
  return and(
    isNotNull(events.publishedAt),
    isNull(events.postponedAt),
    isNull(events.cancelledAt),
    gt(events.startsAt, after(now, until)),
    lte(events.startsAt, after(now, from)),
  );
}

async function remind(
  tx: DbOrTx,
  { eventId, kind, now }: { eventId: number; kind: ReminderKind; now: Date },
): Promise<boolean> {
  // Whoever moves, postpones or cancels it comes before or after, not in between.
  const [event] = await tx
    .select()
    .from(events)
    .where(and(eq(events.id, eventId), isDue(kind, now)))
    .for("share");
  if (!event) return false;
  const [first] = await tx
    .insert(eventReminders)
    .values({ eventId, kind, startsAt: event.startsAt, sentAt: now })
    .onConflictDoNothing()
    .returning({ kind: eventReminders.kind });
  if (!first) return false;
  const recipients = await listThoseToRemind(tx, { event, since: AHEAD[kind].from });
  if (recipients.length === 0) return false;
  const thread = eventTopic(event).thread;
  await withdrawNews(tx, { thread, kind: "event-reminder", now });
  await tellPeople(tx, {
    kind: "event-reminder",
    event,
    recipients,
    actorId: null,
    onceKey: `${kind}:${event.startsAt.toISOString()}`,
    now,
  });
  return true;
}

/**
 * Those who come and have known when for longer than the reminder goes ahead: who applied since, or
 * heard of a new date since, need not be reminded of what they were just told.
 */
async function listThoseToRemind(
  tx: DbOrTx,
  { event, since }: { event: EventRow; since: number },
): Promise<number[]> {
  const mark = after(event.startsAt, -since);
  if ((await dateKnownSince(tx, event)) > mark) return [];
  const confirmed = await tx
    .select({ id: registrations.personId })
    .from(registrations)
    .where(
      and(
        eq(registrations.eventId, event.id),
        eq(registrations.state, "confirmed"),
        lte(registrations.confirmedAt, mark),
      ),
    );
  return [...new Set([...confirmed.map(({ id }) => id), ...(await listSpeakers(tx, event))])];
}

/** Since when people could know that the event is held at its time. */
async function dateKnownSince(tx: DbOrTx, event: EventRow): Promise<Date> {
  const [moved] = await tx
    .select({ at: eventHistory.at })
    .from(eventHistory)
    .where(
      and(eq(eventHistory.eventId, event.id), inArray(eventHistory.kind, ["moved", "published"])),
    )
    .orderBy(desc(eventHistory.id))
    .limit(1);
  return moved?.at ?? event.publishedAt ?? event.createdAt;
}
