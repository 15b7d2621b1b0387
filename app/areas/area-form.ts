import type { TFunction } from "i18next";
import { z } from "zod";
import { lineSchema, textSchema } from "#app/lib/text-schema.ts";

/** The form of a product area. */
export function areaSchema(t: TFunction<["staff"]>) {
  const tooLong = (lengths: { max: number; length: number }) => t("error.tooLong", lengths);
  const name = () => lineSchema({ max: 60, tooLong, missing: t("error.missing") });
  const description = () => textSchema({ max: 500, tooLong });
  return z.object({
    nameJa: name(),
    nameEn: name(),
    slug: z
      .string({ error: t("area.slug.error") })
      .transform((input) => input.normalize("NFKC").trim().toLowerCase())
      .refine((slug) => /^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/.test(slug), {
        error: t("area.slug.error"),
      }),
    descriptionJa: description(),
    descriptionEn: description(),
  });
}
