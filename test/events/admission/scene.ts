import { and, eq, inArray } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { TAKING } from "#app/events/admission/admission.ts";
import { registerForEvent } from "#app/events/admission/registering.server.ts";
import type { Db } from "#db/client.server.ts";
import { ticketTypes } from "#db/schema/events.ts";
import type { organisations } from "#db/schema/organisations.ts";
import { registrations } from "#db/schema/registrations.ts";
import { expect } from "#test/support/database.ts";
import { createEvent, createTicketType } from "#test/support/events.ts";
import { createOrganisation, createPerson, NOW, viewerOf } from "#test/support/factories.ts";

type TicketValues = Partial<typeof ticketTypes.$inferInsert>;
type EventValues = Parameters<typeof createEvent>[1];

/** A published event in two weeks with one ticket. */
export async function meeting(db: Db, ticket: TicketValues = {}, event: EventValues = {}) {
  const made = await createEvent(db, event);
  return { event: made, ticket: await createTicketType(db, { ...ticket, eventId: made.id }) };
}

type Organisation = typeof organisations.$inferSelect;

/** A member, of a company of their own unless one is given. */
export async function memberOf(db: Db, organisation?: Organisation): Promise<Viewer> {
  const own = organisation ?? (await createOrganisation(db));
  return viewerOf(await createPerson(db, { organisationId: own.id }), own);
}

export const staffOf = async (db: Db) => viewerOf(await createPerson(db, { role: "staff" }));

type Where = { event: { id: number }; ticket: { id: number } };
type Options = { now?: Date; personIds?: number[]; answers?: Map<number, string> };

export const apply = (
  db: Db,
  viewer: Viewer,
  { event, ticket }: Where,
  { now = NOW, answers = new Map(), ...options }: Options = {},
) =>
  registerForEvent(db, {
    viewer,
    eventId: event.id,
    ticketTypeId: ticket.id,
    answers,
    ...options,
    now,
  });

/** The state of the last registration of each of the people, in their order. */
export async function statesOf(db: Db, eventId: number, people: { id: number }[]) {
  const rows = await db
    .select()
    .from(registrations)
    .where(eq(registrations.eventId, eventId))
    .orderBy(registrations.id);
  return people.map(({ id }) => rows.findLast((row) => row.personId === id)?.state);
}

/** Checks what must hold of a ticket whatever happened: nobody too many, nobody passed over. */
export async function expectExact(db: Db, ticketTypeId: number): Promise<void> {
  const [ticket] = await db.select().from(ticketTypes).where(eq(ticketTypes.id, ticketTypeId));
  const rows = await db
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.ticketTypeId, ticketTypeId),
        inArray(registrations.state, [...TAKING, "waitlisted"]),
      ),
    );
  if (!ticket) throw new Error("no ticket");
  const taking = rows.filter(({ state }) => state !== "waitlisted");
  const waiting = rows.filter(({ state }) => state === "waitlisted");
  const cap = ticket.organisationCap ?? Number.POSITIVE_INFINITY;
  const takenBy = (organisationId: number | null) =>
    taking.filter((row) => organisationId !== null && row.organisationId === organisationId).length;
  expect(taking.length).toBeLessThanOrEqual(ticket.capacity);
  for (const { organisationId } of taking) expect(takenBy(organisationId)).toBeLessThanOrEqual(cap);
  if (taking.length < ticket.capacity) {
    for (const { organisationId } of waiting) {
      expect(takenBy(organisationId)).toBeGreaterThanOrEqual(cap);
    }
  }
  expect(new Set(rows.map(({ personId }) => personId)).size).toBe(rows.length);
}
