import type { TFunction } from "i18next";
import { z } from "zod";
import { textSchema } from "#app/lib/text-schema.ts";
import { NOTE_MAX } from "../events.ts";

/** Words for those who are turned down or removed. */
export const decisionSchema = (t: TFunction<["organising"]>) =>
  z.object({
    note: textSchema({
      max: NOTE_MAX,
      tooLong: (lengths) => t("guests.error.noteTooLong", lengths),
    }),
  });
