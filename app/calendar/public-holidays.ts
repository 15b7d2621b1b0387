import holidayJp from "@holiday-jp/holiday_jp";

export type PublicHoliday = { day: string; nameJa: string; nameEn: string };

/** By day; the package's own type knows nothing but the days of its list. */
const listed: Record<string, { name: string; name_en: string } | undefined> = holidayJp.holidays;

/** The year after which the list of the package ends; later years have no holidays yet. */
export const HOLIDAYS_KNOWN_UNTIL = 2050;

/**
 * The Japanese public holiday (国民の祝日, substitutes and days between two included) on a calendar
 * day `YYYY-MM-DD`, or undefined.
 */
export function publicHolidayOn(day: string): PublicHoliday | undefined {
  const found = Object.hasOwn(listed, day) ? listed[day] : undefined;
  return found && { day, nameJa: found.name, nameEn: found.name_en };
}

/** Public holidays from one day to another, both included, in order. */
export function publicHolidaysBetween(from: string, to: string): PublicHoliday[] {
  return Object.keys(listed)
    .filter((day) => day >= from && day <= to)
    .sort()
    .flatMap((day) => publicHolidayOn(day) ?? []);
}
