import type { EventState, ProposalVerdict } from "#db/vocabulary.ts";

/** Talks that one person may have proposed for one event without hearing back. */
export const OPEN_PROPOSALS_MAX = 5;

export type ProposalState = "open" | "withdrawn" | ProposalVerdict;

/** How a proposal stands. */
export function proposalState({
  withdrawnAt,
  verdict,
}: {
  withdrawnAt: Date | string | null;
  verdict: ProposalVerdict | null;
}): ProposalState {
  return verdict ?? (withdrawnAt ? "withdrawn" : "open");
}

/** Whether talks may be proposed for an event now. */
export function takesProposals(
  event: { proposalsCloseAt: Date | null },
  state: EventState,
  now: Date,
): boolean {
  const isToCome = state === "published" || state === "postponed";
  return isToCome && event.proposalsCloseAt !== null && now < event.proposalsCloseAt;
}
