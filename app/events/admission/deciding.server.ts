import type { Viewer } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { openEvent, type Refused } from "../event-desk.server.ts";
import { tellOfRegistration } from "../telling/telling.server.ts";
import { placeFor } from "./admitting.server.ts";
import {
  changeRegistration,
  noteRegistration,
  openTicket,
  type Registration,
  readRegistration,
  type TicketDesk,
} from "./ticket-desk.server.ts";

type Act = { viewer: Viewer; registrationId: number; now: Date };
type NotWaiting = { ok: false; reason: "not-waiting" };

/** Grants an application: a place if there is one, otherwise one in the line. */
export async function approveRegistration(
  db: Db,
  { viewer, registrationId, now }: Act,
): Promise<{ ok: true; state: "confirmed" | "waitlisted" } | Refused | NotWaiting> {
  return db.transaction(async (tx) => {
    const opened = await openApplication(tx, { viewer, registrationId, now });
    if (!opened.ok) return opened;
    const { desk, registration } = opened;
    if (registration.state !== "applied" || desk.ticket.admission !== "approval") {
      return { ok: false, reason: "not-waiting" };
    }
    const { organisationId } = registration;
    const place = await placeFor(tx, { ticket: desk.ticket, organisationId, decided: true, now });
    const state = place.state === "confirmed" ? "confirmed" : "waitlisted";
    const changed = await changeRegistration(tx, registrationId, place);
    const noted = { registrationId, actorId: viewer.id, at: now };
    const onceKey = await noteRegistration(tx, { kind: "approved", ...noted });
    await noteRegistration(tx, { kind: state, ...noted });
    await tellOfRegistration(tx, {
      kind: `registration-${state}`,
      event: desk.event,
      registration: changed,
      actorId: viewer.id,
      onceKey,
      now,
    });
    return { ok: true, state };
  });
}

/** Turns an application down, or somebody in the line, with words for them. */
export async function turnDownRegistration(
  db: Db,
  { viewer, registrationId, note = "", now }: Act & { note?: string },
): Promise<{ ok: true } | Refused | NotWaiting> {
  return db.transaction(async (tx) => {
    const opened = await openApplication(tx, { viewer, registrationId, now });
    if (!opened.ok) return opened;
    const { desk, registration } = opened;
    if (registration.state !== "applied" && registration.state !== "waitlisted") {
      return { ok: false, reason: "not-waiting" };
    }
    const changed = await changeRegistration(tx, registrationId, {
      state: "declined",
      endedAt: now,
      ending: "turned-down",
      note,
    });
    const onceKey = await noteRegistration(tx, {
      registrationId,
      kind: "turned-down",
      actorId: viewer.id,
      at: now,
    });
    await tellOfRegistration(tx, {
      kind: "registration-declined",
      event: desk.event,
      registration: changed,
      actorId: viewer.id,
      message: note,
      onceKey,
      now,
    });
    return { ok: true };
  });
}

async function openApplication(
  tx: DbOrTx,
  { viewer, registrationId, now }: Act,
): Promise<{ ok: true; desk: TicketDesk; registration: Registration } | Refused> {
  const found = await readRegistration(tx, registrationId);
  if (!found) return { ok: false, reason: "not-found" };
  const opened = await openEvent(tx, { viewer, eventId: found.eventId });
  if (!opened.ok) return opened;
  const desk = await openTicket(tx, { ticketTypeId: found.ticketTypeId, now });
  const registration = await readRegistration(tx, registrationId);
  if (!desk || !registration) return { ok: false, reason: "not-found" };
  return { ok: true, desk, registration };
}
