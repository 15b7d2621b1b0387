import type { TFunction } from "i18next";
import { z } from "zod";
import { isDay } from "#app/calendar/zoned-days.ts";
import { textSchema } from "#app/lib/text-schema.ts";
import { LOCALES } from "#db/vocabulary.ts";
import { LOAD_CAP_MAX } from "./routing.ts";

type T = TFunction<["routing"]>;

/** How much, and in which languages, a helper is willing to be asked. */
export const helpingSchema = (t: T) =>
  z.object({
    loadCap: z.coerce
      .number({ error: t("helping.error.cap", { max: LOAD_CAP_MAX }) })
      .int({ error: t("helping.error.cap", { max: LOAD_CAP_MAX }) })
      .min(0, { error: t("helping.error.cap", { max: LOAD_CAP_MAX }) })
      .max(LOAD_CAP_MAX, { error: t("helping.error.cap", { max: LOAD_CAP_MAX }) }),
    languages: z
      .array(z.enum(LOCALES), { error: t("helping.error.languages") })
      .min(1, { error: t("helping.error.languages") }),
  });

/** Days on which a helper is away. */
export const absenceSchema = (t: T) => {
  const day = z
    .string({ error: t("helping.error.day") })
    .refine(isDay, { error: t("helping.error.day") });
  return z.object({ fromDay: day, toDay: day }).refine(({ fromDay, toDay }) => fromDay <= toDay, {
    path: ["toDay"],
    error: t("helping.error.order"),
  });
};

/** An optional word to those who read why. */
export const reasonSchema = (t: T) =>
  z.object({
    reason: textSchema({ max: 500, tooLong: (lengths) => t("error.reasonLong", lengths) }),
  });

/** To whom a question is handed over. */
export const handOverSchema = (t: T) =>
  z.object({
    to: z.coerce
      .number({ error: t("handOver.missing") })
      .int()
      .positive(),
    note: textSchema({ max: 500, tooLong: (lengths) => t("error.reasonLong", lengths) }),
  });
