import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { events, ticketTypes } from "#db/schema/events.ts";
import { registrations } from "#db/schema/registrations.ts";
import { tellOfRegistration } from "../telling/telling.server.ts";
import { findLive } from "./reading.server.ts";
import {
  changeRegistration,
  noteRegistration,
  offerFreePlaces,
  openTicket,
  readRegistration,
} from "./ticket-desk.server.ts";

const BATCH = 200;

type Act = { viewer: Viewer; eventId: number; now: Date };
export type OfferOutcome = { ok: true } | { ok: false; reason: "no-offer" | "offer-lapsed" };

/** Takes the offered place. Taking it twice is as good as once. */
export async function acceptOffer(db: Db, { viewer, eventId, now }: Act): Promise<OfferOutcome> {
  return answerOffer(db, { viewer, eventId, now }, async (tx, { desk, registration }) => {
    const confirmed = await changeRegistration(tx, registration.id, {
      state: "confirmed",
      confirmedAt: now,
    });
    const onceKey = await noteRegistration(tx, {
      registrationId: registration.id,
      kind: "offer-accepted",
      actorId: viewer.id,
      at: now,
    });
    await tellOfRegistration(tx, {
      kind: "registration-confirmed",
      event: desk.event,
      registration: confirmed,
      actorId: viewer.id,
      onceKey,
      now,
    });
  });
}

/** Gives the offered place up; it is offered to the next in line. */
export async function declineOffer(db: Db, { viewer, eventId, now }: Act): Promise<OfferOutcome> {
  return answerOffer(db, { viewer, eventId, now }, async (tx, { desk, registration }) => {
    await changeRegistration(tx, registration.id, {
      state: "cancelled",
      endedAt: now,
      ending: "offer-declined",
    });
    await noteRegistration(tx, {
      registrationId: registration.id,
      kind: "offer-declined",
      actorId: viewer.id,
      at: now,
    });
    await offerFreePlaces(tx, desk, now);
  });
}

type Offered = {
  desk: NonNullable<Awaited<ReturnType<typeof openTicket>>>;
  registration: typeof registrations.$inferSelect;
};

async function answerOffer(
  db: Db,
  { viewer, eventId, now }: Act,
  answer: (tx: DbOrTx, offered: Offered) => Promise<void>,
): Promise<OfferOutcome> {
  return db.transaction(async (tx): Promise<OfferOutcome> => {
    const live = await findLive(tx, { eventId, personId: viewer.id });
    if (!live) return { ok: false, reason: "no-offer" };
    const desk = await openTicket(tx, { ticketTypeId: live.ticketTypeId, now });
    const registration = await readRegistration(tx, live.id);
    if (!desk || !registration) return { ok: false, reason: "no-offer" };
    if (registration.ending === "offer-lapsed") return { ok: false, reason: "offer-lapsed" };
    if (registration.state !== "offered") return { ok: false, reason: "no-offer" };
    await answer(tx, { desk, registration });
    return { ok: true };
  });
}

/**
 * Offers the free places of a ticket as far as people wait for them: to be called when a capacity or
 * a cap was raised, in that transaction.
 */
export async function fillTicket(
  tx: DbOrTx,
  { ticketTypeId, now }: { ticketTypeId: number; now: Date },
): Promise<void> {
  const desk = await openTicket(tx, { ticketTypeId, now });
  if (desk) await offerFreePlaces(tx, desk, now);
}

/** The same for every ticket of an event, in the order of their keys: when it has a date again. */
export async function fillEvent(
  tx: DbOrTx,
  { eventId, now }: { eventId: number; now: Date },
): Promise<void> {
  const tickets = await tx
    .select({ id: ticketTypes.id })
    .from(ticketTypes)
    .where(eq(ticketTypes.eventId, eventId))
    .orderBy(asc(ticketTypes.id));
  for (const { id } of tickets) await fillTicket(tx, { ticketTypeId: id, now });
}

/**
 * Ends the offers that nobody took in time and offers their places to the next, ticket by ticket,
 * however many workers do so at once.
 *
 * @returns how many tickets had such offers
 */
export async function lapseOffers(db: Db, { now }: { now: Date }): Promise<number> {
  const due = await db
    .selectDistinct({ ticketTypeId: registrations.ticketTypeId })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(
      and(
        eq(registrations.state, "offered"),
        lte(registrations.offerEndsAt, now),
        isNull(events.cancelledAt),
      ),
    )
    .limit(BATCH);
  for (const { ticketTypeId } of due) {
    await db.transaction(async (tx) => {
      await openTicket(tx, { ticketTypeId, now });
    });
  }
  return due.length;
}
