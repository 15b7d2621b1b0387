import { addDays, momentOf, shownMomentOf, weekdayOf } from "#app/calendar/zoned-days.ts";
import { after, DAY, dayIn, HOUR, MINUTE } from "#app/lib/time.ts";
import { HORIZON_DAYS } from "./pair-sessions.ts";
import { DAY_MINUTES, QUARTER, type WeeklySpan } from "./weekly-hours.ts";

/** What decides when a host can be booked. */
export type Availability = {
  /** Each with the zone in which its hours are meant, by its IANA name. */
  spans: readonly (WeeklySpan & { timeZone: string })[];
  noticeHours: number;
  /** Days on which the host is away, both ends included (`YYYY-MM-DD`), in their own zone. */
  absences: readonly { fromDay: string; toDay: string }[];
  ownTimeZone: string;
  /** Beginnings of sessions that the host has anyway, in any role. */
  busy: readonly Date[];
};

/**
 * The quarters of an hour in which a host can be booked, in their order: from the notice they want
 * on, and not later than the horizon. Where clocks are put forward past a time it does not exist,
 * where they are put back the first of both counts; no slot is shorter or longer than 15 minutes.
 */
export function openSlots(availability: Availability, { now }: { now: Date }): Date[] {
  const { spans, noticeHours, absences, ownTimeZone, busy } = availability;
  const first = after(now, noticeHours * HOUR);
  const last = after(now, HORIZON_DAYS * DAY);
  const taken = new Set(busy.map((moment) => moment.getTime()));
  const found = new Set<number>();
  for (const timeZone of new Set(spans.map((span) => span.timeZone))) {
    const here = spans.filter((span) => span.timeZone === timeZone);
    const lastDay = dayIn(timeZone, last);
    for (let day = dayIn(timeZone, first); day <= lastDay; day = addDays(day, 1)) {
      const weekday = weekdayOf(day) || 7;
      const today = here.filter((span) => span.weekday === weekday);
      for (const time of quartersOf(timeZone, day, today)) found.add(time);
    }
  }
  return [...found]
    .filter((time) => time >= first.getTime() && time <= last.getTime() && !taken.has(time))
    .sort((a, b) => a - b)
    .map((time) => new Date(time))
    .filter((moment) => {
      const day = dayIn(ownTimeZone, moment);
      return !absences.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
    });
}

/** The moments at which quarters of an hour of the given spans begin on a day. */
function* quartersOf(timeZone: string, day: string, spans: readonly WeeklySpan[]) {
  if (spans.length === 0) return;
  const midnight = momentOf(timeZone, day, 0, "first").getTime();
  const next = momentOf(timeZone, day, DAY_MINUTES, "first").getTime();
  // Looking each time up is slow, and needed on the two days a year on which clocks change.
  const isPlain = next - midnight === DAY;
  for (const { fromMinute, toMinute } of spans) {
    for (let minute = fromMinute; minute + QUARTER <= toMinute; minute += QUARTER) {
      const time = isPlain
        ? midnight + minute * MINUTE
        : shownMomentOf(timeZone, day, minute)?.getTime();
      if (time !== undefined && isOnGrid(time)) yield time;
    }
  }
}

/** Sessions begin on the quarter everywhere at once, so that two never overlap without being one. */
export function isOnGrid(time: number): boolean {
  return time % (QUARTER * MINUTE) === 0;
}

/** Slots by the calendar day of a reader, in their order. */
export function slotsByDay(
  slots: readonly Date[],
  { timeZone }: { timeZone: string },
): { day: string; slots: Date[] }[] {
  const days = new Map<string, Date[]>();
  for (const slot of slots) {
    const day = dayIn(timeZone, slot);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days].map(([day, of]) => ({ day, slots: of }));
}

const DAYS_A_PAGE = 7;

/**
 * A page of a reader's days with their slots, from a day (`YYYY-MM-DD`) on; `next` is the first day
 * of the page after it.
 */
export function daysFrom(
  slots: readonly Date[],
  { timeZone, from = "" }: { timeZone: string; from?: string },
): { days: { day: string; slots: Date[] }[]; next?: string } {
  const later = slotsByDay(slots, { timeZone }).filter(({ day }) => day >= from);
  return { days: later.slice(0, DAYS_A_PAGE), next: later[DAYS_A_PAGE]?.day };
}

/** Up to `count` slots, those nearest to a moment that is gone, in their order. */
export function nearestSlots(slots: readonly Date[], to: Date, count: number): Date[] {
  const distance = (slot: Date) => Math.abs(slot.getTime() - to.getTime());
  return slots
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, count)
    .sort((a, b) => a.getTime() - b.getTime());
}
