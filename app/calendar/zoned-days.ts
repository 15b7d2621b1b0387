import { MINUTE } from "#app/lib/time.ts";

const DAY_MINUTES = 24 * 60;

/** Whether a text is a day of the calendar, `YYYY-MM-DD`, from 2000 to 2199. */
export function isDay(text: string): boolean {
  if (!/^2[01]\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The calendar day after (or, with a negative number, before) another, `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** 0 for Sunday up to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/**
 * The moment at which clocks in a zone show a time of day. Where clocks are put forward past that
 * time, it is the moment they jump; where they are put back and show it twice, `side` chooses.
 *
 * @param minutes since midnight, 0 to 1440 (the midnight that ends the day)
 */
export function momentOf(
  timeZone: string,
  day: string,
  minutes: number,
  side: "first" | "last",
): Date {
  const local = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE;
  // Zones change their offset at most once within the two days around a moment.
  const before = offsetAt(timeZone, local - DAY_MINUTES * MINUTE);
  const after = offsetAt(timeZone, local + DAY_MINUTES * MINUTE);
  if (before === after) return new Date(local - before);
  const candidates = [local - before, local - after].sort((a, b) => a - b);
  const exact = candidates.filter((time) => time + offsetAt(timeZone, time) === local);
  const found = side === "first" ? exact.at(0) : exact.at(-1);
  return new Date(found ?? transition(timeZone, candidates[0] ?? local, candidates[1] ?? local));
}

/**
 * The moment at which clocks in a zone show a time of day, the first one where they show it twice;
 * undefined where they are put forward past it.
 */
export function shownMomentOf(timeZone: string, day: string, minutes: number): Date | undefined {
  const moment = momentOf(timeZone, day, minutes, "first");
  const local = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE;
  return moment.getTime() + offsetAt(timeZone, moment.getTime()) === local ? moment : undefined;
}

/** The first moment with the later offset, between two moments around one change. */
function transition(timeZone: string, from: number, to: number): number {
  const target = offsetAt(timeZone, to);
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(timeZone, middle) === target) high = middle;
    else low = middle;
  }
  return high;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far clocks in a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(timeZone: string, time: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
      hourCycle: "h23",
    });
    formats.set(timeZone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(time)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return shown - Math.floor(time / 1000) * 1000;
}
