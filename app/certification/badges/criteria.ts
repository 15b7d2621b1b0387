import type { TFunction } from "i18next";
import type { RequirementKind } from "#db/vocabulary.ts";
import { amountIn, requirementWords } from "../requirements/requirement-words.ts";
import { isCounted, type Requirement } from "../requirements/requirements.ts";

type Words = { t: TFunction<["credentials"]>; certification: TFunction<["certification"]> };

/** All requirements as a Markdown list, as Open Badges allows in a narrative. */
export function criteriaNarrative(words: Words, requirements: readonly Requirement[]): string {
  if (requirements.length === 0) return words.t("criteria.none");
  return requirements.map((one) => `- ${requirementWords(words.certification, one)}`).join("\n");
}

/**
 * What an application came to, as totals alone: 「ベストアンサー：12件」. Empty when nothing was
 * measured.
 */
export function evidenceLines(
  { t, certification }: Words,
  requirements: readonly Requirement[],
  measured: Partial<Record<RequirementKind, number>>,
): string[] {
  return requirements.flatMap(({ kind }) => {
    const value = measured[kind];
    if (value === undefined || value <= 0) return [];
    const what = certification(`kind.${kind}`);
    const came = isCounted(kind) ? amountIn(certification, kind, value) : t("evidence.passed");
    return [t("evidence.line", { what, came })];
  });
}
