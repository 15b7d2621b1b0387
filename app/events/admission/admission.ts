import type { Admission, Phase, RegistrationState, Tier } from "#db/vocabulary.ts";

/** What decides whether somebody may have a place of a ticket. */
export type TicketRules = {
  admission: Admission;
  phases: readonly Phase[];
  tiers: readonly Tier[];
  supportersOnly: boolean;
};

/** What the rules need to know of a person. */
export type Applicant = {
  phase: Phase | null;
  tier: Tier | null;
  isSupporter: boolean;
  isInvited: boolean;
};

/** Why somebody may not apply for a ticket. */
export type Ineligibility = "phase" | "tier" | "supporters-only" | "not-invited";

/** The first rule that keeps a person from applying for a ticket, or undefined. */
export function ineligibility(
  ticket: TicketRules,
  { phase, tier, isSupporter, isInvited }: Applicant,
): Ineligibility | undefined {
  if (ticket.admission === "invitation" && !isInvited) return "not-invited";
  if (ticket.supportersOnly && !isSupporter) return "supporters-only";
  if (ticket.phases.length > 0 && !(phase && ticket.phases.includes(phase))) return "phase";
  if (ticket.tiers.length > 0 && !(tier && ticket.tiers.includes(tier))) return "tier";
  return undefined;
}

/** States that take a place. */
export const TAKING = ["confirmed", "offered"] as const satisfies RegistrationState[];
/** States of a registration that has not ended. */
export const LIVE = [
  "applied",
  "waitlisted",
  "offered",
  "confirmed",
] as const satisfies RegistrationState[];

/** A question to applicants, as far as an answer has to fit it. */
export type Asked = {
  id: number;
  kind: "text" | "choice" | "choices";
  choices: readonly string[];
  isRequired: boolean;
};

export const ANSWER_MAX = 1_000;

/**
 * The answers that fit the questions, several choices in lines.
 *
 * @returns undefined when one that must be answered is not, or an answer is none of the choices
 */
export function fittingAnswers(
  questions: readonly Asked[],
  answers: ReadonlyMap<number, string>,
): Map<number, string> | undefined {
  const fitting = new Map<number, string>();
  for (const { id, kind, choices, isRequired } of questions) {
    const answer = (answers.get(id) ?? "").trim().slice(0, ANSWER_MAX);
    const parts = kind === "choices" ? answer.split("\n").filter(Boolean) : [answer];
    if (kind !== "text" && answer !== "" && !parts.every((part) => choices.includes(part))) {
      return undefined;
    }
    if (answer !== "") fitting.set(id, answer);
    else if (isRequired) return undefined;
  }
  return fitting;
}
