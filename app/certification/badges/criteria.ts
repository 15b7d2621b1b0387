import type { TFunction } from "i18next";
import type { RequirementKind } from "#db/vocabulary.ts";
import { isCounted, type Requirement } from "../requirements/requirements.ts";

type T = TFunction<["credentials"]>;

/** A requirement in words: 「直近12か月に、ベストアンサーが5件以上」. */
export function requirementText(t: T, { kind, threshold, withinMonths }: Requirement): string {
  const text = t(`criterion.${kind}`, { count: threshold });
  return withinMonths === null ? text : t("criterion.within", { count: withinMonths, text });
}

/** All requirements as a Markdown list, as Open Badges allows in a narrative. */
export function criteriaNarrative(t: T, requirements: readonly Requirement[]): string {
  if (requirements.length === 0) return t("criterion.none");
  return requirements.map((one) => `- ${requirementText(t, one)}`).join("\n");
}

/**
 * What an application came to, as totals alone: 「ベストアンサー：12件」. Empty when nothing was
 * measured.
 */
export function evidenceLines(
  t: T,
  requirements: readonly Requirement[],
  measured: Partial<Record<RequirementKind, number>>,
): string[] {
  return requirements.flatMap(({ kind }) => {
    const value = measured[kind];
    if (value === undefined || value <= 0) return [];
    return isCounted(kind) ? t(`evidence.${kind}`, { count: value }) : t(`evidence.${kind}`);
  });
}
