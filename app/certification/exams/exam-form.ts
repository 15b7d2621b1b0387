import type { TFunction } from "i18next";
import { z } from "zod";
import { lineSchema } from "#app/lib/text-schema.ts";
import { LOCALES } from "#db/vocabulary.ts";
import { EXAM_LIMITS, type ExamTerms } from "./exams.ts";

type T = TFunction<["exams"]>;

const SLUG = /^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/;

/** The form of an exam. */
export function examSchema(t: T) {
  const number = (field: keyof ExamTerms) => {
    const { min, max } = EXAM_LIMITS[field];
    const error = t("exams.error.number", { min, max });
    return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
  };
  const name = () =>
    lineSchema({
      max: 80,
      tooLong: (lengths) => t("exams.error.tooLong", lengths),
      missing: t("exams.error.missing"),
    });
  return z.object({
    nameJa: name(),
    nameEn: name(),
    slug: z
      .string({ error: t("exams.error.slug") })
      .transform((input) => input.normalize("NFKC").trim().toLowerCase())
      .refine((slug) => SLUG.test(slug), { error: t("exams.error.slug") }),
    locale: z.enum(LOCALES, { error: t("exams.error.locale") }),
    itemCount: number("itemCount"),
    timeLimitMinutes: number("timeLimitMinutes"),
    passPercent: number("passPercent"),
    coolingOffDays: number("coolingOffDays"),
    maxAttempts: number("maxAttempts"),
    areaIds: z
      .array(
        z.coerce
          .number({ error: t("exams.error.area-unknown") })
          .int()
          .positive(),
      )
      .default([]),
  });
}

/** The form of an exam that is there already, with the revision it was opened at. */
export const changedExamSchema = (t: T) =>
  examSchema(t).extend({ revision: z.coerce.number().int().min(1).max(2_147_483_647) });

/** What the database refused, beside which field. */
export function examErrors(t: T, reason: "slug-taken" | "area-unknown"): Record<string, string[]> {
  const field = reason === "slug-taken" ? "slug" : "areaIds";
  return { [field]: [t(`exams.error.${reason}`)] };
}
