import { DAY } from "#app/lib/time.ts";

/** How long something waits for the asker before each reminder. */
export const NUDGES_AFTER: readonly number[] = [3 * DAY, 7 * DAY, 30 * DAY];

/** How long after the last reminder a question with answers is presumed solved. */
export const CLOSED_AFTER_LAST = 7 * DAY;

/**
 * The reminder that is due, counted from 1, or undefined. One that was never sent because a later
 * one is due by now is left out, so that nobody gets two at once.
 *
 * @param sent the highest reminder sent for the same cause, 0 when none was
 */
export function dueNudge(waitingMs: number, sent: number): number | undefined {
  const due = NUDGES_AFTER.filter((limit) => waitingMs >= limit).length;
  return due > sent ? due : undefined;
}
