import { after, dayIn, MINUTE } from "#app/lib/time.ts";
import type { RegistrationState } from "#db/vocabulary.ts";
import { type EventFacts, selfCheckInOpensAt, stateOf } from "../events.ts";

/** How long after the end one may still check oneself in by the event's code. */
export const SELF_CHECK_IN_GRACE = 30 * MINUTE;
/** The joining link works so long before the start. */
export const JOINING_OPENS = 15 * MINUTE;

export const GUEST_NAME_MAX = 100;
export const AFFILIATION_MAX = 100;
export const KEY_MAX = 64;

export type EventTimes = EventFacts & { startsAt: Date; timeZone: string };

/** Why nobody can be checked in at an event. */
export type ClosedReason = "event-draft" | "event-postponed" | "event-cancelled" | "too-early";
/** Why somebody's registration does not let them in. */
export type RegistrationRefusal = "applied" | "waitlisted" | "offered" | "cancelled" | "declined";

/**
 * Whether whoever runs an event can check people in: from its first day on – or two hours before
 * it, when that is earlier – and without an end, as who was there is sometimes learnt afterwards.
 */
export function deskState(event: EventTimes, now: Date): "open" | ClosedReason {
  const state = stateOf(event, now);
  if (state === "cancelled" || state === "draft" || state === "postponed") return `event-${state}`;
  return isFromFirstDay(event, now) ? "open" : "too-early";
}

/** Whether members can check themselves in by the event's code. */
export function selfCheckInState(event: EventTimes, now: Date): "open" | ClosedReason | "too-late" {
  return span(event, now, {
    from: selfCheckInOpensAt(event),
    to: after(event.endsAt, SELF_CHECK_IN_GRACE),
  });
}

export function joiningOpensAt(event: { startsAt: Date }): Date {
  return after(event.startsAt, -JOINING_OPENS);
}

/** Whether the joining link leads in. */
export function joiningState(event: EventTimes, now: Date): "open" | ClosedReason | "too-late" {
  return span(event, now, { from: joiningOpensAt(event), to: event.endsAt });
}

function span(event: EventTimes, now: Date, { from, to }: { from: Date; to: Date }) {
  const state = stateOf(event, now);
  if (state === "cancelled" || state === "draft" || state === "postponed") {
    return `event-${state}` as const;
  }
  if (now < from) return "too-early";
  return now <= to ? "open" : "too-late";
}

/**
 * When somebody came: what the page at the door says, as it may tell late, as long as that lies on
 * the days of the event and not in the future; otherwise now.
 */
export function arrivalAt(event: EventTimes, told: Date | undefined, now: Date): Date {
  if (!told || !(told <= now)) return now;
  const isOnItsDays =
    isFromFirstDay(event, told) &&
    dayIn(event.timeZone, told) <= dayIn(event.timeZone, event.endsAt);
  return isOnItsDays ? told : now;
}

function isFromFirstDay({ timeZone, startsAt }: EventTimes, moment: Date): boolean {
  return (
    dayIn(timeZone, moment) >= dayIn(timeZone, startsAt) ||
    moment >= selfCheckInOpensAt({ startsAt })
  );
}

/** Only the confirmed are let in; everybody else is told why not. */
export function registrationRefusal(state: RegistrationState): RegistrationRefusal | undefined {
  return state === "confirmed" ? undefined : state;
}

/** An event's code as people read it to a room: `ABC 123`. */
export function shownEventCode(code: string): string {
  return code.replace(/(.{3})(?=.)/g, "$1 ");
}

const CORPORATE_FORMS =
  /株式会社|有限会社|合同会社|一般社団法人|一般財団法人|\((株|有|合同|同)\)|(co\.?,? ?ltd|inc|corp|llc)\.?$/gi;

/** A company's name as it is compared: without its legal form, blanks, width and letter case. */
export function comparableCompany(name: string): string {
  return name
    .normalize("NFKC")
    .replace(CORPORATE_FORMS, "")
    .replace(/[\s・,.-]/g, "")
    .toLowerCase();
}

/** What a scanned QR code says: a registration's code, or that it is no ticket of this event. */
export function readScan(
  text: string,
  eventId: number,
): { ok: true; code: string } | { ok: false; reason: "no-ticket" | "other-event" } {
  const bare = /^[0-9A-Z]{8}$/i.exec(text.trim())?.[0];
  if (bare) return { ok: true, code: bare.toUpperCase() };
  const match = /\/events\/(\d{1,15})\/desk\?(?:[^#]*&)?code=([0-9A-Z]{8})(?:[&#]|$)/i.exec(text);
  if (!match?.[1] || !match[2]) return { ok: false, reason: "no-ticket" };
  if (Number(match[1]) !== eventId) return { ok: false, reason: "other-event" };
  return { ok: true, code: match[2].toUpperCase() };
}
