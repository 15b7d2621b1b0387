import { isStaff, type MaybeViewer } from "#app/auth/viewer.ts";
import { after, HOUR } from "#app/lib/time.ts";
import type { EventState } from "#db/vocabulary.ts";

export const TITLE_MAX = 120;
export const SUMMARY_MAX = 200;
export const BODY_MAX = 20_000;
export const NOTE_MAX = 2_000;

/** Self check-in by code opens so long before an event begins. */
export const SELF_CHECK_IN_OPENS = 2 * HOUR;

/** The facts from which an event's state follows. */
export type EventFacts = {
  publishedAt: Date | null;
  postponedAt: Date | null;
  cancelledAt: Date | null;
  endsAt: Date;
};

/** The one state an event shows; what keeps people from coming wins. */
export function stateOf(event: EventFacts, now: Date): EventState {
  if (event.cancelledAt) return "cancelled";
  if (!event.publishedAt) return "draft";
  if (event.postponedAt) return "postponed";
  return event.endsAt <= now ? "finished" : "published";
}

export type RegistrationWindow = EventFacts & {
  startsAt: Date;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
};

/** Whether one may apply now: why not otherwise. */
export function registrationWindow(
  event: RegistrationWindow,
  now: Date,
): "open" | "not-yet" | "closed" | "not-published" {
  const state = stateOf(event, now);
  if (state !== "published") return state === "finished" ? "closed" : "not-published";
  if (event.registrationOpensAt && now < event.registrationOpensAt) return "not-yet";
  return now < (event.registrationClosesAt ?? event.startsAt) ? "open" : "closed";
}

/** From when on members can check themselves in. */
export function selfCheckInOpensAt(event: { startsAt: Date }): Date {
  return after(event.startsAt, -SELF_CHECK_IN_OPENS);
}

/** CS staff, and supporters who were given leave. */
export function canCreateEvents(
  viewer: MaybeViewer,
  { hasPermission }: { hasPermission: boolean },
): boolean {
  return isStaff(viewer) || (viewer?.isSupporter === true && hasPermission);
}
