import { eq } from "drizzle-orm";
import { mailOwnAppointment } from "#app/notifications/letters.server.ts";
import { notify, type TopicNews } from "#app/notifications/notifications.server.ts";
import type { TopicKind } from "#app/notifications/topics.ts";
import { withdrawNews } from "#app/notifications/withdrawing.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { ticketTypes } from "#db/schema/events.ts";
import type { CalendarEntry } from "#db/schema/notifications.ts";
import type { registrations } from "#db/schema/registrations.ts";
import type { Locale } from "#db/vocabulary.ts";
import { type CalendarPart, eventEntry } from "../calendar/entry.server.ts";
import { eventTopic } from "../event-topic.ts";
import { countPartChanges, listSpeakers } from "./audience.server.ts";
import { detailOf, type Told } from "./told.server.ts";

export type RegistrationNews = Told & {
  kind:
    | "registration-confirmed"
    | "registration-offered"
    | "registration-lapsed"
    | "registration-declined"
    | "registration-waitlisted"
    | "registration-cancelled"
    | "registration-for-you";
  /** As it is after the change. */
  registration: typeof registrations.$inferSelect;
  message?: string;
};

/** Said earlier of somebody's part, and no longer so once the kind is told. */
const OUTDATES: Partial<Record<TopicKind, TopicKind[]>> = {
  "registration-confirmed": ["registration-offered"],
  "registration-lapsed": ["registration-offered"],
  "registration-declined": ["registration-offered", "registration-waitlisted"],
  "registration-cancelled": [
    "registration-offered",
    "registration-confirmed",
    "registration-waitlisted",
    "registration-for-you",
    "event-reminder",
  ],
};

/**
 * Tells somebody what became of their registration, with the entry for their calendar when they got
 * or lost a place. Whoever did it themselves gets the mail for their calendar alone.
 */
export async function tellOfRegistration(
  tx: DbOrTx,
  { kind, event, registration, actorId, message, onceKey, now }: RegistrationNews,
): Promise<void> {
  const { personId } = registration;
  const about = eventTopic(event);
  const outdated = OUTDATES[kind];
  if (outdated) {
    await withdrawNews(tx, { thread: about.thread, kind: outdated, personIds: [personId], now });
  }
  const calendar = await registrationCalendar(tx, { kind, event, registration });
  const when = kind === "registration-offered" ? registration.offerEndsAt : event.startsAt;
  await notify(tx, {
    kind,
    about,
    detail: detailOf(kind, { when: when ?? event.startsAt, message }),
    recipients: [personId],
    actorId,
    calendar,
    onceKey,
    now,
  } as TopicNews);
  if (actorId !== personId || !calendar) return;
  if (kind !== "registration-confirmed" && kind !== "registration-cancelled") return;
  const detail = { when: event.startsAt };
  await mailOwnAppointment(tx, { personId, kind, about, detail, calendar, onceKey, now });
}

/** The entry goes to whoever has a place now, or had one until now. */
async function registrationCalendar(
  tx: DbOrTx,
  { kind, event, registration }: Pick<RegistrationNews, "kind" | "event" | "registration">,
): Promise<((reader: { locale: Locale }) => CalendarEntry) | undefined> {
  const { personId, state, confirmedAt } = registration;
  const gained = state === "confirmed" && kind !== "registration-cancelled";
  const lost = kind === "registration-cancelled" && confirmedAt !== null;
  if (!gained && !lost) return undefined;
  // Whoever speaks has it in their calendar all the same.
  const speaks = (await listSpeakers(tx, event)).includes(personId);
  const changes = await countPartChanges(tx, event, [personId]);
  const part: CalendarPart = {
    isIn: gained || speaks,
    hasEnded: lost && !speaks,
    place: await placeOf(tx, registration),
    changes: changes.get(personId),
  };
  return ({ locale }) => eventEntry(event, { locale, part });
}

async function placeOf(tx: DbOrTx, { ticketTypeId }: { ticketTypeId: number }) {
  const [ticket] = await tx
    .select({ place: ticketTypes.place })
    .from(ticketTypes)
    .where(eq(ticketTypes.id, ticketTypeId));
  return ticket?.place;
}
