import { dayIn } from "#app/lib/time.ts";
import { publicHolidayOn } from "./public-holidays.ts";
import { addDays, momentOf, weekdayOf } from "./zoned-days.ts";

/** Minutes since midnight; `closes` is later than `opens` and at most 1440. */
export type OpenHours = { opens: number; closes: number };

/** When the vendor works. At least one weekday has hours, and an hour or more of them. */
export type BusinessCalendar = {
  /** IANA name. */
  timeZone: string;
  /** By weekday, 0 = Sunday; a missing one is free. */
  hours: Partial<Record<number, OpenHours>>;
  /** Whether Japanese public holidays are free. */
  publicHolidays: boolean;
  /** Further free days, `YYYY-MM-DD`. */
  closures: ReadonlySet<string>;
};

const NINE_TO_SIX: OpenHours = { opens: 9 * 60, closes: 18 * 60 };

export const DEFAULT_CALENDAR: BusinessCalendar = {
  timeZone: "Asia/Tokyo",
  hours: { 1: NINE_TO_SIX, 2: NINE_TO_SIX, 3: NINE_TO_SIX, 4: NINE_TO_SIX, 5: NINE_TO_SIX },
  publicHolidays: true,
  closures: new Set(),
};

/** No calendar with an hour a week is closed for so long; a longer search is a bug. */
const LONGEST_SEARCH_DAYS = 20 * 366;

/** Why a day is free, or undefined when people work on it. */
export function freeBecause(
  calendar: BusinessCalendar,
  day: string,
): "closure" | "holiday" | "weekday" | undefined {
  if (calendar.closures.has(day)) return "closure";
  if (!calendar.hours[weekdayOf(day)]) return "weekday";
  if (calendar.publicHolidays && publicHolidayOn(day)) return "holiday";
  return undefined;
}

/** The span of working time on a day, `[opens, closes)`, or undefined on a free one. */
function spanOn(calendar: BusinessCalendar, day: string): { opens: number; closes: number } | null {
  const hours = calendar.hours[weekdayOf(day)];
  if (!hours || freeBecause(calendar, day)) return null;
  const { timeZone } = calendar;
  const opens = momentOf(timeZone, day, hours.opens, "first").getTime();
  // The midnight that ends a day is the one that begins the next, where it comes twice too.
  const side = hours.closes === 24 * 60 ? "first" : "last";
  const closes = momentOf(timeZone, day, hours.closes, side).getTime();
  return closes > opens ? { opens, closes } : null;
}

/** Milliseconds of working time from one moment to another; 0 when `to` is not later. */
export function businessMillisecondsBetween(
  calendar: BusinessCalendar,
  from: Date,
  to: Date,
): number {
  let sum = 0;
  const last = dayIn(calendar.timeZone, to);
  for (let day = dayIn(calendar.timeZone, from); day <= last; day = addDays(day, 1)) {
    const span = spanOn(calendar, day);
    if (!span) continue;
    const worked = Math.min(span.closes, to.getTime()) - Math.max(span.opens, from.getTime());
    if (worked > 0) sum += worked;
  }
  return sum;
}

/**
 * The earliest moment by which so much working time has passed: the inverse of
 * `businessMillisecondsBetween`.
 *
 * @param milliseconds of working time; nothing or less gives `from`
 */
export function afterBusinessTime(
  calendar: BusinessCalendar,
  from: Date,
  milliseconds: number,
): Date {
  if (milliseconds <= 0) return from;
  let left = milliseconds;
  let day = dayIn(calendar.timeZone, from);
  for (let searched = 0; searched < LONGEST_SEARCH_DAYS; searched += 1) {
    const span = spanOn(calendar, day);
    if (span) {
      const start = Math.max(span.opens, from.getTime());
      if (start + left <= span.closes) return new Date(start + left);
      left -= Math.max(0, span.closes - start);
    }
    day = addDays(day, 1);
  }
  throw new Error("The business calendar has no working time");
}
