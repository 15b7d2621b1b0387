import type { TFunction } from "i18next";
import { z } from "zod";
import { lineSchema } from "#app/lib/text-schema.ts";
import { isTimeZone } from "#app/lib/time-zones.ts";
import type { BusinessCalendar } from "./business-calendar.ts";
import { minutesOf, timeOfDay } from "./times-of-day.ts";
import { WEEKDAYS, type Weekday } from "./weekdays.ts";
import { isDay } from "./zoned-days.ts";

type T = TFunction<["calendar"]>;

/** A day that is worked is worked this long at least, in minutes. */
const SHORTEST_DAY = 60;

const time = z
  .string()
  .default("")
  .transform((text) => text.normalize("NFKC").trim());
const times = Object.fromEntries(
  WEEKDAYS.flatMap((day) => [
    [`opens${day}`, time],
    [`closes${day}`, time],
  ]),
) as Record<`opens${Weekday}` | `closes${Weekday}`, typeof time>;

/** Working hours by weekday (two empty fields make a free day), zone, and public holidays. */
export const workingHoursSchema = (t: T) =>
  z
    .object({
      ...times,
      timeZone: z.string({ error: t("error.zone") }).refine(isTimeZone, { error: t("error.zone") }),
      publicHolidays: z.literal("on").optional(),
    })
    .transform((fields, context) => {
      const hours: BusinessCalendar["hours"] = {};
      for (const day of WEEKDAYS) {
        const [from, to] = [fields[`opens${day}`], fields[`closes${day}`]];
        if (from === "" && to === "") continue;
        const [opens, closes] = [minutesOf(from), minutesOf(to)];
        const weekday = t(`weekday.${day}`);
        if (opens === undefined || closes === undefined) {
          const path = [opens === undefined ? `opens${day}` : `closes${day}`];
          context.addIssue({ code: "custom", path, message: t("error.time", { weekday }) });
        } else if (closes - opens < SHORTEST_DAY) {
          const path = [`closes${day}`];
          context.addIssue({ code: "custom", path, message: t("error.span", { weekday }) });
        } else {
          hours[day] = { opens, closes };
        }
      }
      if (Object.keys(hours).length === 0 && context.issues.length === 0) {
        context.addIssue({ code: "custom", path: ["opens1"], message: t("error.noDay") });
      }
      const { timeZone } = fields;
      return { hours, timeZone, publicHolidays: fields.publicHolidays === "on" };
    });

/** The fields of the form for a calendar as it is. */
export function workingHoursFields(calendar: BusinessCalendar): Record<string, string> {
  const fields: Record<string, string> = {
    timeZone: calendar.timeZone,
    publicHolidays: calendar.publicHolidays ? "on" : "",
  };
  for (const day of WEEKDAYS) {
    const hours = calendar.hours[day];
    fields[`opens${day}`] = hours ? timeOfDay(hours.opens) : "";
    fields[`closes${day}`] = hours ? timeOfDay(hours.closes) : "";
  }
  return fields;
}

/** A free day of the company. */
export const closureSchema = (t: T) =>
  z.object({
    day: z.string({ error: t("error.day") }).refine(isDay, { error: t("error.day") }),
    name: lineSchema({
      max: 60,
      tooLong: (lengths) => t("error.nameLong", lengths),
      missing: t("error.name"),
    }),
  });
