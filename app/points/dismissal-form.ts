import type { TFunction } from "i18next";
import { z } from "zod";
import { textSchema } from "#app/lib/text-schema.ts";

export const dismissalSchema = (t: TFunction<["points"]>) =>
  z.object({
    reason: textSchema({
      max: 1_000,
      tooLong: (lengths) => t("dismissal.tooLong", lengths),
      missing: t("dismissal.reason.missing"),
    }),
  });
