import type { Locale } from "#db/vocabulary.ts";
import type { Requirement } from "../requirements/requirements.ts";

export const CERTIFICATION_STATES = ["draft", "active", "retired"] as const;
export type CertificationState = (typeof CERTIFICATION_STATES)[number];

export const CERTIFICATION_TONES = {
  draft: "wait",
  active: "good",
  retired: "neutral",
} as const satisfies Record<CertificationState, string>;

/** The level of a certification: 1 is the first step. */
export const LEVELS = [1, 2, 3] as const;

export type RubricCriterion = { ja: string; en: string; points: number };

/** All that a version says: what its form holds. */
export type VersionContent = {
  nameJa: string;
  nameEn: string;
  summaryJa: string;
  summaryEn: string;
  perksJa: string;
  perksEn: string;
  badgeFileId: string | null;
  termMonths: number;
  graceDays: number;
  examId: number | null;
  renewalExamId: number | null;
  renewalAnswers: number | null;
  needsSecondReviewer: boolean;
  rubric: RubricCriterion[];
  rubricPass: number;
  requirements: Requirement[];
};

/** A draft until something of it was published, active then, and retired by decision. */
export function certificationState({
  isPublished,
  retiredAt,
}: {
  isPublished: boolean;
  retiredAt: Date | string | null;
}): CertificationState {
  if (retiredAt !== null) return "retired";
  return isPublished ? "active" : "draft";
}

export type PublishRefusal =
  | "no-requirements"
  | "no-exam"
  | "no-rubric"
  | "rubric-out-of-reach"
  | "no-renewal";

/** Why a version cannot be published; empty when it can. */
export function barsToPublishing(version: VersionContent): PublishRefusal[] {
  const asks = (kind: Requirement["kind"]) =>
    version.requirements.some((requirement) => requirement.kind === kind);
  const points = version.rubric.reduce((sum, criterion) => sum + criterion.points, 0);
  const bars: [PublishRefusal, boolean][] = [
    ["no-requirements", version.requirements.length === 0],
    ["no-exam", asks("exam") && version.examId === null],
    ["no-rubric", asks("practical") && version.rubric.length === 0],
    ["rubric-out-of-reach", version.rubricPass > points],
    ["no-renewal", version.renewalExamId === null && version.renewalAnswers === null],
  ];
  return bars.filter(([, holds]) => holds).map(([bar]) => bar);
}

export function certificationName(
  names: { nameJa: string; nameEn: string },
  locale: Locale | string,
): string {
  return locale === "en" ? names.nameEn : names.nameJa;
}

export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
