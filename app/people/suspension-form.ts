import type { TFunction } from "i18next";
import { z } from "zod";
import { textSchema } from "#app/lib/text-schema.ts";

export const suspensionSchema = (t: TFunction<["staff"]>) =>
  z.object({
    reason: textSchema({
      max: 1_000,
      tooLong: (lengths) => t("error.tooLong", lengths),
      missing: t("person.suspend.reason.missing"),
    }),
  });
