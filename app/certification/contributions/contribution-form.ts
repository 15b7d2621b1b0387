import { z } from "zod";
import { isDay } from "#app/calendar/zoned-days.ts";
import { cleanLine, lengthOf } from "#app/lib/clean-text.ts";
import { CONTRIBUTION_KINDS } from "#db/vocabulary.ts";

/** What somebody did, and on which day up to today. */
export const contributionSchema = (today: string) =>
  z.object({
    kind: z.enum(CONTRIBUTION_KINDS),
    title: z
      .string()
      .transform(cleanLine)
      .refine((title) => title !== "" && lengthOf(title) <= 200),
    happenedOn: z.string().refine((day) => isDay(day) && day <= today),
  });
