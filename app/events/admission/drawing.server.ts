import { createHmac } from "node:crypto";
import { and, asc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { type DrawRecord, events, ticketTypes } from "#db/schema/events.ts";
import { registrations } from "#db/schema/registrations.ts";
import { noteEvent } from "../event-desk.server.ts";
import { tellOfRegistration } from "../telling/telling.server.ts";
import { visibleEvents } from "../visibility.server.ts";
import { TAKING } from "./admission.ts";
import { draw, type Entry } from "./draw.ts";
import {
  changeRegistration,
  nextQueueNumber,
  noteRegistration,
  openTicket,
  type TicketDesk,
} from "./ticket-desk.server.ts";

const BATCH = 50;

/** The ticket of a number in a draw: HMAC-SHA256 under the seed, in hexadecimal. */
export function drawTicket(seed: string, number: number): string {
  return createHmac("sha256", Buffer.from(seed, "hex")).update(String(number)).digest("hex");
}

/**
 * Holds every draw whose time has come, once each, however many workers do so at once. A postponed
 * event is drawn when it has a new date, a cancelled one never.
 *
 * @returns how many draws were held
 */
export async function drawDueLotteries(db: Db, { now }: { now: Date }): Promise<number> {
  const due = await db
    .select({ id: ticketTypes.id })
    .from(ticketTypes)
    .innerJoin(events, eq(events.id, ticketTypes.eventId))
    .where(
      and(
        lte(ticketTypes.drawAt, now),
        isNull(ticketTypes.drawnAt),
        isNotNull(events.publishedAt),
        isNull(events.cancelledAt),
        isNull(events.postponedAt),
      ),
    )
    .orderBy(asc(ticketTypes.drawAt))
    .limit(BATCH);
  let held = 0;
  for (const { id } of due) {
    const done = await db.transaction(async (tx) => {
      const desk = await openTicket(tx, { ticketTypeId: id, now });
      return desk !== undefined && holdDraw(tx, desk, now);
    });
    if (done) held += 1;
  }
  return held;
}

/**
 * Holds the draw of a ticket in hand if its time has come and it was not held yet. The desk's ticket
 * then says so.
 */
export async function holdDraw(tx: DbOrTx, desk: TicketDesk, now: Date): Promise<boolean> {
  const { event, ticket } = desk;
  const { drawSeed, drawAt, drawnAt } = ticket;
  if (!drawSeed || !drawAt || drawnAt || drawAt > now) return false;
  if (!event.publishedAt || event.postponedAt || event.cancelledAt) return false;
  const entry = await entryOf(tx, desk);
  const outcome = await draw(entry, (number) => drawTicket(drawSeed, number));
  const record: DrawRecord = { ...entry, ...outcome };
  for (const id of outcome.drawn) await tellDrawn(tx, desk, { id, now });
  for (const id of outcome.waiting) await tellWaiting(tx, desk, { id, now });
  const drawn = { drawnAt: now, drawRecord: record };
  await tx.update(ticketTypes).set(drawn).where(eq(ticketTypes.id, ticket.id));
  desk.ticket = { ...ticket, ...drawn };
  await noteEvent(tx, {
    eventId: event.id,
    kind: "drawn",
    actorId: null,
    detail: { ticket: ticket.name, drawn: outcome.drawn.length, waiting: outcome.waiting.length },
    at: now,
  });
  return true;
}

/** Who enters the draw, and what is left to be drawn; organisations become numbered groups. */
async function entryOf(tx: DbOrTx, { ticket }: TicketDesk): Promise<Entry> {
  const rows = await tx
    .select({
      id: registrations.id,
      state: registrations.state,
      organisationId: registrations.organisationId,
    })
    .from(registrations)
    .where(eq(registrations.ticketTypeId, ticket.id))
    .orderBy(asc(registrations.id));
  const entrants = rows.filter(({ state }) => state === "applied");
  const taking = rows.filter(({ state }) => (TAKING as readonly string[]).includes(state));
  const numbers = new Map<number, number>();
  for (const { organisationId } of entrants) {
    if (organisationId === null || numbers.has(organisationId)) continue;
    numbers.set(organisationId, numbers.size + 1);
  }
  return {
    places: Math.max(0, ticket.capacity - taking.length),
    groupCap: ticket.organisationCap,
    groups: [...numbers].map(([organisationId, group]) => ({
      group,
      taken: taking.filter((row) => row.organisationId === organisationId).length,
    })),
    entrants: entrants.map(({ id, organisationId }) => ({
      number: id,
      group: organisationId === null ? null : (numbers.get(organisationId) ?? null),
    })),
  };
}

type Drawn = { id: number; now: Date };

async function tellDrawn(tx: DbOrTx, { event }: TicketDesk, { id, now }: Drawn): Promise<void> {
  const change = { state: "confirmed", confirmedAt: now } as const;
  const registration = await changeRegistration(tx, id, change);
  const noted = { registrationId: id, kind: "drawn", actorId: null, at: now } as const;
  const onceKey = await noteRegistration(tx, noted);
  const news = { event, registration, actorId: null, onceKey, now };
  await tellOfRegistration(tx, { kind: "registration-confirmed", ...news });
}

async function tellWaiting(
  tx: DbOrTx,
  { event, ticket }: TicketDesk,
  { id, now }: Drawn,
): Promise<void> {
  const queueNumber = await nextQueueNumber(tx, ticket.id);
  const registration = await changeRegistration(tx, id, { state: "waitlisted", queueNumber });
  const noted = { registrationId: id, kind: "not-drawn", actorId: null, at: now } as const;
  const onceKey = await noteRegistration(tx, noted);
  const news = { event, registration, actorId: null, onceKey, now };
  await tellOfRegistration(tx, { kind: "registration-waitlisted", ...news });
}

export type PublicDraw = {
  eventId: number;
  eventTitle: string;
  ticketName: string;
  capacity: number;
  drawAt: Date;
  commitment: string;
  /** Null until the draw was held. */
  held: { at: Date; seed: string; record: DrawRecord } | null;
};

/**
 * What everybody who sees the event may know of a draw: the commitment to its seed beforehand, and
 * afterwards all that it takes to hold it again. No names. Undefined when there is no such draw for
 * the viewer.
 */
export async function findDraw(
  db: DbOrTx,
  { viewer, eventId, ticketTypeId }: { viewer: MaybeViewer; eventId: number; ticketTypeId: number },
): Promise<PublicDraw | undefined> {
  const [row] = await db
    .select({ event: events, ticket: ticketTypes })
    .from(ticketTypes)
    .innerJoin(events, eq(events.id, ticketTypes.eventId))
    .where(
      and(
        eq(ticketTypes.id, ticketTypeId),
        eq(ticketTypes.eventId, eventId),
        visibleEvents(viewer),
      ),
    );
  if (!row?.ticket.drawAt || !row.ticket.drawCommitment) return undefined;
  const { event, ticket } = row;
  const { drawSeed: seed, drawnAt: at, drawRecord: record } = ticket;
  return {
    eventId,
    eventTitle: event.title,
    ticketName: ticket.name,
    capacity: ticket.capacity,
    drawAt: row.ticket.drawAt,
    commitment: row.ticket.drawCommitment,
    held: seed && at && record ? { at, seed, record } : null,
  };
}
