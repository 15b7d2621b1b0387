import { after, DAY } from "#app/lib/time.ts";

/** How long answers can be given and changed, and links in mails work, in days. */
export const SURVEY_DAYS = 60;
export const NEXT_STEP_MAX = 1_000;
export const COMMENT_MAX = 2_000;
export const SATISFACTIONS = [5, 4, 3, 2, 1] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];
export const RECOMMENDATIONS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Groups with fewer answers say too much about each one of them. */
export const SMALL_GROUP = 5;
/** Below this number the margin is so wide that the page says so. */
export const SMALL_SAMPLE = 30;

export function surveyClosesAt(openedAt: Date): Date {
  return after(openedAt, SURVEY_DAYS * DAY);
}

export function isSurveyOpen(openedAt: Date | null, now: Date): boolean {
  return openedAt !== null && openedAt <= now && now < surveyClosesAt(openedAt);
}

/** The answer that a link of a mail names; undefined for anything but 1 to 5. */
export function satisfactionIn(text: string | null): Satisfaction | undefined {
  return SATISFACTIONS.find((value) => String(value) === text);
}

export type Nps = {
  n: number;
  promoters: number;
  passives: number;
  detractors: number;
  /** −100 to 100, rounded; null without answers. */
  score: number | null;
  /** Half the width of the 95 % interval, in points; null without answers. */
  margin: number | null;
};

/**
 * Net Promoter Score: the share that answered 9 or 10 minus the share that answered 0 to 6, times
 * 100 (F. Reichheld, “The One Number You Need to Grow”, Harvard Business Review, December 2003).
 * The margin is the normal approximation for a mean of values 1, 0 and −1.
 *
 * @param counts how many gave each answer; the index is the answer, 0 to 10
 */
export function npsOf(counts: readonly number[]): Nps {
  const total = (from: number, to: number) =>
    counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  const [detractors, passives, promoters] = [total(0, 6), total(7, 8), total(9, 10)];
  const n = detractors + passives + promoters;
  if (n === 0) return { n, promoters, passives, detractors, score: null, margin: null };
  const mean = (promoters - detractors) / n;
  const variance = (promoters + detractors) / n - mean ** 2;
  return {
    n,
    promoters,
    passives,
    detractors,
    // Rounded away from zero on both sides, so that opposite answers give opposite scores.
    score: Math.sign(mean) * Math.round(Math.abs(mean) * 100),
    margin: Math.round(1.96 * Math.sqrt(variance / n) * 100),
  };
}

/** A part of a whole in percent; null when there is no whole. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : (part / whole) * 100;
}
