import { eq } from "drizzle-orm";
import { createFromTemplate } from "#app/events/organising/creating.server.ts";
import type { EventContent } from "#app/events/organising/event-form.ts";
import type { TicketContent } from "#app/events/organising/ticket-form.ts";
import { after, DAY } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import type { EventKind } from "#db/vocabulary.ts";
import { cast } from "#test/questions/cast.ts";
import { NOW } from "#test/support/factories.ts";

export { NOW };
export const START = after(NOW, 14 * DAY);

/** The event as it is stored now. */
export async function eventOf(db: Db, eventId: number) {
  const [event] = await db.select().from(events).where(eq(events.id, eventId));
  if (!event) throw new Error("no event");
  return event;
}

/** A draft from a template, and the people around it. */
export async function draft(db: Db, kind: EventKind = "workshop") {
  const people = await cast(db);
  const made = await createFromTemplate(db, {
    viewer: people.staff,
    event: { kind, title: "春のワークショップ", startsAt: START, timeZone: "Asia/Tokyo" },
    now: NOW,
  });
  if (!made.ok) throw new Error(made.reason);
  return { ...people, eventId: made.eventId };
}

/** What the form of an event says when nothing is changed but `changes`. */
export async function contentOf(
  db: Db,
  eventId: number,
  changes: Partial<EventContent> = {},
): Promise<EventContent> {
  const event = await eventOf(db, eventId);
  const { kind, place, scope, invitedOnly, title, summary, bodySource, phases, seriesId } = event;
  const { region, venueName, venueAddress, mapUrl, venueNote, onlineUrl, onlineNote } = event;
  const { registrationOpensAt, registrationClosesAt, offerHours, colleaguesMax } = event;
  const { proposalsCloseAt, proposalsNote } = event;
  return {
    ...{ kind, place, scope, invitedOnly, title, summary, phases, seriesId },
    ...{ region, venueName, venueAddress, mapUrl, venueNote, onlineUrl, onlineNote },
    ...{ registrationOpensAt, registrationClosesAt, offerHours, colleaguesMax },
    ...{ proposalsCloseAt, proposalsNote },
    body: bodySource,
    areaIds: [],
    date: undefined,
    ...changes,
  };
}

export const ticket = (changes: Partial<TicketContent> = {}): TicketContent => ({
  name: "一般",
  description: "",
  place: "on-site",
  capacity: 10,
  admission: "first-come",
  organisationCap: null,
  phases: [],
  tiers: [],
  supportersOnly: false,
  drawAt: null,
  ...changes,
});

export const sayWhat = (changed: string[]) => changed.join("、");
