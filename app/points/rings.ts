import { DAY } from "#app/lib/time.ts";

/** How far back votes are counted. */
export const RING_WINDOW = 90 * DAY;

/** How often each must have voted for the other's answers. */
export const RING_VOTES = 5;

/** The least part of all votes that each gave which went to the other. */
export const RING_SHARE = 0.4;

/** Votes between two people within the window; only such as would give points. */
export type Reciprocity = {
  firstId: number;
  secondId: number;
  /** Votes of the first for answers of the second, and all votes for answers that the first gave. */
  firstVotes: number;
  firstGiven: number;
  secondVotes: number;
  secondGiven: number;
};

/** Whether two people vote for each other so much that their votes say little about the answers. */
export function isVotingRing(pair: Reciprocity): boolean {
  const { firstVotes, firstGiven, secondVotes, secondGiven } = pair;
  return (
    Math.min(firstVotes, secondVotes) >= RING_VOTES &&
    firstVotes >= RING_SHARE * firstGiven &&
    secondVotes >= RING_SHARE * secondGiven
  );
}
