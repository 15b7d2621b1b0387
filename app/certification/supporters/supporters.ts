/** What the directory can be narrowed to. */
export const AVAILABILITIES = ["yes", "pair"] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** Whether a supporter can take another question now. */
export type Readiness = "available" | "busy" | "away";

/** Away days come first: somebody on holiday is away, whatever they have taken. */
export function readinessOf({
  isAway,
  load,
  cap,
}: {
  isAway: boolean;
  load: number;
  cap: number;
}): Readiness {
  if (isAway) return "away";
  return load >= cap ? "busy" : "available";
}
