import { addDays, isDay, momentOf, weekdayOf } from "#app/calendar/zoned-days.ts";
import { dayIn } from "#app/lib/time.ts";

/** A month as addresses write it, `YYYY-MM`; the one of `today` for anything else. */
export function monthIn(text: string | null, today: string): string {
  return isDay(`${text}-01`) ? (text as string) : today.slice(0, 7);
}

/** The month so many after another, `YYYY-MM`. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7);
}

/** The weeks that a month touches, from Sunday to Saturday, as days `YYYY-MM-DD`. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const weeks: string[][] = [];
  for (let day = addDays(first, -weekdayOf(first)); day <= last; day = addDays(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
  }
  return weeks;
}

/** From which moment to which the weeks of a month last in a time zone. */
export function spanOf(weeks: string[][], timeZone: string): { from: Date; to: Date } {
  const first = weeks.at(0)?.at(0) ?? "";
  const last = weeks.at(-1)?.at(-1) ?? "";
  return {
    from: momentOf(timeZone, first, 0, "first"),
    to: momentOf(timeZone, addDays(last, 1), 0, "first"),
  };
}

/** Events by the days they touch in a zone; one that ends at midnight does not touch the next day. */
export function byDay<Event extends { startsAt: Date | string; endsAt: Date | string }>(
  events: readonly Event[],
  timeZone: string,
): Map<string, { event: Event; isFirstDay: boolean }[]> {
  const days = new Map<string, { event: Event; isFirstDay: boolean }[]>();
  for (const event of events) {
    const first = dayIn(timeZone, new Date(event.startsAt));
    const last = dayIn(timeZone, new Date(new Date(event.endsAt).getTime() - 1));
    for (let day = first; day <= last; day = addDays(day, 1)) {
      days.set(day, [...(days.get(day) ?? []), { event, isFirstDay: day === first }]);
    }
  }
  return days;
}
