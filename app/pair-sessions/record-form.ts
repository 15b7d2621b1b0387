import type { TFunction } from "i18next";
import { z } from "zod";
import { textSchema } from "#app/lib/text-schema.ts";
import { RECORD_MAX } from "./pair-sessions.ts";

type T = TFunction<["pair-sessions"]>;

/** What came out of a session, and the version of the record that was looked at. */
export const recordSchema = (t: T) => {
  const words = { max: RECORD_MAX, tooLong: (lengths: Lengths) => t("book.tooLong", lengths) };
  return z.object({
    shown: textSchema({ ...words, missing: t("record.shown.missing") }),
    toRepeat: textSchema(words),
    nextStep: textSchema(words),
    version: z.coerce.number().int().min(0).catch(0),
  });
};

type Lengths = { max: number; length: number };
