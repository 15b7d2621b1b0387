import type { TFunction } from "i18next";
import { z } from "zod";
import { minutesOf } from "#app/calendar/times-of-day.ts";
import { lineSchema, textSchema } from "#app/lib/text-schema.ts";
import { NOTICE_CHOICES } from "./pair-sessions.ts";
import { ISO_WEEKDAYS, QUARTER } from "./weekly-hours.ts";

type T = TFunction<["pair-sessions"]>;

const OFFER_MAX = 500;
const URL_MAX = 500;

/** What a host offers, where one meets, and how long before one can book. */
export const hostingSchema = (t: T) =>
  z.object({
    offer: textSchema({
      max: OFFER_MAX,
      missing: t("hosting.offer.missing"),
      tooLong: (lengths) => t("hosting.tooLong", lengths),
    }),
    meetingUrl: lineSchema({
      max: URL_MAX,
      missing: t("hosting.url.wrong"),
      tooLong: (lengths) => t("hosting.tooLong", lengths),
    }).refine(isMeetingUrl, { error: t("hosting.url.wrong") }),
    noticeHours: z.coerce
      .number({ error: t("hosting.notice.wrong") })
      .refine((hours) => (NOTICE_CHOICES as readonly number[]).includes(hours), {
        error: t("hosting.notice.wrong"),
      }),
  });

/** An address that a browser opens over HTTPS and in no other way, without a login of somebody. */
function isMeetingUrl(text: string): boolean {
  if (!/^https:\/\/[^\s]+$/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  return protocol === "https:" && hostname.includes(".") && username === "";
}

/** The same hours on some weekdays. */
export const hoursSchema = (t: T) => {
  const time = z
    .string({ error: t("hours.time.wrong") })
    .transform((text) => minutesOf(text) ?? Number.NaN)
    .refine((minutes) => minutes % QUARTER === 0, { error: t("hours.time.wrong") });
  return z
    .object({
      weekdays: z
        .array(
          z.coerce.number().refine((day) => (ISO_WEEKDAYS as readonly number[]).includes(day)),
          { error: t("hours.weekdays.missing") },
        )
        .min(1, { error: t("hours.weekdays.missing") }),
      from: time,
      to: time,
    })
    .refine(({ from, to }) => from < to, { path: ["to"], error: t("hours.order") });
};
