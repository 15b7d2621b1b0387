import { z } from "zod";
import { lineSchema } from "#app/lib/text-schema.ts";
import { TITLE_MAX } from "../events.ts";
import { lengthRules, requiredNumber, type T } from "./event-form.ts";
import { RHYTHMS } from "./local-time.ts";

/** How many copies are made at a time. */
export const COPIES_MAX = 12;

/** The next copies of an event: what they are called, how often it comes, how many. */
export const copiesSchema = (t: T) =>
  z.object({
    title: lineSchema({ ...lengthRules(t, TITLE_MAX), missing: t("form.error.missing") }),
    rhythm: z.enum(RHYTHMS, { error: t("form.error.choose") }),
    count: requiredNumber(t, { min: 1, max: COPIES_MAX }),
  });
