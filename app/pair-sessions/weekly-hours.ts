import { timeOfDay } from "#app/calendar/times-of-day.ts";

/** Bookable hours on a weekday. */
export type WeeklySpan = {
  /** ISO 8601: Monday is 1, Sunday 7. */
  weekday: number;
  /** Minutes after midnight, quarters of an hour; `from` is earlier than `to`, which is 1440 at most. */
  fromMinute: number;
  toMinute: number;
};

export const ISO_WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export const QUARTER = 15;
export const DAY_MINUTES = 24 * 60;

/** The same hours in their order, where spans that touch or overlap have become one. */
export function mergeSpans<Span extends WeeklySpan>(spans: readonly Span[]): WeeklySpan[] {
  const sorted = spans
    .map(({ weekday, fromMinute, toMinute }) => ({ weekday, fromMinute, toMinute }))
    .sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
  const merged: WeeklySpan[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last?.weekday === span.weekday && span.fromMinute <= last.toMinute) {
      last.toMinute = Math.max(last.toMinute, span.toMinute);
    } else {
      merged.push(span);
    }
  }
  return merged;
}

/** The quarters of an hour at which a day's list of times begins and ends, as `HH:MM`. */
export const QUARTERS: readonly string[] = Array.from(
  { length: DAY_MINUTES / QUARTER + 1 },
  (_, index) => timeOfDay(index * QUARTER),
);
