import type { TFunction } from "i18next";
import { z } from "zod";
import { textSchema } from "#app/lib/text-schema.ts";
import { COMMENT_MAX, NEXT_STEP_MAX } from "./surveys.ts";

type T = TFunction<["afterwards"]>;

/** Whole numbers written as such: `Number("")` would be a 0 that nobody chose. */
const chosen = (max: number) => new RegExp(max === 10 ? "^([0-9]|10)$" : `^[1-${max}]$`);

export const satisfactionSchema = z.object({
  satisfaction: z.string().regex(chosen(5)).transform(Number),
});

/** What one thinks of an event; only the satisfaction has to be chosen. */
export const surveySchema = (t: T) =>
  z.object({
    satisfaction: z
      .string({ error: t("error.satisfaction") })
      .regex(chosen(5), { error: t("error.satisfaction") })
      .transform(Number),
    recommendation: z
      .string()
      .regex(chosen(10), { error: t("error.recommendation") })
      .optional()
      .transform((text) => (text === undefined ? null : Number(text))),
    nextStep: textSchema({
      max: NEXT_STEP_MAX,
      tooLong: (lengths) => t("error.long", lengths),
    }),
    comment: textSchema({ max: COMMENT_MAX, tooLong: (lengths) => t("error.long", lengths) }),
  });
