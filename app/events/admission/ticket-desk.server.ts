import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { after, HOUR } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { events, ticketTypes } from "#db/schema/events.ts";
import { registrationHistory, registrations } from "#db/schema/registrations.ts";
import type { RegistrationHistoryKind } from "#db/vocabulary.ts";
import type { EventRow } from "../event-desk.server.ts";
import { stateOf } from "../events.ts";
import { tellOfRegistration } from "../telling/telling.server.ts";
import { TAKING } from "./admission.ts";

export type Ticket = typeof ticketTypes.$inferSelect;
export type Registration = typeof registrations.$inferSelect;

/** A ticket in the hands of somebody who changes who has a place. */
export type TicketDesk = { event: EventRow; ticket: Ticket };

/**
 * Takes a ticket in hand until the transaction ends; everything that changes who has, is offered or
 * waits for a place holds it, so that such changes happen one after the other. The event stays as it
 * is meanwhile. Offers whose time is up have ended when this returns.
 */
export async function openTicket(
  tx: DbOrTx,
  { ticketTypeId, now }: { ticketTypeId: number; now: Date },
): Promise<TicketDesk | undefined> {
  // The event first, then its ticket: the order in which everybody locks.
  const [found] = await tx
    .select({ event: events })
    .from(events)
    .where(
      eq(
        events.id,
        tx
          .select({ id: ticketTypes.eventId })
          .from(ticketTypes)
          .where(eq(ticketTypes.id, ticketTypeId)),
      ),
    )
    .for("share");
  const [ticket] = await tx
    .select()
    .from(ticketTypes)
    .where(eq(ticketTypes.id, ticketTypeId))
    .for("no key update");
  if (!found || !ticket) return undefined;
  const desk = { event: found.event, ticket };
  await endLapsedOffers(tx, desk, now);
  return desk;
}

/** The registration as it is now that its ticket is in hand. */
export async function readRegistration(
  tx: DbOrTx,
  registrationId: number,
): Promise<Registration | undefined> {
  const [row] = await tx.select().from(registrations).where(eq(registrations.id, registrationId));
  return row;
}

/** Appends to a registration's history; gives the key under which its person is told of it once. */
export async function noteRegistration(
  tx: DbOrTx,
  entry: {
    registrationId: number;
    kind: RegistrationHistoryKind;
    actorId: number | null;
    detail?: Record<string, string | number>;
    at: Date;
  },
): Promise<string> {
  const [row] = await tx
    .insert(registrationHistory)
    .values(entry)
    .returning({ id: registrationHistory.id });
  return `r${row?.id}`;
}

type Change = Partial<
  Pick<
    Registration,
    "state" | "queueNumber" | "offerEndsAt" | "confirmedAt" | "endedAt" | "ending" | "note"
  >
>;

/** Changes a registration whose ticket is in hand; calendars take it as newer than before. */
export async function changeRegistration(
  tx: DbOrTx,
  registrationId: number,
  change: Change,
): Promise<Registration> {
  const [row] = await tx
    .update(registrations)
    .set({ queueNumber: null, offerEndsAt: null, ...change, sequence: sql`sequence + 1` })
    .where(eq(registrations.id, registrationId))
    .returning();
  if (!row) throw new Error(`Registration ${registrationId} is gone`);
  return row;
}

/** The next number in the line of a ticket that is in hand. */
export async function nextQueueNumber(tx: DbOrTx, ticketTypeId: number): Promise<number> {
  const [row] = await tx
    .update(ticketTypes)
    .set({ lastQueueNumber: sql`${ticketTypes.lastQueueNumber} + 1` })
    .where(eq(ticketTypes.id, ticketTypeId))
    .returning({ number: ticketTypes.lastQueueNumber });
  if (!row) throw new Error(`Ticket ${ticketTypeId} is gone`);
  return row.number;
}

/** Places that are taken, in all and by one organisation. */
export async function countTaken(
  tx: DbOrTx,
  { ticketTypeId, organisationId }: { ticketTypeId: number; organisationId: number | null },
): Promise<{ all: number; ofOrganisation: number }> {
  const [row] = await tx
    .select({
      all: sql<number>`count(*)::int`,
      ofOrganisation: sql<number>`(count(*) filter (where ${registrations.organisationId} = ${organisationId}::bigint))::int`,
    })
    .from(registrations)
    .where(
      and(eq(registrations.ticketTypeId, ticketTypeId), inArray(registrations.state, [...TAKING])),
    );
  return row ?? { all: 0, ofOrganisation: 0 };
}

/** Whether there is a place for somebody of an organisation. */
export async function hasPlace(
  tx: DbOrTx,
  { id, capacity, organisationCap }: Ticket,
  organisationId: number | null,
): Promise<boolean> {
  const taken = await countTaken(tx, { ticketTypeId: id, organisationId });
  if (taken.all >= capacity) return false;
  return (
    organisationId === null || organisationCap === null || taken.ofOrganisation < organisationCap
  );
}

/**
 * Offers free places of a ticket that is in hand to those who wait, in the order of the line;
 * whoever's organisation has no place left is passed over and keeps their number. Nothing is offered
 * while an event is not to be held as announced, and nothing after it began.
 */
export async function offerFreePlaces(
  tx: DbOrTx,
  { event, ticket }: TicketDesk,
  now: Date,
): Promise<number> {
  if (stateOf(event, now) !== "published" || event.startsAt <= now) return 0;
  const kept = after(now, event.offerHours * HOUR).getTime();
  const offerEndsAt = new Date(Math.min(kept, event.startsAt.getTime()));
  let { all: taken } = await countTaken(tx, { ticketTypeId: ticket.id, organisationId: null });
  let offered = 0;
  while (taken < ticket.capacity) {
    const next = await nextInLine(tx, ticket);
    if (next === undefined) break;
    const registration = await changeRegistration(tx, next, { state: "offered", offerEndsAt });
    const onceKey = await noteRegistration(tx, {
      registrationId: next,
      kind: "offered",
      actorId: null,
      detail: { until: offerEndsAt.toISOString() },
      at: now,
    });
    const told = { event, registration, actorId: null, onceKey, now };
    await tellOfRegistration(tx, { kind: "registration-offered", ...told });
    taken += 1;
    offered += 1;
  }
  return offered;
}

/** The first of the line whose organisation may have another place. */
async function nextInLine(
  tx: DbOrTx,
  { id, organisationCap }: Ticket,
): Promise<number | undefined> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select waiting.id from registrations waiting
    where waiting.ticket_type_id = ${id} and waiting.state = 'waitlisted'
      and (${organisationCap}::int is null or waiting.organisation_id is null or (
        select count(*) from registrations taking
        where taking.ticket_type_id = ${id} and taking.state in ('confirmed', 'offered')
          and taking.organisation_id = waiting.organisation_id) < ${organisationCap}::int)
    order by waiting.queue_number limit 1`);
  return row && Number(row.id);
}

/** Ends the offers of a ticket in hand whose time is up, and offers the places to the next. */
async function endLapsedOffers(tx: DbOrTx, desk: TicketDesk, now: Date): Promise<number> {
  const lapsed = await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.ticketTypeId, desk.ticket.id),
        eq(registrations.state, "offered"),
        lte(registrations.offerEndsAt, now),
      ),
    )
    .orderBy(registrations.offerEndsAt, registrations.id);
  for (const { id } of lapsed) {
    const registration = await changeRegistration(tx, id, {
      state: "cancelled",
      endedAt: now,
      ending: "offer-lapsed",
    });
    const noted = { registrationId: id, kind: "offer-lapsed", actorId: null, at: now } as const;
    const onceKey = await noteRegistration(tx, noted);
    const told = { event: desk.event, registration, actorId: null, onceKey, now };
    await tellOfRegistration(tx, { kind: "registration-lapsed", ...told });
  }
  if (lapsed.length > 0) await offerFreePlaces(tx, desk, now);
  return lapsed.length;
}
