import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { countTry, type TooMany } from "#app/auth/limits.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { ticketTypes } from "#db/schema/events.ts";
import type { TicketPlace } from "#db/vocabulary.ts";
import { readCode } from "../admission/codes.ts";
import type { EventRow } from "../event-desk.server.ts";
import { selfCheckInOpensAt } from "../events.ts";
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
  joiningOpensAt,
  joiningState,
  type RegistrationRefusal,
  registrationRefusal,
  selfCheckInState,
} from "./check-in.ts";

type NotFound = { ok: false; reason: "not-found" };
type Closed = ClosedReason | "too-late";
export type SelfRefusal = Closed | RegistrationRefusal | "not-registered";
export type OnlineRefusal = SelfRefusal | "not-online" | "on-site-ticket" | "no-link";

/** What decides whether somebody gets in by themselves. */
type Facts = {
  event: EventRow;
  runs: boolean;
  part: Part | undefined;
  /** Of their registration. */
  ticketPlace: TicketPlace | undefined;
};

/**
 * Members check themselves in with the code that is shown in the room: from two hours before the
 * start until a little after the end, the confirmed only. Wrong codes can be tried so many times.
 */
export async function checkInByEventCode(
  db: Db,
  { viewer, eventId, typed, now }: { viewer: Viewer; eventId: number; typed: string; now: Date },
): Promise<CheckedIn | NotFound | TooMany | { ok: false; reason: SelfRefusal | "wrong-code" }> {
  const counted = await countTry(db, "event-code", `${viewer.id} ${eventId}`);
  return db.transaction(async (tx) => {
    const facts = await findFacts(tx, { viewer, eventId });
    if (!facts) return { ok: false, reason: "not-found" };
    if (!counted.ok) return counted;
    const there = await findArrival(tx, { eventId, personId: viewer.id });
    if (there) return { ok: true, already: true, arrival: there };
    const reason = whyNotByCode(facts, now);
    if (reason) return { ok: false, reason };
    if (readCode(typed) !== readCode(facts.event.checkInCode)) {
      return { ok: false, reason: "wrong-code" };
    }
    return insert(tx, arrivalOf(facts, { viewer, way: "self", now }));
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
): Promise<{ ok: true; url: string } | NotFound | { ok: false; reason: OnlineRefusal }> {
  return db.transaction(async (tx) => {
    const facts = await findFacts(tx, { viewer, eventId });
    if (!facts) return { ok: false, reason: "not-found" };
    const reason = whyNotOnline(facts, now);
    if (reason) return { ok: false, reason };
    const { event, part } = facts;
    const isGuest = part?.registration?.state === "confirmed";
    if (isGuest && !(await findArrival(tx, { eventId, personId: viewer.id }))) {
      await insert(tx, arrivalOf(facts, { viewer, way: "online", now }));
    }
    return { ok: true, url: event.onlineUrl };
  });
}

/** What the pages of self check-in and of joining show; undefined when the event does not exist. */
export async function findSelfCheckIn(
  db: Db,
  {
    viewer,
    eventId,
    way,
    now,
  }: { viewer: Viewer; eventId: number; way: "self" | "online"; now: Date },
) {
  return db.transaction(async (tx) => {
    const facts = await findFacts(tx, { viewer, eventId });
    if (!facts) return undefined;
    const { id, title, timeZone, onlineNote } = facts.event;
    const came = await findArrival(tx, { eventId, personId: viewer.id });
    const refusal: OnlineRefusal | undefined =
      way === "self" ? whyNotByCode(facts, now) : whyNotOnline(facts, now);
    const opens = way === "self" ? selfCheckInOpensAt(facts.event) : joiningOpensAt(facts.event);
    return {
      event: { id, title, timeZone, opensAt: opens },
      onlineNote: refusal === undefined ? onlineNote : "",
      cameAt: came?.at ?? null,
      refusal: refusal ?? null,
    };
  });
}

async function findFacts(
  tx: DbOrTx,
  { viewer, eventId }: { viewer: Viewer; eventId: number },
): Promise<Facts | undefined> {
  const opened = await shareEvent(tx, { viewer, eventId });
  if (!opened) return undefined;
  const part = await findPart(tx, { eventId, personId: viewer.id });
  const ticketId = part?.registration?.ticketTypeId;
  const [ticket] =
    ticketId === undefined
      ? []
      : await tx
          .select({ place: ticketTypes.place })
          .from(ticketTypes)
          .where(eq(ticketTypes.id, ticketId));
  return { ...opened, part, ticketPlace: ticket?.place };
}

function whyNotByCode({ event, part }: Facts, now: Date): SelfRefusal | undefined {
  const state = selfCheckInState(event, now);
  if (state.startsWith("event-")) return state as ClosedReason;
  return whyNotAdmitted(part) ?? (state === "open" ? undefined : state);
}

function whyNotOnline(
  { event, runs, part, ticketPlace }: Facts,
  now: Date,
): OnlineRefusal | undefined {
  if (event.place === "on-site") return "not-online";
  const state = joiningState(event, now);
  if (state.startsWith("event-")) return state as ClosedReason;
  const reason = whyNotAdmitted(part);
  if (reason && !runs) return reason;
  if (!runs && event.place === "hybrid" && ticketPlace !== "online") return "on-site-ticket";
  if (state !== "open") return state;
  return /^https:\/\//.test(event.onlineUrl) ? undefined : "no-link";
}

function whyNotAdmitted(
  part: Part | undefined,
): RegistrationRefusal | "not-registered" | undefined {
  if (!part?.registration) return "not-registered";
  return registrationRefusal(part.registration.state);
}

function arrivalOf(
  { event, part }: Facts,
  { viewer, way, now }: { viewer: Viewer; way: "self" | "online"; now: Date },
) {
  return {
    eventId: event.id,
    personId: viewer.id,
    registrationId: part?.registration?.id,
    organisationId: part?.organisationId,
    way,
    at: now,
    recordedAt: now,
    recordedBy: viewer.id,
    key: `${way}-${randomUUID()}`,
  };
}
