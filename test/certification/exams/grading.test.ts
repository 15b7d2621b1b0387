import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkAnswer,
  isRight,
  neededToPass,
  passes,
  sameAnswer,
  scorePercent,
} from "#app/certification/exams/grading.ts";
import { EXAM_ITEM_KINDS } from "#db/vocabulary.ts";

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 8 });
const kinds = fc.constantFrom(...EXAM_ITEM_KINDS);

describe("an answer", () => {
  test("of options that were not shown, or of one twice, is refused", () => {
    fc.assert(
      fc.property(kinds, ids, fc.integer({ min: 100 }), (kind, shown, foreign) => {
        expect(checkAnswer(kind, shown, [foreign])).toEqual({
          ok: false,
          reason: "foreign-option",
        });
        expect(checkAnswer(kind, shown, [...shown, shown[0] ?? 0])).toMatchObject({
          reason: "repeated-option",
        });
        expect(checkAnswer(kind, shown, [Number.NaN])).toMatchObject({ reason: "foreign-option" });
      }),
    );
  });

  test("of nothing is no answer, of any kind", () => {
    for (const kind of EXAM_ITEM_KINDS) {
      expect(checkAnswer(kind, [1, 2], [])).toEqual({ ok: true, answer: null });
    }
  });

  test("to a single choice is one option; to an order, all of them", () => {
    expect(checkAnswer("single", [1, 2, 3], [2])).toEqual({ ok: true, answer: [2] });
    expect(checkAnswer("single", [1, 2, 3], [2, 3])).toMatchObject({ reason: "too-many" });
    expect(checkAnswer("order", [1, 2, 3], [3, 1])).toMatchObject({ reason: "incomplete" });
    expect(checkAnswer("order", [1, 2, 3], [3, 1, 2])).toEqual({ ok: true, answer: [3, 1, 2] });
  });

  test("to a multiple choice is the same in whatever order it comes", () => {
    fc.assert(
      fc.property(ids, fc.nat(), (shown, seed) => {
        const chosen = shown.filter((_, index) => (seed >> index) % 2 === 1);
        const forth = checkAnswer("multiple", shown, chosen);
        const back = checkAnswer("multiple", shown, chosen.toReversed());
        expect(forth).toEqual(back);
      }),
    );
  });
});

describe("grading", () => {
  const keyed = (right: number[]) => (id: number, index: number) => ({
    id,
    position: index + 1,
    isCorrect: right.includes(id),
  });

  test("wants exactly the right choices", () => {
    fc.assert(
      fc.property(ids, fc.nat(), fc.nat(), (shown, rightBits, chosenBits) => {
        const pick = (bits: number) => shown.filter((_, index) => (bits >> index) % 2 === 1);
        const right = pick(rightBits);
        const chosen = pick(chosenBits);
        const expected = chosen.length > 0 && sameAnswer(right, chosen);
        const answer = chosen.length > 0 ? chosen : null;
        expect(isRight("multiple", shown.map(keyed(right)), answer)).toBe(expected);
      }),
    );
  });

  test("wants the whole order, whatever order the options come in", () => {
    fc.assert(
      fc.property(ids, (order) => {
        const options = order.map(keyed([]));
        expect(isRight("order", options.toReversed(), order)).toBe(true);
        expect(isRight("order", options, order.toReversed())).toBe(false);
        expect(isRight("order", options, null)).toBe(false);
      }),
    );
  });

  test("the pass mark is reached by the least number that is enough, and by no smaller one", () => {
    const counts = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 100 }), (itemCount, passPercent) => {
        const needed = neededToPass(itemCount, passPercent);
        expect(passes({ correctCount: needed, itemCount, passPercent })).toBe(true);
        expect(passes({ correctCount: needed - 1, itemCount, passPercent })).toBe(false);
        expect(scorePercent(needed, itemCount)).toBeGreaterThanOrEqual(passPercent);
        expect(scorePercent(needed - 1, itemCount)).toBeLessThan(passPercent);
      }),
    );
    expect(neededToPass(20, 70)).toBe(14);
    expect(neededToPass(8, 70)).toBe(6);
  });
});
