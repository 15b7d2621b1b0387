import type { TFunction } from "i18next";
import { z } from "zod";
import { lineSchema } from "#app/lib/text-schema.ts";

export const DEFAULT_SCOPES = ["public", "customers"] as const;

/** The settings of the portal that admins change. */
export function portalSchema(t: TFunction<["staff"]>) {
  const tooLong = (lengths: { max: number; length: number }) => t("error.tooLong", lengths);
  return z.object({
    name: lineSchema({ max: 60, tooLong, missing: t("settings.name.missing") }),
    vendorName: lineSchema({ max: 100, tooLong }),
    tagline: lineSchema({ max: 200, tooLong }),
    defaultQuestionScope: z.enum(DEFAULT_SCOPES, { error: t("error.choice") }),
  });
}
