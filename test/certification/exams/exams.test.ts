import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bankState,
  canSitExam,
  drawnPerArea,
  type PastAttempt,
  triesOf,
} from "#app/certification/exams/exams.ts";
import { NOW } from "#test/support/factories.ts";
import { DAY, later, MINUTE } from "./scene.ts";

const exam = {
  itemCount: 4,
  timeLimitMinutes: 30,
  passPercent: 70,
  coolingOffDays: 7,
  maxAttempts: 3,
  retiredAt: null,
};
const attempt = (daysAgo: number, passed: boolean | null): PastAttempt => ({
  startedAt: later(-daysAgo * DAY),
  endedAt: passed === null ? null : later(-daysAgo * DAY + 10 * MINUTE),
  passed,
});
const asks = [{ kind: "application" as const, passCountsSince: null }];
const judge = (attempts: PastAttempt[], over: Partial<Parameters<typeof canSitExam>[0]> = {}) =>
  canSitExam({ exam, grounds: asks, attempts, available: 10, now: NOW, ...over });

describe("tries", () => {
  test("nobody who never tried has to wait", () => {
    expect(triesOf(exam, [], NOW)).toEqual({
      attemptsLeft: 3,
      nextTryAt: undefined,
      waitsFor: undefined,
    });
  });

  test("a failed attempt is followed by the cooling-off, counted from its end", () => {
    const { attemptsLeft, nextTryAt, waitsFor } = triesOf(exam, [attempt(2, false)], NOW);
    expect(attemptsLeft).toBe(2);
    expect(waitsFor).toBe("cooling-off");
    expect(nextTryAt).toEqual(later(5 * DAY + 10 * MINUTE));
    expect(triesOf(exam, [attempt(8, false)], NOW).nextTryAt).toBeUndefined();
    expect(
      triesOf({ ...exam, coolingOffDays: 0 }, [attempt(0, false)], later(11 * MINUTE)),
    ).toEqual({
      attemptsLeft: 2,
      nextTryAt: undefined,
      waitsFor: undefined,
    });
  });

  test("after the last one the first has to become twelve months old", () => {
    const attempts = [attempt(300, false), attempt(200, false), attempt(100, false)];
    expect(triesOf(exam, attempts, NOW)).toEqual({
      attemptsLeft: 0,
      nextTryAt: new Date("2026-08-05T03:00:00Z"),
      waitsFor: "attempts",
    });
    expect(triesOf(exam, attempts, new Date("2026-08-05T03:00:00Z")).attemptsLeft).toBe(1);
  });

  test("a pass starts the count anew, so that a renewal each year never runs out", () => {
    const attempts = [attempt(390, false), attempt(380, true), attempt(20, false)];
    expect(triesOf(exam, attempts, NOW).attemptsLeft).toBe(2);
    expect(triesOf(exam, [attempt(3, false), attempt(1, true)], NOW)).toMatchObject({
      attemptsLeft: 3,
      nextTryAt: undefined,
    });
  });

  test("whoever waits until the next try may try then, and not a moment before", () => {
    const histories = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        histories,
        fc.nat(90),
        fc.integer({ min: 1, max: 5 }),
        (days, coolingOffDays, maxAttempts) => {
          const rules = { ...exam, coolingOffDays, maxAttempts };
          const attempts = days.map((ago) => attempt(ago, false));
          const now = later(DAY);
          const { nextTryAt, attemptsLeft } = triesOf(rules, attempts, now);
          if (!nextTryAt) {
            expect(attemptsLeft).toBeGreaterThan(0);
            return;
          }
          expect(triesOf(rules, attempts, later(-1, nextTryAt)).nextTryAt).toEqual(nextTryAt);
          const then = triesOf(rules, attempts, nextTryAt);
          expect(then.nextTryAt).toBeUndefined();
          expect(then.attemptsLeft).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe("whoever may sit an exam", () => {
  test("has a reason to, has not passed, may try again, and there is enough to draw", () => {
    expect(judge([])).toEqual({ ok: true });
    expect(judge([], { grounds: [] })).toMatchObject({ reason: "no-ground" });
    expect(judge([attempt(400, true)])).toMatchObject({ reason: "already-passed" });
    expect(judge([attempt(1, false)])).toMatchObject({ reason: "cooling-off" });
    expect(judge([1, 2, 3].map((ago) => attempt(ago * 30, false)))).toMatchObject({
      reason: "no-attempts-left",
    });
    expect(judge([], { available: 3 })).toMatchObject({ reason: "bank-too-small" });
    expect(judge([], { exam: { ...exam, retiredAt: NOW } })).toMatchObject({ reason: "retired" });
  });

  test("an old pass counts only as long as what asks for it says", () => {
    const recent = [{ kind: "renewal" as const, passCountsSince: later(-60 * DAY) }];
    expect(judge([attempt(61, true)], { grounds: recent })).toEqual({ ok: true });
    expect(judge([attempt(59, true)], { grounds: recent })).toMatchObject({
      reason: "already-passed",
    });
    expect(judge([attempt(61, true)], { grounds: [...asks, ...recent] })).toEqual({ ok: true });
  });
});

describe("the bank", () => {
  test("is too small, thin or enough for an exam, and says which areas are short", () => {
    const inUse = (...counts: number[]) =>
      new Map(counts.map((count, index) => [index + 1, count]));
    expect(bankState(8, inUse(3, 4))).toEqual({
      available: 7,
      state: "too-small",
      shortAreaIds: [1],
    });
    expect(bankState(8, inUse(2, 9))).toEqual({ available: 11, state: "thin", shortAreaIds: [1] });
    expect(bankState(8, inUse(8, 8))).toEqual({ available: 16, state: "enough", shortAreaIds: [] });
    expect(bankState(3, inUse())).toEqual({ available: 0, state: "too-small", shortAreaIds: [] });
  });

  test("gives each area the same number, or one more to some", () => {
    expect(drawnPerArea(20, 8)).toEqual({ least: 2, most: 3 });
    expect(drawnPerArea(8, 8)).toEqual({ least: 1, most: 1 });
    expect(drawnPerArea(8, 0)).toEqual({ least: 0, most: 0 });
  });
});
