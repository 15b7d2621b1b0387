export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The moment `milliseconds` after `from`; negative for before. */
export function after(from: Date, milliseconds: number): Date {
  return new Date(from.getTime() + milliseconds);
}

const days = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in a time zone, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, moment: Date): string {
  let format = days.get(timeZone);
  if (!format) {
    // Canadian English writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone });
    days.set(timeZone, format);
  }
  return format.format(moment);
}
