import type { Locale } from "#db/vocabulary.ts";
import { EXAM_FIELDS, type ExamField, type ExamTerms } from "./exams.ts";

/** What staff fill in about an exam. */
export type ExamFields = ExamTerms & {
  /** Part of the address: lower-case ASCII words joined by hyphens. */
  slug: string;
  nameJa: string;
  nameEn: string;
  /** Language of the items that are drawn. */
  locale: Locale;
  /** None: every area that has items. */
  areaIds: number[];
};

type Value = string | number | number[];

/** A field in which a form and the stored exam disagree. */
export type ExamDifference = { field: ExamField; theirs: Value; yours: Value };

/** Where two states of an exam differ; areas are compared as sets. */
export function examDifferences(theirs: ExamFields, yours: ExamFields): ExamDifference[] {
  return EXAM_FIELDS.flatMap((field) => {
    const difference = { field, theirs: plain(theirs[field]), yours: plain(yours[field]) };
    return String(difference.theirs) === String(difference.yours) ? [] : [difference];
  });
}

const plain = (value: Value): Value =>
  Array.isArray(value) ? [...new Set(value)].sort((a, b) => a - b) : value;
