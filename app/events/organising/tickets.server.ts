import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { events, ticketTypes } from "#db/schema/events.ts";
import { registrations } from "#db/schema/registrations.ts";
import { fillTicket } from "../admission/offers.server.ts";
import { type EventRow, noteEvent, type Refused } from "../event-desk.server.ts";
import { stateOf } from "../events.ts";
import { tellOfEvent } from "../telling/telling.server.ts";
import { nextPosition, nextVersion, withEvent } from "./desk.server.ts";
import { newDraw } from "./lottery.server.ts";
import type { TicketContent } from "./ticket-form.ts";
import { TICKETS_MAX, type TicketRefusal, ticketRefusal } from "./tickets.ts";

type Act = { viewer: Viewer; eventId: number; now: Date };
type Refusal = { ok: false; reason: TicketRefusal | "too-many" | "closed" };

/** Adds a ticket; the seed of its draw, if its places are drawn, is made now. */
export async function addTicket(
  db: Db,
  { content, now, ...act }: Act & { content: TicketContent },
): Promise<{ ok: true; ticketTypeId: number } | Refusal | Refused> {
  return withEvent(db, act, async (tx, event) => {
    if (isClosed(event, now)) return { ok: false, reason: "closed" };
    const position = await nextPosition(tx, "ticket_types", event.id);
    if (position > TICKETS_MAX) return { ok: false, reason: "too-many" };
    const refused = ticketRefusal({ content, event, now });
    if (refused) return { ok: false, reason: refused };
    const { drawAt, ...columns } = content;
    const [row] = await tx
      .insert(ticketTypes)
      .values({ ...columns, ...newDraw(content.admission, drawAt), eventId: event.id, position })
      .returning({ id: ticketTypes.id });
    if (!row) throw new Error("The ticket was not stored");
    await note(tx, { event, viewer: act.viewer, ticket: content.name, now });
    return { ok: true, ticketTypeId: row.id };
  });
}

/**
 * Changes a ticket, if `version` is still the newest. Once somebody applied for it, the way of
 * admission and the place are fixed; a draw that is put off is told to everyone who waits for it.
 * More places are offered to those who wait at once.
 */
export async function editTicket(
  db: Db,
  {
    ticketTypeId,
    version,
    content,
    describeDraw,
    now,
    ...act
  }: Act & {
    ticketTypeId: number;
    version: number;
    content: TicketContent;
    /** Says in words that the draw of a ticket is held at another time. */
    describeDraw: (ticket: { name: string; drawAt: Date }) => string;
  },
): Promise<{ ok: true } | Refusal | { ok: false; reason: "stale" } | Refused> {
  return withEvent(db, act, async (tx, event) => {
    const ticket = await lockTicket(tx, { eventId: event.id, ticketTypeId });
    if (!ticket) return { ok: false, reason: "not-found" };
    if (isClosed(event, now)) return { ok: false, reason: "closed" };
    if (ticket.version !== version) return { ok: false, reason: "stale" };
    const use = await findUse(tx, ticketTypeId);
    const refused = ticketRefusal({ content, event, ticket, use, now });
    if (refused) return { ok: false, reason: refused };
    const { drawAt, ...columns } = content;
    // A draw keeps the seed it was announced with, at whatever time it is held.
    const draw =
      content.admission === "lottery" && ticket.admission === "lottery"
        ? { drawAt: drawAt ?? ticket.drawAt }
        : newDraw(content.admission, drawAt);
    await tx
      .update(ticketTypes)
      .set({ ...columns, ...draw, version: nextVersion })
      .where(eq(ticketTypes.id, ticketTypeId));
    const onceKey = await note(tx, { event, viewer: act.viewer, ticket: content.name, now });
    const isPutOff = drawAt && ticket.drawAt && drawAt.getTime() !== ticket.drawAt.getTime();
    if (isPutOff && use.applied > 0 && stateOf(event, now) === "published") {
      await tellOfEvent(tx, {
        kind: "event-changed",
        event,
        message: describeDraw({ name: content.name, drawAt }),
        actorId: act.viewer.id,
        onceKey,
        now,
      });
    }
    await fillTicket(tx, { ticketTypeId, now });
    return { ok: true };
  });
}

/** Removes a ticket that nobody ever applied for; the last one of an announced event stays. */
export async function removeTicket(
  db: Db,
  { ticketTypeId, now, ...act }: Act & { ticketTypeId: number },
): Promise<{ ok: true } | { ok: false; reason: "in-use" | "last" | "closed" } | Refused> {
  return withEvent(db, act, async (tx, event) => {
    const ticket = await lockTicket(tx, { eventId: event.id, ticketTypeId });
    if (!ticket) return { ok: false, reason: "not-found" };
    if (isClosed(event, now)) return { ok: false, reason: "closed" };
    if ((await findUse(tx, ticketTypeId)).applied > 0) return { ok: false, reason: "in-use" };
    const [others] = await tx
      .select({ count: count() })
      .from(ticketTypes)
      .where(eq(ticketTypes.eventId, event.id));
    const isPromised = event.publishedAt || event.publishAt;
    if (isPromised && (others?.count ?? 0) <= 1) return { ok: false, reason: "last" };
    await tx.delete(ticketTypes).where(eq(ticketTypes.id, ticketTypeId));
    await note(tx, { event, viewer: act.viewer, ticket: ticket.name, now });
    return { ok: true };
  });
}

/** How far a ticket is used: applications ever made, places taken, most of them by one company. */
export type TicketUse = { applied: number; taken: number; takenByOne: number };

/** The tickets of an event in their order, with how far they are used. */
export async function listTickets(db: DbOrTx, { eventId }: { eventId: number }) {
  return db
    .select({
      ticket: ticketTypes,
      applied: sql<number>`(select count(*)::int from registrations r
        where r.ticket_type_id = ticket_types.id)`,
      taken: sql<number>`(select count(*)::int from registrations r
        where r.ticket_type_id = ticket_types.id and r.state in ('confirmed', 'offered'))`,
      waiting: sql<number>`(select count(*)::int from registrations r
        where r.ticket_type_id = ticket_types.id and r.state in ('applied', 'waitlisted'))`,
    })
    .from(ticketTypes)
    .where(eq(ticketTypes.eventId, eventId))
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id));
}

export async function findTicket(
  db: DbOrTx,
  { eventId, ticketTypeId }: { eventId: number; ticketTypeId: number },
) {
  const [ticket] = await db
    .select()
    .from(ticketTypes)
    .where(and(eq(ticketTypes.id, ticketTypeId), eq(ticketTypes.eventId, eventId)));
  return ticket && { ticket, use: await findUse(db, ticketTypeId) };
}

/** The event's row is held already, as it is by everyone who gives places. */
async function lockTicket(
  tx: DbOrTx,
  { eventId, ticketTypeId }: { eventId: number; ticketTypeId: number },
) {
  const [ticket] = await tx
    .select()
    .from(ticketTypes)
    .where(and(eq(ticketTypes.id, ticketTypeId), eq(ticketTypes.eventId, eventId)))
    .for("update");
  return ticket;
}

async function findUse(db: DbOrTx, ticketTypeId: number): Promise<TicketUse> {
  const isTaking = sql`${registrations.state} in ('confirmed', 'offered')`;
  const perCompany = await db
    .select({
      organisationId: registrations.organisationId,
      applied: count(),
      taken: sql<number>`(count(*) filter (where ${isTaking}))::int`,
    })
    .from(registrations)
    .where(eq(registrations.ticketTypeId, ticketTypeId))
    .groupBy(registrations.organisationId);
  const companies = perCompany.filter(({ organisationId }) => organisationId !== null);
  return {
    applied: perCompany.reduce((sum, row) => sum + row.applied, 0),
    taken: perCompany.reduce((sum, row) => sum + row.taken, 0),
    takenByOne: Math.max(0, ...companies.map(({ taken }) => taken)),
  };
}

/** Where nobody can take part any more, there is nothing to give. */
function isClosed(event: EventRow, now: Date): boolean {
  const state = stateOf(event, now);
  return state === "cancelled" || state === "finished";
}

async function note(
  tx: DbOrTx,
  { event, viewer, ticket, now }: { event: EventRow; viewer: Viewer; ticket: string; now: Date },
): Promise<string> {
  await tx.update(events).set({ updatedAt: now }).where(eq(events.id, event.id));
  return noteEvent(tx, {
    eventId: event.id,
    kind: "edited",
    actorId: viewer.id,
    detail: { what: "tickets", ticket },
    at: now,
  });
}
