import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { mailOwnAppointment } from "#app/notifications/letters.server.ts";
import { notify, type TopicNews } from "#app/notifications/notifications.server.ts";
import type { TopicKind } from "#app/notifications/topics.ts";
import { withdrawNews } from "#app/notifications/withdrawing.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { ticketTypes } from "#db/schema/events.ts";
import { notifications } from "#db/schema/notifications.ts";
import { registrations } from "#db/schema/registrations.ts";
import type { Locale } from "#db/vocabulary.ts";
import { eventEntry } from "../calendar/entry.server.ts";
import type { EventRow } from "../event-desk.server.ts";
import { eventTopic } from "../event-topic.ts";
import { countPartChanges, listApplicants, listSpeakers } from "./audience.server.ts";
import { detailOf, SAYS_BEGINNING, type Told } from "./told.server.ts";

export type EventNews = Told & {
  kind: "event-changed" | "event-postponed" | "event-cancelled";
  message?: string;
};

/** What was said of an event before and does not hold once the kind is told. */
const ENDED_BY: Record<EventNews["kind"], TopicKind[]> = {
  "event-changed": ["event-postponed"],
  "event-postponed": ["event-published", "event-changed", "event-reminder", "registration-offered"],
  "event-cancelled": [
    "event-published",
    "event-invited",
    "event-changed",
    "event-postponed",
    "event-reminder",
    "registration-confirmed",
    "registration-offered",
    "registration-waitlisted",
    "registration-for-you",
    "registration-requested",
  ],
};

/**
 * Tells everybody with a live registration, and the speakers, that an event is changed, postponed or
 * cancelled; with the change for the calendars of those who have a place. To be called before a
 * cancelled event's registrations end. Earlier news that no longer hold are taken back.
 */
export async function tellOfEvent(
  tx: DbOrTx,
  { kind, event, message, actorId, onceKey, now }: EventNews,
): Promise<void> {
  const about = eventTopic(event);
  await withdrawNews(tx, { thread: about.thread, kind: ENDED_BY[kind], now });
  if (kind === "event-changed") await bringUpToDate(tx, { event, now });
  if (!event.publishedAt) return;
  const [applicants, speakers, changes] = [
    await listApplicants(tx, event),
    await listSpeakers(tx, event),
    await countPartChanges(tx, event),
  ];
  const holders = new Set([
    ...applicants.filter(({ isConfirmed }) => isConfirmed).map(({ id }) => id),
    ...speakers,
  ]);
  const places = await listPlaces(tx, event);
  const calendar = ({ id, locale }: { id: number; locale: Locale }) => {
    if (!holders.has(id)) return undefined;
    const part = { isIn: true, place: places.get(id), changes: changes.get(id) };
    return eventEntry(event, { locale, part });
  };
  const recipients = [...new Set([...applicants.map(({ id }) => id), ...speakers])];
  await notify(tx, {
    kind,
    about,
    detail: detailOf(kind, { when: event.startsAt, message }),
    recipients,
    actorId,
    calendar,
    onceKey,
    now,
  } as TopicNews);
  if (actorId === null || !holders.has(actorId)) return;
  await mailOwnAppointment(tx, {
    personId: actorId,
    kind,
    about,
    detail: { when: event.startsAt },
    calendar: ({ locale }) => {
      const part = { isIn: true, place: places.get(actorId), changes: changes.get(actorId) };
      return eventEntry(event, { locale, part });
    },
    onceKey,
    now,
  });
}

/** Where those with a place take part. */
async function listPlaces(tx: DbOrTx, event: EventRow) {
  const rows = await tx
    .select({ id: registrations.personId, place: ticketTypes.place })
    .from(registrations)
    .innerJoin(ticketTypes, eq(ticketTypes.id, registrations.ticketTypeId))
    .where(and(eq(registrations.eventId, event.id), eq(registrations.state, "confirmed")));
  return new Map(rows.map(({ id, place }) => [id, place]));
}

/**
 * After an event was moved: reminders of the former time are taken back, and whatever else says when
 * it begins, and was not read or mailed yet, says the new time.
 */
async function bringUpToDate(
  tx: DbOrTx,
  { event, now }: { event: EventRow; now: Date },
): Promise<void> {
  const when = event.startsAt.toISOString();
  const isStale = and(
    eq(notifications.threadKey, eventTopic(event).thread),
    sql`${notifications.detail} ->> 'when' <> ${when}`,
  );
  const stale = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(isStale, eq(notifications.kind, "event-reminder")))
    .limit(1);
  if (stale.length > 0) {
    await withdrawNews(tx, { thread: eventTopic(event).thread, kind: "event-reminder", now });
  }
  await tx
    .update(notifications)
    .set({
      detail: sql`jsonb_set(${notifications.detail}, '{when}', to_jsonb(${when}::text))`,
      // The news of the change bring the entry.
      calendar: null,
    })
    .where(
      and(
        isStale,
        inArray(notifications.kind, [...SAYS_BEGINNING]),
        or(isNull(notifications.readAt), eq(notifications.mailOutcome, "waiting")),
      ),
    );
}
