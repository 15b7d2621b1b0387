import type { TFunction } from "i18next";
import { z } from "zod";
import { lineSchema, textSchema } from "#app/lib/text-schema.ts";
import { COUNTED_KINDS, type Requirement } from "../requirements/requirements.ts";
import { LEVELS, type RubricCriterion, type VersionContent } from "./definitions.ts";
import { RUBRIC_ROWS } from "./rubric-rows.ts";

type T = TFunction<["certification"]>;

const text = z.string().default("");

/** A whole number in a field, full-width digits included; empty gives null. */
function numberIn(t: T, { min, max }: { min: number; max: number }) {
  return text.transform((input, context) => {
    const words = input.normalize("NFKC").trim();
    if (words === "") return null;
    const number = /^\d{1,6}$/.test(words) ? Number(words) : Number.NaN;
    if (!(number >= min && number <= max)) {
      context.addIssue({ code: "custom", message: t("form.error.number", { min, max }) });
    }
    return number;
  });
}

const requiredNumber = (t: T, span: { min: number; max: number }) =>
  numberIn(t, span).transform((number, context) => {
    if (number === null) {
      context.addIssue({ code: "custom", message: t("form.error.missing") });
      return 0;
    }
    return number;
  });

/** The content of a version. What a version keeps beside it – its badge – is not in the form. */
export const versionSchema = (t: T) =>
  z.object(versionFields(t)).transform((fields, context) => asContent(t, fields, context));

/** A new certification: level and address, which stay, and the content of its first version. */
export const newCertificationSchema = (t: T) =>
  z
    .object({
      ...versionFields(t),
      slug: text
        .transform((input) => input.normalize("NFKC").trim().toLowerCase())
        .refine((slug) => /^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/.test(slug), {
          error: t("form.slug.error"),
        }),
      level: z.coerce.number().refine((level) => (LEVELS as readonly number[]).includes(level), {
        error: t("form.error.missing"),
      }),
    })
    .transform((fields, context) => {
      const { slug, level } = fields;
      return { slug, level, content: asContent(t, fields, context) };
    });

function versionFields(t: T) {
  const rules = (max: number) => ({
    max,
    tooLong: (lengths: { max: number; length: number }) => t("form.error.tooLong", lengths),
  });
  const missing = t("form.error.missing");
  const counted = Object.fromEntries(
    COUNTED_KINDS.flatMap((kind) => [
      [`amount-${kind}`, numberIn(t, { min: 1, max: 1000 })],
      [`months-${kind}`, numberIn(t, { min: 1, max: 60 })],
    ]),
  ) as Record<CountedField, ReturnType<typeof numberIn>>;
  const rubric = Object.fromEntries(
    RUBRIC_ROWS.flatMap((row) => [
      [`rubricJa${row}`, lineSchema(rules(100))],
      [`rubricEn${row}`, lineSchema(rules(100))],
      [`rubricPoints${row}`, numberIn(t, { min: 1, max: 100 })],
    ]),
  ) as Record<`rubric${"Ja" | "En"}${Row}`, ReturnType<typeof lineSchema>> &
    Record<`rubricPoints${Row}`, ReturnType<typeof numberIn>>;
  return {
    nameJa: lineSchema({ ...rules(80), missing }),
    nameEn: lineSchema({ ...rules(80), missing }),
    summaryJa: textSchema({ ...rules(600), missing }),
    summaryEn: textSchema({ ...rules(600), missing }),
    perksJa: textSchema(rules(600)),
    perksEn: textSchema(rules(600)),
    termMonths: requiredNumber(t, { min: 1, max: 60 }),
    graceDays: requiredNumber(t, { min: 0, max: 180 }),
    examId: numberIn(t, { min: 1, max: 999_999 }),
    renewalExamId: numberIn(t, { min: 1, max: 999_999 }),
    renewalAnswers: numberIn(t, { min: 1, max: 1000 }),
    practical: z.literal("on").optional(),
    second: z.literal("on").optional(),
    rubricPass: numberIn(t, { min: 0, max: 600 }),
    ...counted,
    ...rubric,
  };
}

type Row = (typeof RUBRIC_ROWS)[number];
type CountedField = `${"amount" | "months"}-${(typeof COUNTED_KINDS)[number]}`;

type Fields = z.output<z.ZodObject<ReturnType<typeof versionFields>>>;

function asContent(t: T, fields: Fields, context: z.RefinementCtx): VersionContent {
  const issue = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  const requirements: Requirement[] = [];
  for (const kind of COUNTED_KINDS) {
    const threshold = fields[`amount-${kind}`];
    const withinMonths = fields[`months-${kind}`];
    if (threshold !== null) requirements.push({ kind, threshold, withinMonths });
    else if (withinMonths !== null) issue(`amount-${kind}`, t("form.error.months"));
  }
  const once = (kind: "exam" | "practical") =>
    requirements.push({ kind, threshold: 1, withinMonths: null });
  if (fields.examId !== null) once("exam");
  if (fields.practical) once("practical");
  const rubric: RubricCriterion[] = [];
  for (const row of RUBRIC_ROWS) {
    const ja = fields[`rubricJa${row}`];
    const en = fields[`rubricEn${row}`];
    const points = fields[`rubricPoints${row}`];
    if (ja === "" && en === "" && points === null) continue;
    if (ja === "" || en === "" || points === null) issue(`rubricJa${row}`, t("form.error.rubric"));
    else rubric.push({ ja, en, points });
  }
  const { nameJa, nameEn, summaryJa, summaryEn, perksJa, perksEn } = fields;
  const { termMonths, graceDays, examId, renewalExamId, renewalAnswers } = fields;
  return {
    nameJa,
    nameEn,
    summaryJa,
    summaryEn,
    perksJa,
    perksEn,
    badgeFileId: null,
    termMonths,
    graceDays,
    examId,
    renewalExamId,
    renewalAnswers,
    needsSecondReviewer: fields.second === "on",
    rubric,
    rubricPass: fields.rubricPass ?? 0,
    requirements,
  };
}

/** The fields of the form for a version as it is. */
export function versionValues(version: VersionContent): Record<string, string> {
  const word = (value: number | null) => (value === null ? "" : String(value));
  const fields: Record<string, string> = {
    nameJa: version.nameJa,
    nameEn: version.nameEn,
    summaryJa: version.summaryJa,
    summaryEn: version.summaryEn,
    perksJa: version.perksJa,
    perksEn: version.perksEn,
    termMonths: word(version.termMonths),
    graceDays: word(version.graceDays),
    examId: word(version.examId),
    renewalExamId: word(version.renewalExamId),
    renewalAnswers: word(version.renewalAnswers),
    second: version.needsSecondReviewer ? "on" : "",
    rubricPass: version.rubricPass === 0 ? "" : word(version.rubricPass),
  };
  for (const { kind, threshold, withinMonths } of version.requirements) {
    if (kind === "practical") fields.practical = "on";
    fields[`amount-${kind}`] = word(threshold);
    fields[`months-${kind}`] = word(withinMonths);
  }
  version.rubric.forEach(({ ja, en, points }, index) => {
    fields[`rubricJa${index + 1}`] = ja;
    fields[`rubricEn${index + 1}`] = en;
    fields[`rubricPoints${index + 1}`] = word(points);
  });
  return fields;
}

/** What a new certification begins with. */
export const FIRST_VALUES: Record<string, string> = {
  level: "1",
  termMonths: "12",
  graceDays: "30",
  renewalAnswers: "5",
};
