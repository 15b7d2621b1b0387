import type { TFunction } from "i18next";
import { z } from "zod";
import { textSchema } from "#app/lib/text-schema.ts";
import type { EventQuestionKind } from "#db/vocabulary.ts";
import { ANSWER_MAX } from "../admission/admission.ts";
import { answerField } from "./answer-field.ts";

type T = TFunction<["registrations"]>;

type Question = {
  id: number;
  kind: EventQuestionKind;
  choices: readonly string[];
  isRequired: boolean;
};

/** Which ticket, for whom, and what applicants are asked: a field for each question. */
export const registrationSchema = (
  t: T,
  { ticketIds, questions }: { ticketIds: readonly number[]; questions: readonly Question[] },
) =>
  z
    .object({
      ticket: z
        .string({ error: t("apply.ticket.missing") })
        .transform(Number)
        .refine((id) => ticketIds.includes(id), { error: t("apply.ticket.missing") }),
      self: z.string().optional(),
      people: z
        .array(z.string().regex(/^\d{1,15}$/, { error: t("refused.not-a-colleague") }))
        .max(20, { error: t("refused.too-many-colleagues") })
        .default([])
        .transform((ids) => ids.map(Number)),
      ...Object.fromEntries(questions.map((one) => [answerField(one.id), answerSchema(t, one)])),
    })
    .refine(({ self, people }) => self === "on" || people.length > 0, {
      path: ["self"],
      error: t("apply.who.missing"),
    });

function answerSchema(t: T, { kind, choices, isRequired }: Question) {
  const missing = isRequired ? t("apply.answer.missing") : undefined;
  if (kind === "text") {
    return textSchema({
      max: ANSWER_MAX,
      missing,
      tooLong: (lengths) => t("apply.answer.tooLong", lengths),
    });
  }
  const isChoice = (answer: string) => choices.includes(answer);
  if (kind === "choice") {
    const choice = z
      .string({ error: missing })
      .refine(isChoice, { error: t("apply.answer.unknown") });
    return isRequired ? choice : choice.optional();
  }
  return z
    .array(z.string().refine(isChoice, { error: t("apply.answer.unknown") }))
    .default([])
    .refine((answers) => !isRequired || answers.length > 0, { error: missing })
    .transform((answers) => answers.join("\n"));
}

/** The answers of a form that was filled in as the schema asks, by question. */
export function answersOf(
  value: Record<string, unknown>,
  questions: readonly { id: number }[],
): Map<number, string> {
  return new Map(questions.map(({ id }) => [id, String(value[answerField(id)] ?? "")] as const));
}
