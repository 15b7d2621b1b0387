import {
  afterBusinessTime,
  type BusinessCalendar,
  businessMillisecondsBetween,
} from "#app/calendar/business-calendar.ts";

/** Counts working time: what was worked before, and since when it runs; null while it stands. */
export type RoutingClock = { workedMs: number; clockSince: Date | null; dueMs: number | null };

/** What the clock shows. */
export function workedAt(calendar: BusinessCalendar, clock: RoutingClock, now: Date): number {
  if (!clock.clockSince) return clock.workedMs;
  return clock.workedMs + businessMillisecondsBetween(calendar, clock.clockSince, now);
}

/** When the clock will show what is due; null when it stands still or nothing is due. */
export function dueMoment(calendar: BusinessCalendar, clock: RoutingClock): Date | null {
  if (!clock.clockSince || clock.dueMs === null) return null;
  return afterBusinessTime(calendar, clock.clockSince, clock.dueMs - clock.workedMs);
}

/** The same clock, read now: what has passed so far no longer depends on the calendar. */
export function readClock<Clock extends RoutingClock>(
  calendar: BusinessCalendar,
  clock: Clock,
  now: Date,
): Clock {
  return {
    ...clock,
    workedMs: workedAt(calendar, clock, now),
    clockSince: clock.clockSince && now,
  };
}
