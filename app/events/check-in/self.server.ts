import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { countTry, type TooMany } from "#app/auth/limits.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db } from "#db/client.server.ts";
import { ticketTypes } from "#db/schema/events.ts";
import { readCode } from "../admission/codes.ts";
import {
  type CheckedIn,
  findArrival,
  findPart,
  insert,
  type Part,
  shareEvent,
} from "./attending.server.ts";
import {
  type ClosedReason,
  joiningState,
  type RegistrationRefusal,
  registrationRefusal,
  selfCheckInState,
} from "./check-in.ts";

type NotFound = { ok: false; reason: "not-found" };
type Closed = ClosedReason | "too-late";

/**
 * Members check themselves in with the code that is shown in the room: from two hours before the
 * start until a little after the end, the confirmed only. Wrong codes can be tried so many times.
 */
export async function checkInByEventCode(
  db: Db,
  { viewer, eventId, typed, now }: { viewer: Viewer; eventId: number; typed: string; now: Date },
): Promise<
  | CheckedIn
  | NotFound
  | TooMany
  | { ok: false; reason: Closed | RegistrationRefusal | "not-registered" | "wrong-code" }
> {
  const counted = await countTry(db, "event-code", `${viewer.id} ${eventId}`);
  return db.transaction(async (tx) => {
    const opened = await shareEvent(tx, { viewer, eventId });
    if (!opened) return { ok: false, reason: "not-found" };
    if (!counted.ok) return counted;
    const { event } = opened;
    const there = await findArrival(tx, { eventId, personId: viewer.id });
    if (there) return { ok: true, already: true, arrival: there };
    const state = selfCheckInState(event, now);
    if (state !== "open") return { ok: false, reason: state };
    const admitted = admitSelf(await findPart(tx, { eventId, personId: viewer.id }));
    if (!admitted.ok) return admitted;
    if (readCode(typed) !== readCode(event.checkInCode)) return { ok: false, reason: "wrong-code" };
    return insert(tx, arrivalOf(viewer, { ...admitted.values, eventId, way: "self", now }));
  });
}

/**
 * Opens the way into an online event for the confirmed with an online ticket, and records that they
 * came: from a quarter of an hour before the start until the end. Whoever runs the event gets in
 * without being counted, unless they are registered themselves.
 */
export async function joinOnline(
  db: Db,
  { viewer, eventId, now }: { viewer: Viewer; eventId: number; now: Date },
): Promise<
  | { ok: true; url: string }
  | NotFound
  | {
      ok: false;
      reason:
        | Closed
        | RegistrationRefusal
        | "not-registered"
        | "not-online"
        | "on-site-ticket"
        | "no-link";
    }
> {
  return db.transaction(async (tx) => {
    const opened = await shareEvent(tx, { viewer, eventId });
    if (!opened) return { ok: false, reason: "not-found" };
    const { event, runs } = opened;
    if (event.place === "on-site") return { ok: false, reason: "not-online" };
    const part = await findPart(tx, { eventId, personId: viewer.id });
    const admitted = admitSelf(part);
    const isTeam = runs && !admitted.ok;
    if (!admitted.ok && !isTeam) return admitted;
    const [ticket] = part?.registration
      ? await tx
          .select({ place: ticketTypes.place })
          .from(ticketTypes)
          .where(eq(ticketTypes.id, part.registration.ticketTypeId))
      : [];
    if (!isTeam && ticket?.place !== "online" && event.place !== "online") {
      return { ok: false, reason: "on-site-ticket" };
    }
    const state = joiningState(event, now);
    if (state !== "open") return { ok: false, reason: state };
    if (!/^https:\/\//.test(event.onlineUrl)) return { ok: false, reason: "no-link" };
    if (admitted.ok && !(await findArrival(tx, { eventId, personId: viewer.id }))) {
      await insert(tx, arrivalOf(viewer, { ...admitted.values, eventId, way: "online", now }));
    }
    return { ok: true, url: event.onlineUrl };
  });
}

function admitSelf(part: Part | undefined) {
  if (!part?.registration) return { ok: false as const, reason: "not-registered" as const };
  const { registration, organisationId } = part;
  const reason = registrationRefusal(registration.state);
  if (reason) return { ok: false as const, reason };
  return { ok: true as const, values: { registrationId: registration.id, organisationId } };
}

function arrivalOf(
  viewer: Viewer,
  {
    now,
    ...values
  }: {
    eventId: number;
    registrationId: number;
    organisationId: number | null;
    way: "self" | "online";
    now: Date;
  },
) {
  return {
    ...values,
    personId: viewer.id,
    at: now,
    recordedAt: now,
    recordedBy: viewer.id,
    key: `${values.way}-${randomUUID()}`,
  };
}
