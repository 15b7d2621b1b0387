import type { TFunction } from "i18next";
import { z } from "zod";
import { lengthOf } from "#app/lib/clean-text.ts";
import { textSchema } from "#app/lib/text-schema.ts";
import { CHOSEN_CLOSE_REASONS, SCOPES } from "#db/vocabulary.ts";
import { BODY_MAX, COMMENT_MAX, TITLE_MAX, TITLE_MIN, visibleText } from "./questions.ts";

type T = TFunction<["questions"]>;

const title = (t: T) =>
  z
    .string({ error: t("error.title.missing") })
    .transform(visibleText)
    .pipe(
      // An emptied text is no text to the form library, so this must say it once more.
      z
        .string({ error: t("error.title.missing") })
        .refine((text) => lengthOf(text) >= TITLE_MIN, {
          error: (issue) =>
            t("error.title.short", { min: TITLE_MIN, length: lengthOf(String(issue.input)) }),
        })
        .refine((text) => lengthOf(text) <= TITLE_MAX, {
          error: (issue) =>
            t("error.title.long", { max: TITLE_MAX, length: lengthOf(String(issue.input)) }),
        }),
    );

const body = (t: T, missing: string) =>
  z
    .string({ error: missing })
    // A browser counts a line break as one character and sends two.
    .transform((text) => text.replace(/\r\n?/g, "\n"))
    .pipe(
      z
        .string({ error: missing })
        .max(BODY_MAX, { error: t("error.body-too-long", { max: BODY_MAX }) })
        .refine((text) => visibleText(text) !== "", { error: missing }),
    );

const longText = (t: T, max: number, missing?: string) =>
  textSchema({ max, missing, tooLong: (lengths) => t("error.text.long", lengths) });

const key = z.uuid();
const version = z.coerce.number().int().min(1).max(2_147_483_647);

/** What one fills in to ask, and to edit a question. */
export function questionSchema(t: T) {
  return z.object({
    title: title(t),
    area: z.coerce
      .number({ error: t("error.area.missing") })
      .int({ error: t("error.area.missing") })
      .positive({ error: t("error.area.missing") }),
    body: body(t, t("error.body.missing")),
    tags: z
      .string()
      .max(500, { error: t("error.tags.long") })
      .default(""),
    scope: z.enum(SCOPES, { error: t("error.scope") }),
  });
}

export const newQuestionSchema = (t: T) => questionSchema(t).extend({ key });
export const editedQuestionSchema = (t: T) => questionSchema(t).extend({ version });

export function answerSchema(t: T) {
  return z.object({
    body: body(t, t("error.answer.missing")),
    trueForVersion: z
      .string()
      .max(40, { error: t("error.version.long", { max: 40 }) })
      .transform((text) => visibleText(text) || undefined)
      .optional(),
    reviewOn: z.iso
      .date({ error: t("error.date") })
      // PostgreSQL knows no year 0.
      .refine((day) => day >= "2000-01-01", { error: t("error.date") })
      .optional(),
  });
}

export const newAnswerSchema = (t: T) => answerSchema(t).extend({ key });
export const editedAnswerSchema = (t: T) => answerSchema(t).extend({ version });

export function commentSchema(t: T) {
  return z.object({
    body: body(t, t("error.comment.missing")).refine((text) => lengthOf(text) <= COMMENT_MAX, {
      error: (issue) =>
        t("error.comment.long", { max: COMMENT_MAX, length: lengthOf(String(issue.input)) }),
    }),
  });
}

export const newCommentSchema = (t: T) =>
  commentSchema(t).extend({ key, answer: z.coerce.number().int().positive().optional() });
export const editedCommentSchema = (t: T) => commentSchema(t).extend({ version });

export const informationSchema = (t: T) =>
  z.object({
    message: longText(t, COMMENT_MAX, t("error.message.missing")),
  });

export const closureSchema = (t: T) =>
  z.object({
    reason: z.enum(CHOSEN_CLOSE_REASONS, { error: t("error.reason.missing") }),
    note: longText(t, 1_000),
  });

/** Takes a number, or the address of a question page. */
export const duplicateSchema = (t: T) =>
  z.object({
    canonical: z
      .string({ error: t("error.canonical.missing") })
      .transform((text) =>
        Number(/(?:^|\/questions\/)(\d{1,15})(?:[/?#].*)?$/.exec(text.trim())?.[1]),
      )
      .pipe(z.int({ error: t("error.canonical.missing") }).positive()),
  });
