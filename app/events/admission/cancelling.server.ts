import { and, eq, inArray, or } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { registrations } from "#db/schema/registrations.ts";
import { openEvent, type Refused } from "../event-desk.server.ts";
import { tellOfRegistration } from "../telling/telling.server.ts";
import { LIVE } from "./admission.ts";
import {
  changeRegistration,
  noteRegistration,
  offerFreePlaces,
  openTicket,
  type Registration,
  readRegistration,
  type TicketDesk,
} from "./ticket-desk.server.ts";

/**
 * Gives a registration up, one's own or one made for a colleague, until the event begins. The place
 * is offered to the next in line. Doing so twice is as good as once.
 *
 * @param input.personId whose it is; the viewer's own unless given
 */
export async function cancelRegistration(
  db: Db,
  {
    viewer,
    eventId,
    personId = viewer.id,
    now,
  }: { viewer: Viewer; eventId: number; personId?: number; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "too-late" }> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ id: registrations.id, ticketTypeId: registrations.ticketTypeId })
      .from(registrations)
      .where(
        and(
          eq(registrations.eventId, eventId),
          eq(registrations.personId, personId),
          or(eq(registrations.personId, viewer.id), eq(registrations.appliedBy, viewer.id)),
        ),
      )
      .orderBy(registrations.id);
    if (!found) return { ok: false, reason: "not-found" };
    const live = await findLiveOf(tx, { eventId, personId, viewer });
    if (!live) return { ok: true };
    const desk = await openTicket(tx, { ticketTypeId: live.ticketTypeId, now });
    const registration = await readRegistration(tx, live.id);
    if (!desk || !registration) return { ok: false, reason: "not-found" };
    if (!isLive(registration)) return { ok: true };
    if (desk.event.startsAt <= now) return { ok: false, reason: "too-late" };
    await end(tx, desk, {
      registration,
      kind: "cancelled",
      actorId: viewer.id,
      note: "",
      now,
    });
    return { ok: true };
  });
}

async function findLiveOf(
  tx: DbOrTx,
  { eventId, personId, viewer }: { eventId: number; personId: number; viewer: Viewer },
) {
  const [row] = await tx
    .select({ id: registrations.id, ticketTypeId: registrations.ticketTypeId })
    .from(registrations)
    .where(
      and(
        eq(registrations.eventId, eventId),
        eq(registrations.personId, personId),
        or(eq(registrations.personId, viewer.id), eq(registrations.appliedBy, viewer.id)),
        inArray(registrations.state, [...LIVE]),
      ),
    );
  return row;
}

function isLive({ state }: Registration): boolean {
  return (LIVE as readonly string[]).includes(state);
}

/** Takes somebody off the list, with words for them. A registration that has ended stays as it is. */
export async function removeRegistration(
  db: Db,
  {
    viewer,
    registrationId,
    note,
    now,
  }: { viewer: Viewer; registrationId: number; note: string; now: Date },
): Promise<{ ok: true } | Refused> {
  return db.transaction(async (tx) => {
    const found = await readRegistration(tx, registrationId);
    if (!found) return { ok: false, reason: "not-found" };
    const opened = await openEvent(tx, { viewer, eventId: found.eventId });
    if (!opened.ok) return opened;
    const desk = await openTicket(tx, { ticketTypeId: found.ticketTypeId, now });
    const registration = await readRegistration(tx, registrationId);
    if (!desk || !registration) return { ok: false, reason: "not-found" };
    if (!isLive(registration)) return { ok: true };
    await end(tx, desk, { registration, kind: "removed", actorId: viewer.id, note, now });
    return { ok: true };
  });
}

type End = {
  registration: Registration;
  kind: "cancelled" | "removed";
  actorId: number;
  note: string;
  now: Date;
};

async function end(
  tx: DbOrTx,
  desk: TicketDesk,
  { registration: { id }, kind, actorId, note, now }: End,
): Promise<void> {
  const ended = { state: "cancelled", endedAt: now, ending: kind, note } as const;
  const registration = await changeRegistration(tx, id, ended);
  const onceKey = await noteRegistration(tx, { registrationId: id, kind, actorId, at: now });
  const news = { event: desk.event, registration, actorId, message: note, onceKey, now };
  await tellOfRegistration(tx, { kind: "registration-cancelled", ...news });
  await offerFreePlaces(tx, desk, now);
}
