import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { after, MINUTE } from "#app/lib/time.ts";

export const SESSION_MINUTES = 15;
/** How far ahead one can book. */
export const HORIZON_DAYS = 28;
/** Sessions to come that one person may have booked with others. */
export const OPEN_BOOKINGS_MAX = 3;
/** Bookings and changes of time that one person may make within a day: each of them sends mails. */
export const DAILY_CHANGES_MAX = 20;
/** How long before a session both are reminded of it. */
export const REMINDER_MINUTES = 60;

/** Longest topic and reason, in characters. */
export const TOPIC_MAX = 500;
/** Longest part of a record, in characters. */
export const RECORD_MAX = 2_000;
/** Hours before the beginning at which a host may let bookings close. */
export const NOTICE_CHOICES = [1, 3, 6, 12, 24, 48, 72, 168] as const;

type Times = { startsAt: Date; cancelledAt: Date | null };

export type SessionPhase = "coming" | "running" | "over" | "cancelled";

export function endOf(startsAt: Date): Date {
  return after(startsAt, SESSION_MINUTES * MINUTE);
}

export function phaseOf({ startsAt, cancelledAt }: Times, now: Date): SessionPhase {
  if (cancelledAt) return "cancelled";
  if (now < startsAt) return "coming";
  return now < endOf(startsAt) ? "running" : "over";
}

/** As whom somebody looks at a session. */
export type SessionAccess = "host" | "guest" | "staff" | "lead";

type Parties = Times & { hostId: number; guestId: number; organisationId: number | null };

/**
 * As whom a viewer sees a session; undefined when it does not exist for them. Leads of the guest's
 * company see that it took place and what came out of it, nothing before that.
 */
export function accessTo(viewer: Viewer, session: Parties, now: Date): SessionAccess | undefined {
  if (viewer.id === session.hostId) return "host";
  if (viewer.id === session.guestId) return "guest";
  if (isStaff(viewer)) return "staff";
  const isTheirLead =
    viewer.isLead &&
    session.organisationId !== null &&
    viewer.organisation?.id === session.organisationId;
  return isTheirLead && phaseOf(session, now) === "over" ? "lead" : undefined;
}

/** Whether somebody is one of the two, who alone learn where to meet. */
export function takesPart(access: SessionAccess): access is "host" | "guest" {
  return access === "host" || access === "guest";
}

/** Either of the two may call it off until it begins. */
export function canCancel(access: SessionAccess, phase: SessionPhase): boolean {
  return takesPart(access) && phase === "coming";
}

/** The one who booked chooses another time; the host offers times by their hours. */
export function canMove(access: SessionAccess, phase: SessionPhase): boolean {
  return access === "guest" && phase === "coming";
}

/** The host writes down what came out of it, as soon as it has begun. */
export function canRecord(access: SessionAccess, phase: SessionPhase): boolean {
  return access === "host" && (phase === "running" || phase === "over");
}

/** Supporters and staff may offer sessions. */
export function canOffer(viewer: Viewer): boolean {
  return viewer.isSupporter || isStaff(viewer);
}

/** What is looked at, in one line: it stands for the session in lists and subjects. */
export function headlineOf(topic: string): string {
  return topic.split("\n", 1)[0] ?? "";
}
