import type { TFunction } from "i18next";
import { z } from "zod";
import { textSchema } from "#app/lib/text-schema.ts";

/** Why a credential is taken away. */
export const revocationSchema = (t: TFunction<["certification"]>) =>
  z.object({
    reason: textSchema({
      max: 1000,
      missing: t("revoke.reason.missing"),
      tooLong: (lengths) => t("application.error.statementLong", lengths),
    }),
  });
