import { after, HOUR } from "#app/lib/time.ts";
import { chance } from "./chance.ts";

/** Friday, 24 April 2026, nine o'clock in Tokyo; the week after has four public holidays. */
export const START = new Date("2026-04-24T00:00:00Z");
/** Friday, 8 May 2026, six o'clock in the evening in Tokyo. */
export const END = new Date("2026-05-08T09:00:00Z");
/** How often the jobs run; what people do falls in between. */
export const TICK = HOUR;

/** The vendor decides on 27 April to close on this Friday between the holidays… */
export const CLOSURE = "2026-05-01";
/** …and on 28 April to work on this Thursday, which was to be free. */
export const WORKED_AFTER_ALL = "2026-04-30";

/**
 * The days on which the vendor works, spelt out so that the portal's own calendar is held against
 * something else: 29 April and 4 to 6 May are public holidays.
 */
export const OPEN_DAYS = [
  "2026-04-24",
  "2026-04-27",
  "2026-04-28",
  "2026-04-30",
  "2026-05-07",
  "2026-05-08",
];

const OPENINGS = OPEN_DAYS.map((day) => Date.parse(`${day}T09:00:00+09:00`));

/** Milliseconds of the vendor's working time, nine to six, from the start to a moment. */
export function workedUntil(moment: number): number {
  let sum = 0;
  for (const opens of OPENINGS) sum += Math.min(9 * HOUR, Math.max(0, moment - opens));
  return sum;
}

/** The moments at which jobs run. */
export function ticks(): Date[] {
  const found: Date[] = [];
  for (let at = after(START, TICK); at <= END; at = after(at, TICK)) found.push(at);
  return found;
}

/** A moment within the hour that ends with the tick. */
export function momentBefore(tick: Date, ...words: (string | number)[]): Date {
  const seconds = 1 + Math.floor(chance("moment", ...words) * (TICK / 1_000 - 1));
  return after(tick, seconds * 1_000 - TICK);
}

/** How far the clocks of the zones that occur are ahead of UTC during the fortnight. */
const AHEAD = { "Asia/Tokyo": 9 * HOUR, "Europe/Berlin": 2 * HOUR };
export type Zone = keyof typeof AHEAD;

const HOLIDAYS = ["2026-04-29", "2026-05-03", "2026-05-04", "2026-05-05", "2026-05-06"];

/** Whether people in a zone are at work: nine to six, not at weekends, nor on their holidays. */
export function isOfficeTime(zone: Zone, moment: Date): boolean {
  const local = after(moment, AHEAD[zone]);
  const weekday = local.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (zone === "Asia/Tokyo" && HOLIDAYS.includes(local.toISOString().slice(0, 10))) return false;
  return local.getUTCHours() >= 9 && local.getUTCHours() < 18;
}

/** Whether it is a time at which some still look at their screen: eight to eleven in the evening. */
export function isWakingTime(zone: Zone, moment: Date): boolean {
  const hour = after(moment, AHEAD[zone]).getUTCHours();
  return hour >= 8 && hour < 23;
}
