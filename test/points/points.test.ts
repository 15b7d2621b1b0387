import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  barOf,
  type Change,
  countDeeds,
  DAILY_CAP,
  type Deed,
  missingRows,
  POINTS,
  type Standing,
} from "#app/points/points.ts";

const ME = 1;
const base: Deed = {
  personId: ME,
  reason: "helpful-vote",
  answerId: 1,
  questionId: 1,
  giverId: 2,
  askerId: 3,
  askerOrganisationId: 30,
  answererOrganisationId: 10,
  giverOrganisationId: 20,
  inRing: false,
  at: new Date("2026-06-01T00:00:00Z"),
  day: "2026-06-01",
};

const anyDeed: fc.Arbitrary<Deed> = fc
  .record({
    reason: fc.constantFrom("helpful-vote" as const, "accepted-answer" as const),
    answerId: fc.integer({ min: 1, max: 8 }),
    giverId: fc.integer({ min: 2, max: 6 }),
    giverOrganisationId: fc.constantFrom(20, 20, 20, 10),
    inRing: fc.nat({ max: 4 }).map((n) => n === 0),
    minute: fc.nat({ max: 3 }),
    date: fc.constantFrom("2026-06-01", "2026-06-02"),
  })
  .map(({ minute, date, ...deed }) => ({
    ...base,
    ...deed,
    day: date,
    at: new Date(`${date}T00:0${minute}:00Z`),
  }));

/** One deed per answer, giver and kind, as the tables allow. */
const deeds = fc.uniqueArray(anyDeed, {
  selector: ({ reason, answerId, giverId }) =>
    reason === "accepted-answer" ? `a ${answerId}` : `v ${answerId} ${giverId}`,
  maxLength: 40,
});

/** A ledger in memory. */
function ledger() {
  const rows: Change[] = [];
  return {
    rows,
    follow(now: Deed[]) {
      rows.push(...missingRows(countDeeds(now), standingsOf(rows)));
    },
    total: () => rows.reduce((sum, { amount }) => sum + amount, 0),
  };
}

function standingsOf(rows: Change[]): Standing[] {
  const standings = new Map<string, Standing>();
  for (const { amount, explanation, detail: _, ...of } of rows) {
    const key = JSON.stringify([of.reason, of.answerId, of.giverId, of.day]);
    const counts = (standings.get(key)?.counts ?? 0) + amount;
    standings.set(key, { ...of, counts, last: explanation });
  }
  return [...standings.values()];
}

/** What deeds count, said once more and differently: per day, what is not barred, up to the cap. */
function expectedTotal(now: Deed[]): number {
  let total = 0;
  for (const day of new Set(now.map((deed) => deed.day))) {
    const worth = now
      .filter((deed) => deed.day === day && deed.giverOrganisationId !== 10)
      .filter((deed) => deed.reason === "accepted-answer" || !deed.inRing)
      .map(({ reason }) => POINTS[reason]);
    total += Math.min(
      DAILY_CAP,
      worth.reduce((a, b) => a + b, 0),
    );
  }
  return total;
}

describe("what bars points", () => {
  test.each([
    ["nothing", {}, undefined],
    ["one's own question", { askerId: ME }, "own-question"],
    ["accepting one's own answer", { giverId: ME }, "own-question"],
    ["a voter of the same organisation", { giverOrganisationId: 10 }, "same-organisation"],
    ["a ring", { inRing: true }, "ring"],
    ["a ring, but for an accepted answer", { inRing: true, reason: "accepted-answer" }, undefined],
    [
      "an asker of the same organisation, who is not the voter",
      { askerOrganisationId: 10 },
      undefined,
    ],
    [
      "staff accepting for an asker of the same organisation",
      { reason: "accepted-answer", giverOrganisationId: null, askerOrganisationId: 10 },
      "same-organisation",
    ],
    [
      "staff among themselves",
      { giverOrganisationId: null, answererOrganisationId: null },
      "same-organisation",
    ],
  ] satisfies [string, Partial<Deed>, ReturnType<typeof barOf>][])("%s", (_name, values, bar) => {
    expect(barOf({ ...base, ...values })).toBe(bar);
  });
});

describe("the day's cap", () => {
  test("is filled by accepted answers first; the last to fit counts in part", () => {
    const accepted = [1, 2, 3].map((answerId) => ({
      ...base,
      reason: "accepted-answer" as const,
      answerId,
      at: new Date("2026-06-01T10:00:00Z"),
    }));
    const votes = [11, 12, 13, 14, 15, 16].map((giverId) => ({ ...base, giverId }));
    const counted = countDeeds([...votes, ...accepted]);
    expect(counted.map(({ counts }) => counts)).toEqual([15, 15, 15, 3, 3, 3, 3, 3, 0]);
    expect(counted.at(-1)?.verdict).toBe("capped");
    const partial = countDeeds([
      ...Array.from({ length: 19 }, (_, n) => ({ ...base, giverId: 100 + n })),
      { ...base, reason: "accepted-answer" as const, at: new Date("2026-06-01T14:59:00Z") },
    ]);
    expect(partial.reduce((sum, { counts }) => sum + counts, 0)).toBe(DAILY_CAP);
  });
});

describe("the ledger", () => {
  test("says what the deeds count, whatever it went through, and is then left alone", () => {
    fc.assert(
      fc.property(fc.array(deeds, { minLength: 1, maxLength: 6 }), (history) => {
        const book = ledger();
        for (const now of history) {
          book.follow(now);
          expect(book.total()).toBe(expectedTotal(now));
          const { length } = book.rows;
          book.follow(now);
          expect(book.rows).toHaveLength(length);
        }
      }),
    );
  });

  test("comes to the same by any order of the same deeds", () => {
    fc.assert(
      fc.property(
        deeds.chain((all) =>
          fc.tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.constant(all)),
        ),
        ([shuffled, all]) => {
          const [one, other] = [ledger(), ledger()];
          for (let n = 1; n <= all.length; n++) {
            one.follow(all.slice(0, n));
            other.follow(shuffled.slice(0, n));
          }
          const counts = (rows: Change[]) =>
            standingsOf(rows)
              .filter((standing) => standing.counts !== 0)
              .map(({ last: _, ...standing }) => JSON.stringify(standing))
              .sort();
          expect(counts(other.rows)).toEqual(counts(one.rows));
          expect(other.total()).toBe(expectedTotal(all));
        },
      ),
    );
  });

  test("explains each row by what it leads to", () => {
    const book = ledger();
    const last = () => book.rows.at(-1);
    book.follow([base]);
    expect(last()).toMatchObject({ amount: 3, explanation: "earned", detail: { counts: 3 } });
    book.follow([{ ...base, inRing: true }]);
    expect(last()).toMatchObject({ amount: -3, explanation: "ring", detail: { counts: 0 } });
    book.follow([base]);
    expect(last()).toMatchObject({ amount: 3, explanation: "corrected", detail: { counts: 3 } });
    book.follow([]);
    expect(last()).toMatchObject({ amount: -3, explanation: "taken-back" });
    book.follow([base]);
    expect(last()).toMatchObject({ amount: 3, explanation: "earned" });
    book.follow([{ ...base, giverOrganisationId: 10, answerId: 2 }]);
    expect(book.rows.slice(-2)).toMatchObject([
      { amount: 0, explanation: "same-organisation" },
      { amount: -3, explanation: "taken-back" },
    ]);
    expect(book.rows).toHaveLength(7);
  });
});
