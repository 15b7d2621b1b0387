import { addDays, momentOf, weekdayOf } from "#app/calendar/zoned-days.ts";
import { dayIn } from "#app/lib/time.ts";
import type { MailChoice } from "#db/vocabulary.ts";

/** When a person wants mails, in hours of their time zone. */
export type Schedule = {
  digestHour: number;
  /** Monday is 1, Sunday 7. */
  digestWeekday: number;
  /** The first quiet hour and the hour that ends the quiet; it may go over midnight. */
  quiet: { from: number; until: number } | undefined;
};

export const DEFAULT_SCHEDULE: Schedule = { digestHour: 8, digestWeekday: 1, quiet: undefined };

/**
 * When mail about something that happened at `moment` is due: at once unless the hours are quiet,
 * else with the next digest. Undefined when none is wanted.
 */
export function mailDueAt(
  moment: Date,
  { mail, schedule, timeZone }: { mail: MailChoice; schedule: Schedule; timeZone: string },
): Date | undefined {
  switch (mail) {
    case "off":
      return undefined;
    case "at-once":
      return endOfQuiet(moment, schedule.quiet, timeZone);
    case "daily":
      return nextHour(moment, schedule.digestHour, timeZone);
    case "weekly":
      return nextHour(moment, schedule.digestHour, timeZone, schedule.digestWeekday);
  }
}

/** `moment` itself, or the end of the quiet hours it lies in. */
function endOfQuiet(moment: Date, quiet: Schedule["quiet"], timeZone: string): Date {
  if (!quiet || !isQuiet(hourIn(timeZone, moment), quiet)) return moment;
  return nextHour(moment, quiet.until, timeZone);
}

function isQuiet(hour: number, { from, until }: { from: number; until: number }): boolean {
  return from < until ? from <= hour && hour < until : hour >= from || hour < until;
}

/**
 * The first moment after `moment` at which it strikes `hour`, on the given weekday if any. Where
 * clocks skip that hour it is the moment they jump; where they show it twice, the first time.
 */
function nextHour(moment: Date, hour: number, timeZone: string, weekday?: number): Date {
  const today = dayIn(timeZone, moment);
  // A week and a day: today's hour may be over, and a zone may have skipped a whole day.
  for (let days = 0; days <= 9; days++) {
    const day = addDays(today, days);
    if (weekday !== undefined && isoWeekday(day) !== weekday) continue;
    const strikes = momentOf(timeZone, day, hour * 60, "first");
    if (strikes > moment) return strikes;
  }
  throw new Error(`It never strikes ${hour} in ${timeZone}`);
}

function isoWeekday(day: string): number {
  return weekdayOf(day) || 7;
}

const hours = new Map<string, Intl.DateTimeFormat>();

function hourIn(timeZone: string, moment: Date): number {
  let format = hours.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", hourCycle: "h23" });
    hours.set(timeZone, format);
  }
  return Number(format.format(moment));
}
