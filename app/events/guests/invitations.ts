import { PHASES, type Phase, TIERS, type Tier } from "#db/vocabulary.ts";
import { type EventFacts, stateOf } from "../events.ts";
import { idsOf } from "./guest-filter.ts";

export const INVITATION_MESSAGE_MAX = 500;
/** So many people are invited at once; the same choice then offers the next. */
export const INVITED_AT_ONCE = 500;

/** Whom one thinks of inviting: somebody by name, or everybody of some companies. */
export type InviteeChoice = {
  q?: string;
  organisationIds: number[];
  tiers: Tier[];
  phases: Phase[];
};

/** The choice that an address says; what it cannot mean is left out. */
export function inviteeChoiceOf(params: URLSearchParams): InviteeChoice {
  const some = <Word extends string>(name: string, words: readonly Word[]) =>
    words.filter((word) => params.getAll(name).includes(word));
  return {
    q: params.get("q")?.trim().slice(0, 100) || undefined,
    organisationIds: idsOf(params.getAll("organisations"), 2_000),
    tiers: some("tier", TIERS),
    phases: some("phase", PHASES),
  };
}

/** Whether the choice is about companies rather than about one name. */
export function isOfCompanies({ organisationIds, tiers, phases }: InviteeChoice): boolean {
  return organisationIds.length + tiers.length + phases.length > 0;
}

/** Whether people can be invited: to a draft too, who are told once it is published. */
export function takesInvitations(event: EventFacts, now: Date): boolean {
  return ["draft", "published"].includes(stateOf(event, now));
}
