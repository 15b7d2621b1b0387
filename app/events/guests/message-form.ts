import type { TFunction } from "i18next";
import { z } from "zod";
import { textSchema } from "#app/lib/text-schema.ts";
import { MESSAGE_SEGMENTS } from "#db/vocabulary.ts";
import { MESSAGE_MAX } from "./messages.ts";

/** A message to some guests; `previewed` is the segment whose people were shown before sending. */
export const messageSchema = (t: TFunction<["organising"]>) =>
  z.object({
    segment: z.enum(MESSAGE_SEGMENTS, { error: t("messages.error.segment") }),
    message: textSchema({
      max: MESSAGE_MAX,
      missing: t("messages.error.message"),
      tooLong: (lengths) => t("messages.error.tooLong", lengths),
    }),
    previewed: z.string().default(""),
    key: z.string().regex(/^[\w-]{8,64}$/),
  });
