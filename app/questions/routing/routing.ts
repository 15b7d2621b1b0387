import { isStaff, type MaybeViewer } from "#app/auth/viewer.ts";
import { HOUR } from "#app/lib/time.ts";
import type { QuestionState, RoutingStep } from "#db/vocabulary.ts";

/** How many people are asked first. */
export const FIRST_OFFERS = 3;
/** Questions offered to or taken by a helper at the same time, until they choose otherwise. */
export const DEFAULT_LOAD_CAP = 3;
export const LOAD_CAP_MAX = 20;

export type LiveStep = Exclude<RoutingStep, "ended">;

/** Working time on a question's clock at which it reaches each step: the deadlines. */
export const STEP_AFTER: Record<LiveStep, number> = {
  first: 0,
  everyone: 8 * HOUR,
  staff: 24 * HOUR,
};

/** Working time that somebody who took a question has for an answer before others are asked. */
export const TAKE_LASTS = 8 * HOUR;

/** The step that a question is in once so much working time went by, helpers permitting. */
export function stepAfter(workedMs: number): LiveStep {
  if (workedMs >= STEP_AFTER.staff) return "staff";
  return workedMs >= STEP_AFTER.everyone ? "everyone" : "first";
}

/** What the clock shows when an untaken question moves on; null where it stays. */
export function dueInStep(step: LiveStep): number | null {
  if (step === "staff") return null;
  return step === "first" ? STEP_AFTER.everyone : STEP_AFTER.staff;
}

/**
 * What the clock shows when a question taken now moves on without an answer. Having been taken
 * never delays the vendor's staff.
 */
export function dueAfterTake(step: LiveStep, workedMs: number): number {
  const promised = workedMs + TAKE_LASTS;
  return step === "staff" ? promised : Math.min(promised, STEP_AFTER.staff);
}

export type Wanted = "running" | "paused" | "ended";

/** Whether somebody is to be found for a question; what follows from the state it is in. */
export function wantedFor(question: {
  state: QuestionState;
  answerCount: number;
  deletedAt: Date | null;
}): Wanted {
  if (question.deletedAt !== null || question.answerCount > 0) return "ended";
  if (question.state === "open") return "running";
  return question.state === "needs-info" ? "paused" : "ended";
}

/** Those who may take a question: helpers and staff, though never the asker. */
export function canTake(
  viewer: MaybeViewer,
  question: { authorId: number; state: QuestionState; answerCount: number },
): boolean {
  return (
    viewer !== undefined &&
    (viewer.isSupporter || isStaff(viewer)) &&
    viewer.id !== question.authorId &&
    question.answerCount === 0 &&
    (question.state === "open" || question.state === "needs-info")
  );
}

/** Who is told how a question finds somebody to answer it: the asker, helpers and staff. */
export function seesRouting(viewer: MaybeViewer, question: { authorId: number }): boolean {
  return (
    viewer !== undefined &&
    (viewer.id === question.authorId || viewer.isSupporter || isStaff(viewer))
  );
}
