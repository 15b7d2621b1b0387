import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  drawItems,
  type Random,
  shuffled,
  shuffledOptions,
} from "#app/certification/exams/drawing.ts";

/** Numbers that fast-check chooses, and shrinks. */
const randoms: fc.Arbitrary<Random> = fc.infiniteStream(fc.nat(2 ** 30)).map((numbers) => {
  return (below) => (numbers.next().value as number) % below;
});
const pools = fc
  .array(fc.nat(5), { maxLength: 60 })
  .map((areas) => areas.map((areaId, index) => ({ id: index + 1, areaId })));

describe("a draw", () => {
  test("gives as many different items of the pool as asked for, or nothing", () => {
    fc.assert(
      fc.property(pools, fc.integer({ min: 1, max: 40 }), randoms, (pool, count, random) => {
        const drawn = drawItems(pool, { count, random });
        if (pool.length < count) {
          expect(drawn).toBeUndefined();
          return;
        }
        expect(drawn).toHaveLength(count);
        expect(new Set(drawn).size).toBe(count);
        expect(drawn?.every((item) => pool.includes(item))).toBe(true);
      }),
    );
  });

  test("takes equal parts: two areas differ by one, unless the smaller has no more to give", () => {
    fc.assert(
      fc.property(pools, fc.integer({ min: 1, max: 40 }), randoms, (pool, count, random) => {
        const drawn = drawItems(pool, { count, random });
        if (!drawn) return;
        const size = (items: { areaId: number }[], area: number) =>
          items.filter(({ areaId }) => areaId === area).length;
        const areas = [...new Set(pool.map(({ areaId }) => areaId))];
        for (const area of areas) {
          for (const other of areas) {
            const isEmpty = size(drawn, area) === size(pool, area);
            expect(size(drawn, area) >= size(drawn, other) - 1 || isEmpty).toBe(true);
          }
        }
      }),
    );
  });

  test("can give every item, in every place", () => {
    const pool = Array.from({ length: 8 }, (_, index) => ({ id: index, areaId: index % 2 }));
    const seen = new Set<string>();
    let state = 1;
    const random: Random = (below) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    for (let round = 0; round < 400; round += 1) {
      const drawn = drawItems(pool, { count: 4, random }) ?? [];
      for (const [place, { id }] of drawn.entries()) seen.add(`${id} ${place}`);
    }
    expect(seen.size).toBe(8 * 4);
  });
});

describe("a shuffle", () => {
  test("keeps what it was given, each once", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), randoms, (list, random) => {
        const before = [...list];
        expect(shuffled(list, random).toSorted()).toEqual(before.toSorted());
        expect(list).toEqual(before);
      }),
    );
  });

  test("favours no order", () => {
    const counts = new Map<string, number>();
    let state = 7;
    const random: Random = (below) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    for (let round = 0; round < 6_000; round += 1) {
      const order = shuffled([1, 2, 3], random).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  test("of options to be put in order never shows the right order", () => {
    const options = fc.uniqueArray(fc.nat(), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(options, randoms, (ids, random) => {
        const shown = shuffledOptions("order", ids, random);
        expect(shown.toSorted()).toEqual(ids.toSorted());
        expect(shown).not.toEqual(ids);
      }),
    );
  });
});
