import { addMonths } from "#app/certification/credentials/credentials.ts";
import { after, DAY } from "#app/lib/time.ts";
import type { Locale } from "#db/vocabulary.ts";

/** Attempts are counted for so many months, so that nobody is locked out for good. */
export const ATTEMPTS_COUNT_MONTHS = 12;

/** What an exam asks of those who sit it. */
export type ExamTerms = {
  itemCount: number;
  timeLimitMinutes: number;
  passPercent: number;
  coolingOffDays: number;
  maxAttempts: number;
};

export const EXAM_LIMITS = {
  itemCount: { min: 1, max: 200 },
  timeLimitMinutes: { min: 1, max: 480 },
  passPercent: { min: 1, max: 100 },
  coolingOffDays: { min: 0, max: 365 },
  maxAttempts: { min: 1, max: 100 },
} as const satisfies Record<keyof ExamTerms, { min: number; max: number }>;

/** What staff fill in about an exam, in the order of its form. */
export const EXAM_FIELDS = [
  "nameJa",
  "nameEn",
  "slug",
  "locale",
  "itemCount",
  "timeLimitMinutes",
  "passPercent",
  "coolingOffDays",
  "maxAttempts",
  "areaIds",
] as const;
export type ExamField = (typeof EXAM_FIELDS)[number];

export type PastAttempt = { startedAt: Date; endedAt: Date | null; passed: boolean | null };

/** How often and from when somebody may try, as far as their own attempts decide it. */
export type Tries = {
  attemptsLeft: number;
  /** The next moment an attempt may begin; undefined when that is now. */
  nextTryAt: Date | undefined;
  /** What makes them wait. */
  waitsFor: "cooling-off" | "attempts" | undefined;
};

/**
 * Counts attempts since the last passed one, each for twelve months from its beginning. After a
 * failed one there is the cooling-off.
 */
export function triesOf(
  exam: Pick<ExamTerms, "coolingOffDays" | "maxAttempts">,
  attempts: readonly PastAttempt[],
  now: Date,
): Tries {
  const sorted = attempts.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  const sincePass = sorted.slice(sorted.findLastIndex(({ passed }) => passed === true) + 1);
  const counted = sincePass.filter(({ startedAt }) => countsUntil(startedAt) > now);
  const last = sincePass.findLast(({ endedAt }) => endedAt !== null);
  const attemptsLeft = Math.max(0, exam.maxAttempts - counted.length);
  const full = counted[counted.length - exam.maxAttempts];
  const spentUntil = full && countsUntil(full.startedAt);
  const coolUntil = last?.endedAt ? after(last.endedAt, exam.coolingOffDays * DAY) : undefined;
  const waits = [spentUntil, coolUntil].filter((moment) => moment !== undefined && moment > now);
  const nextTryAt = waits.reduce((a, b) => (a && b && a > b ? a : b), undefined);
  const waitsFor = nextTryAt && (nextTryAt === spentUntil ? "attempts" : "cooling-off");
  return { attemptsLeft, nextTryAt, waitsFor };
}

const countsUntil = (startedAt: Date) => addMonths(startedAt, ATTEMPTS_COUNT_MONTHS);

/** Why somebody may sit an exam; a pass from `passCountsSince` on (null: any) already serves it. */
export type Ground = {
  kind: "application" | "renewal";
  passCountsSince: Date | null;
};

export type SittingRefusal =
  | "retired"
  | "no-ground"
  | "already-passed"
  | "cooling-off"
  | "no-attempts-left"
  | "bank-too-small";

/**
 * Whether somebody may begin an attempt now; the start button and the command both ask this.
 *
 * @param grounds what the person needs the exam for
 * @param available items in use that the exam can draw from
 */
export function canSitExam({
  exam,
  grounds,
  attempts,
  available,
  now,
}: {
  exam: ExamTerms & { retiredAt: Date | null };
  grounds: readonly Ground[];
  attempts: readonly PastAttempt[];
  available: number;
  now: Date;
}): { ok: true } | { ok: false; reason: SittingRefusal; nextTryAt?: Date } {
  if (exam.retiredAt) return { ok: false, reason: "retired" };
  if (grounds.length === 0) return { ok: false, reason: "no-ground" };
  if (grounds.every((ground) => isServed(ground, attempts))) {
    return { ok: false, reason: "already-passed" };
  }
  const { nextTryAt, waitsFor } = triesOf(exam, attempts, now);
  if (waitsFor === "attempts") return { ok: false, reason: "no-attempts-left", nextTryAt };
  if (waitsFor === "cooling-off") return { ok: false, reason: "cooling-off", nextTryAt };
  if (available < exam.itemCount) return { ok: false, reason: "bank-too-small" };
  return { ok: true };
}

function isServed({ passCountsSince }: Ground, attempts: readonly PastAttempt[]): boolean {
  return attempts.some(
    ({ passed, endedAt }) =>
      passed === true && endedAt !== null && (!passCountsSince || endedAt >= passCountsSince),
  );
}

export function examName(exam: { nameJa: string; nameEn: string }, locale: Locale): string {
  return locale === "en" ? exam.nameEn : exam.nameJa;
}

/**
 * How many items an exam draws from each of its areas: the same number, or one more of it in some.
 */
export function drawnPerArea(itemCount: number, areas: number): { least: number; most: number } {
  if (areas === 0) return { least: 0, most: 0 };
  return { least: Math.floor(itemCount / areas), most: Math.ceil(itemCount / areas) };
}

export type BankState = {
  /** Items in use in the exam's areas and language. */
  available: number;
  /** `too-small`: cannot be drawn; `thin`: every second item comes again in the next attempt. */
  state: "enough" | "thin" | "too-small";
  /** Areas that have fewer items than their equal part. */
  shortAreaIds: number[];
};

/** Whether the bank suffices for an exam, from the number of items in use of each of its areas. */
export function bankState(itemCount: number, inUse: ReadonlyMap<number, number>): BankState {
  const available = [...inUse.values()].reduce((sum, count) => sum + count, 0);
  const { least } = drawnPerArea(itemCount, inUse.size);
  const state = available < itemCount ? "too-small" : available < 2 * itemCount ? "thin" : "enough";
  const shortAreaIds = [...inUse].filter(([, count]) => count < least).map(([areaId]) => areaId);
  return { available, state, shortAreaIds };
}
