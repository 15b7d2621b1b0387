import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { recordAttendance, type Scan } from "#app/events/check-in/attending.server.ts";
import type { Db } from "#db/client.server.ts";
import { attendances } from "#db/schema/attendances.ts";
import type { events } from "#db/schema/events.ts";
import type { RegistrationState } from "#db/vocabulary.ts";
import { createEvent, createRegistration, createTicketType } from "#test/support/events.ts";
import { createOrganisation, createPerson, viewerOf } from "#test/support/factories.ts";

/** 1 June 2026, 18:00 in Tokyo, for two hours. */
export const START = new Date("2026-06-01T09:00:00Z");
export const END = new Date("2026-06-01T11:00:00Z");
/** A moment of that day in Tokyo, `18:02`. */
export const at = (time: string) => new Date(`2026-06-01T${time}:00+09:00`);

export async function staffOf(db: Db): Promise<Viewer> {
  return viewerOf(await createPerson(db, { role: "staff" }));
}

export async function memberOf(db: Db): Promise<Viewer> {
  const organisation = await createOrganisation(db);
  const person = await createPerson(db, { organisationId: organisation.id });
  return viewerOf(person, organisation);
}

/** An event with one ticket, and somebody of the vendor at its door. */
export async function doorOf(db: Db, values: Partial<typeof events.$inferInsert> = {}) {
  const event = await createEvent(db, { startsAt: START, endsAt: END, ...values });
  const place = event.place === "online" ? "online" : "on-site";
  const ticket = await createTicketType(db, { eventId: event.id, place });
  const viewer = await staffOf(db);
  const register = async (state: RegistrationState = "confirmed", who?: Viewer) => {
    const person = who ?? (await memberOf(db));
    const registration = await createRegistration(db, {
      event,
      ticket,
      person: { id: person.id, organisationId: person.organisation?.id },
      state,
    });
    return { person, registration };
  };
  const scan = (
    who: Pick<Scan, "personId" | "code" | "guest">,
    rest: Partial<Omit<Scan, "guest">> = {},
  ) =>
    recordAttendance(db, {
      viewer,
      eventId: event.id,
      way: who.code === undefined ? "list" : "code",
      key: randomUUID(),
      now: at("18:02"),
      ...who,
      ...rest,
    });
  return { event, ticket, viewer, register, scan };
}

export const rows = (db: Db, eventId: number) =>
  db.select().from(attendances).where(eq(attendances.eventId, eventId)).orderBy(attendances.id);

/** The outcome of a command that must have succeeded. */
export function done<T extends { ok: boolean }>(outcome: T): Extract<T, { ok: true }> {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { ok: true }>;
}
