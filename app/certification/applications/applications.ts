import { isStaff, type MaybeViewer, type Viewer } from "#app/auth/viewer.ts";
import type { ApplicationState, ReviewVerdict } from "#db/vocabulary.ts";

/** Works that can be handed in for one practical. */
export const MAX_WORKS = 10;

type Step =
  | "submit"
  | "withdraw"
  | "start-review"
  | "release-review"
  | "approve"
  | "return"
  | "decline";

/** Where each step leads from each state; what is not named cannot be done there. */
const STEPS: Record<ApplicationState, Partial<Record<Step, ApplicationState>>> = {
  draft: { submit: "submitted", withdraw: "withdrawn" },
  submitted: { "start-review": "in-review", withdraw: "withdrawn" },
  "in-review": {
    "release-review": "submitted",
    approve: "approved",
    return: "returned",
    decline: "declined",
    withdraw: "withdrawn",
  },
  returned: { submit: "submitted", withdraw: "withdrawn" },
  approved: {},
  declined: {},
  withdrawn: {},
};

/** The state after a step, or undefined where the step cannot be taken. */
export function afterStep(state: ApplicationState, step: Step): ApplicationState | undefined {
  return STEPS[state][step];
}

/** Whether an application is still on its way. */
export function isOpen(state: ApplicationState): boolean {
  return Object.keys(STEPS[state]).length > 0;
}

/** Whether the applicant can still change what is in it. */
export function isEditable(state: ApplicationState): boolean {
  return afterStep(state, "submit") !== undefined;
}

/** Who may hold certifications: people of customer companies. */
export function canApply(viewer: MaybeViewer): viewer is Viewer {
  return viewer !== undefined && viewer.role === "member" && viewer.organisation !== null;
}

/** Reviewers are staff, and nobody reviews what they handed in themselves. */
export function canReview(viewer: MaybeViewer, application: { personId: number }): boolean {
  return isStaff(viewer) && viewer?.id !== application.personId;
}

/** The points of a rubric that scores come to; undefined when they do not fit it. */
export function totalScore(scores: number[], rubric: { points: number }[]): number | undefined {
  if (scores.length !== rubric.length) return undefined;
  const fits = scores.every(
    (score, index) =>
      Number.isInteger(score) && score >= 0 && score <= (rubric[index]?.points ?? 0),
  );
  return fits ? scores.reduce((sum, score) => sum + score, 0) : undefined;
}

export const STEP_OF = {
  approve: "approve",
  return: "return",
  decline: "decline",
} as const satisfies Record<ReviewVerdict, Step>;
