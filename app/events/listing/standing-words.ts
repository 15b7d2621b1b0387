import type { TFunction } from "i18next";
import type { Admission } from "#db/vocabulary.ts";

type T = TFunction<["events"]>;

/** How full a ticket, or all of an event's tickets together, is. */
export type Standing = {
  admission: Admission;
  capacity: number;
  taken: number;
  waiting: number;
  applied: number;
  drawnAt?: Date | string | null;
};

/** Places that are neither confirmed nor offered to somebody. */
export function placesLeft({ capacity, taken }: Standing): number {
  return Math.max(0, capacity - taken);
}

/** 「先着順・残り3席（定員20）」: how a ticket is given and what is left of it. */
export function standingWords(standing: Standing, t: T): string {
  const { admission, capacity, waiting, applied, drawnAt } = standing;
  const way = t(`admission.${admission}`);
  const left = placesLeft(standing);
  if (admission === "lottery" && !drawnAt) {
    return t("standing.lottery", { way, capacity, applied });
  }
  if (left > 0) return t("standing.left", { way, capacity, left });
  return waiting > 0
    ? t("standing.waiting", { way, capacity, waiting })
    : t("standing.full", { way, capacity });
}

/** What is left of several tickets, in one sentence; undefined where there are none. */
export function summaryWords(standings: readonly Standing[], t: T): string | undefined {
  const [first] = standings;
  if (!first) return undefined;
  if (standings.length === 1) return standingWords(first, t);
  const open = standings.filter((one) => one.admission === "lottery" && !one.drawnAt);
  const capacity = standings.reduce((sum, one) => sum + one.capacity, 0);
  const left = standings
    .filter((one) => !open.includes(one))
    .reduce((sum, one) => sum + placesLeft(one), 0);
  if (left > 0) return t("standing.someLeft", { capacity, left });
  if (open.length > 0) return t("standing.someLottery", { capacity });
  const waiting = standings.reduce((sum, one) => sum + one.waiting, 0);
  return waiting > 0
    ? t("standing.someWaiting", { capacity, waiting })
    : t("standing.someFull", { capacity });
}
