import type { TFunction } from "i18next";
import { z } from "zod";
import { newQuestionSchema } from "#app/questions/question-form.ts";

/** A question, and the session it was raised in. */
export const roomQuestionSchema = (t: TFunction<["questions"]>) =>
  newQuestionSchema(t).extend({
    session: z
      .string()
      .default("")
      .transform((text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined)),
  });
