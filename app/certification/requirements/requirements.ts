import type { RequirementKind } from "#db/vocabulary.ts";

/** What a version asks: `threshold` of `kind`, within the last `withinMonths` where it is set. */
export type Requirement = {
  kind: RequirementKind;
  threshold: number;
  withinMonths: number | null;
};

/** Kinds that ask for a number; the others are passed or handed in once. */
export const COUNTED_KINDS = [
  "accepted-answers",
  "helpful-votes",
  "events-attended",
  "success-presentations",
  "months-active",
] as const satisfies RequirementKind[];

export function isCounted(kind: RequirementKind): kind is (typeof COUNTED_KINDS)[number] {
  return (COUNTED_KINDS as readonly RequirementKind[]).includes(kind);
}

/** A row behind a figure: what happened, when, and where it can be seen. */
export type Evidence = { title: string; at: Date | string; to: string | null };

/** How far somebody is on the way to one requirement. */
export type Progress = Requirement & {
  value: number;
  met: boolean;
  /** The newest rows behind the value. */
  evidence: Evidence[];
};

export function allMet(progress: Pick<Progress, "met">[]): boolean {
  return progress.every(({ met }) => met);
}

/** The requirements that are not met yet. */
export function missing<P extends Pick<Progress, "met">>(progress: P[]): P[] {
  return progress.filter(({ met }) => !met);
}
