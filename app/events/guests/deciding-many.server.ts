import { and, asc, eq, inArray } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db } from "#db/client.server.ts";
import { registrations } from "#db/schema/registrations.ts";
import { removeRegistration } from "../admission/cancelling.server.ts";
import { approveRegistration, turnDownRegistration } from "../admission/deciding.server.ts";
import { openEvent, type Refused } from "../event-desk.server.ts";

/** Several registrations of an event, and who decides on them. */
export type Decision = { viewer: Viewer; eventId: number; ids: number[]; now: Date };

/** Ids of the registrations that were decided on, and of those that could not be any more. */
export type Decided = { ok: true; done: number[]; left: number[] };

type Outcome = { ok: boolean };

/**
 * Decides on one after the other in the order of applying, so that whoever applied first gets the
 * place. What cannot be decided any more is left as it is; registrations of other events do not count.
 */
async function decide(
  db: Db,
  { viewer, eventId, ids }: Decision,
  one: (registrationId: number) => Promise<Outcome>,
): Promise<Decided | Refused> {
  const opened = await openEvent(db, { viewer, eventId, lock: "read" });
  if (!opened.ok) return opened;
  const decided: Decided = { ok: true, done: [], left: [] };
  if (ids.length === 0) return decided;
  const rows = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), inArray(registrations.id, ids)))
    .orderBy(asc(registrations.appliedAt), asc(registrations.id));
  for (const { id } of rows) {
    const { ok } = await one(id);
    (ok ? decided.done : decided.left).push(id);
  }
  return decided;
}

/** Gives them places as long as there are any, and the others places in line. */
export function approveGuests(db: Db, decision: Decision): Promise<Decided | Refused> {
  const { viewer, now } = decision;
  return decide(db, decision, (registrationId) =>
    approveRegistration(db, { viewer, registrationId, now }),
  );
}

/** Turns them down; the note is for them to read. */
export function turnDownGuests(
  db: Db,
  { note, ...decision }: Decision & { note: string },
): Promise<Decided | Refused> {
  const { viewer, now } = decision;
  return decide(db, decision, (registrationId) =>
    turnDownRegistration(db, { viewer, registrationId, note, now }),
  );
}

/** Takes places and places in line back; the note is for them to read. */
export function removeGuests(
  db: Db,
  { note, ...decision }: Decision & { note: string },
): Promise<Decided | Refused> {
  const { viewer, now } = decision;
  return decide(db, decision, (registrationId) =>
    removeRegistration(db, { viewer, registrationId, note, now }),
  );
}
