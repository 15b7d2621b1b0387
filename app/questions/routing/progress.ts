import { HOUR, MINUTE } from "#app/lib/time.ts";
import type { QuestionState, RoutingStep } from "#db/vocabulary.ts";

/** Where a question stands on its way to an answer, as the asker, helpers and staff are shown it. */
export type Progress = {
  questionId: number;
  state: QuestionState;
  isOwn: boolean;
  /** Null for questions that were never routed. */
  step: RoutingStep | null;
  /** When the question moves on; null while its clock stands still, and in the CS queue. */
  nextAt: Date | string | null;
  taker: { name: string; handle: string } | null;
  isTaker: boolean;
  isOffered: boolean;
  /** How many people it lies with. */
  askedCount: number;
  canTake: boolean;
};

export const STAGES = ["received", "taken", "needs-info", "solved"] as const;
export type Stage = (typeof STAGES)[number];

/** Which of the four stages (受付 → 担当者あり → 要情報 → 解決) a question is in. */
export function stageOf({ state, taker, step }: Pick<Progress, "state" | "taker" | "step">): Stage {
  if (state === "solved") return "solved";
  if (state === "needs-info") return "needs-info";
  return state === "answered" || taker !== null || step === "staff" ? "taken" : "received";
}

export type TimeLeft =
  | { unit: "soon" }
  | { unit: "minutes" | "hours"; count: number }
  | { unit: "until" };

/** How the time until a deadline is best put: near ones as what is left, far ones as a date. */
export function timeLeft(deadline: Date, now: Date): TimeLeft {
  const left = deadline.getTime() - now.getTime();
  if (left < MINUTE) return { unit: "soon" };
  if (left < HOUR) return { unit: "minutes", count: Math.floor(left / MINUTE) };
  if (left < 12 * HOUR) return { unit: "hours", count: Math.floor(left / HOUR) };
  return { unit: "until" };
}
