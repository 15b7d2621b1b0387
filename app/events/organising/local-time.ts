import { isDay, momentOf, shownMomentOf } from "#app/calendar/zoned-days.ts";
import { MINUTE } from "#app/lib/time.ts";

const DAY_MINUTES = 24 * 60;

/**
 * The moment at which clocks in a zone show what was typed (`2026-12-03T19:00`): the first one where
 * they show it twice, `skipped` where they never do, `nonsense` for anything that is no time.
 */
export function momentOfLocal(text: string, timeZone: string): Date | "nonsense" | "skipped" {
  const [, day = "", hour, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::00)?$/.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  if (!isDay(day) || !(minutes < DAY_MINUTES) || Number(minute) > 59) return "nonsense";
  return shownMomentOf(timeZone, day, minutes) ?? "skipped";
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks in a zone show at a moment, as fields for date and time take it. */
export function localOf(timeZone: string, moment: Date): string {
  let format = formats.get(timeZone);
  if (!format) {
    // Swedish writes dates and times as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv-SE", {
      dateStyle: "short",
      timeStyle: "short",
      timeZone,
    });
    formats.set(timeZone, format);
  }
  return format.format(moment).replace(" ", "T");
}

/** Clock time as if it were UTC: what can be added to and subtracted from. */
const naive = (timeZone: string, moment: Date) =>
  Date.parse(`${localOf(timeZone, moment)}:00Z`) + (moment.getTime() % MINUTE);

function fromNaive(timeZone: string, time: number): Date {
  const day = new Date(time).toISOString().slice(0, 10);
  const minutes = Math.floor((time - Date.parse(`${day}T00:00:00Z`)) / MINUTE);
  return momentOf(timeZone, day, minutes, "first");
}

/**
 * The moment as far from `to` by the clocks of a zone as it is from `from`: a deadline at noon three
 * days before stays one when its event is held at the same time of day in another season.
 */
export function shifted(
  timeZone: string,
  moment: Date,
  { from, to }: { from: Date; to: Date },
): Date {
  const distance = naive(timeZone, moment) - naive(timeZone, from);
  return fromNaive(timeZone, naive(timeZone, to) + distance);
}

/** How an event comes again. */
export const RHYTHMS = ["week", "fortnight", "month-day", "month-weekday"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/**
 * The moment `count` turns of a rhythm later, at the same time of day. Where a month lacks the day or
 * the fifth weekday, its last one is taken; where clocks skip the time, the moment they jump.
 */
export function turnsLater(timeZone: string, moment: Date, rhythm: Rhythm, count: number): Date {
  const local = new Date(naive(timeZone, moment));
  const date = local.getUTCDate();
  if (rhythm === "week" || rhythm === "fortnight") {
    local.setUTCDate(date + count * (rhythm === "week" ? 7 : 14));
    return fromNaive(timeZone, local.getTime());
  }
  const weekday = local.getUTCDay();
  local.setUTCDate(1);
  local.setUTCMonth(local.getUTCMonth() + count);
  const days = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  if (rhythm === "month-day") {
    local.setUTCDate(Math.min(date, days));
  } else {
    const first = 1 + ((weekday - local.getUTCDay() + 7) % 7);
    const wanted = first + 7 * Math.floor((date - 1) / 7);
    local.setUTCDate(wanted > days ? wanted - 7 : wanted);
  }
  return fromNaive(timeZone, local.getTime());
}
