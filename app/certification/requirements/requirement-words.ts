import type { TFunction } from "i18next";
import { isCounted, type Requirement } from "./requirements.ts";

type T = TFunction<["certification"]>;

/** An amount with its unit: 「5件」. */
export function amountIn(t: T, kind: Requirement["kind"], count: number): string {
  return isCounted(kind) ? t(`unit.${kind}`, { count }) : String(count);
}

/** What a requirement asks, as a sentence. */
export function requirementWords(t: T, { kind, threshold, withinMonths }: Requirement): string {
  if (!isCounted(kind)) return t(`ask.${kind}`);
  const amount = t(`ask.${kind}`, { amount: amountIn(t, kind, threshold) });
  const span = withinMonths === null ? t("within.ever") : t("within", { count: withinMonths });
  return t("ask.within", { amount, span });
}
