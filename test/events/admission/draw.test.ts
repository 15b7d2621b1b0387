import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draw, type Entry } from "#app/events/admission/draw.ts";
import { drawTicket } from "#app/events/admission/drawing.server.ts";

const entries = fc
  .record({
    places: fc.integer({ min: 0, max: 12 }),
    groupCap: fc.option(fc.integer({ min: 1, max: 3 })),
    taken: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 30 }),
    groups: fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 30, maxLength: 30 }),
  })
  .map(
    ({ places, groupCap, taken, numbers, groups }): Entry => ({
      places,
      groupCap,
      groups: taken.map((count, index) => ({ group: index + 1, taken: count })),
      entrants: numbers.map((number, index) => ({ number, group: groups[index] ?? null })),
    }),
  );
const seeds = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((seed) => Buffer.from(seed).toString("hex"));

describe("a draw", () => {
  test("gives known results for a known seed", async () => {
    // HMAC-SHA256 of "1", "2" and "3" under 32 zero bytes, computed with OpenSSL.
    const seed = "00".repeat(32);
    const tickets = [1, 2, 3].map((number) => ({ number, ticket: drawTicket(seed, number) }));
    expect(tickets.map(({ ticket }) => ticket.slice(0, 8))).toEqual([
      "41e0a944",
      "b18d08c0",
      "bf2fe4cd",
    ]);
    const order = tickets
      .toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1))
      .map(({ number }) => number);
    const entrants = [1, 2, 3].map((number) => ({ number, group: null }));
    const held = await draw({ places: 2, groupCap: null, groups: [], entrants }, (number) =>
      drawTicket(seed, number),
    );
    expect([...held.drawn, ...held.waiting]).toEqual(order);
    expect(held.drawn).toHaveLength(2);
  });

  test("gives everybody one outcome, and no more places than there are, to no group more than its cap", async () => {
    await fc.assert(
      fc.asyncProperty(entries, seeds, async (entry, seed) => {
        const { drawn, waiting } = await draw(entry, (number) => drawTicket(seed, number));
        expect([...drawn, ...waiting].sort((a, b) => a - b)).toEqual(
          entry.entrants.map(({ number }) => number).sort((a, b) => a - b),
        );
        expect(drawn.length).toBeLessThanOrEqual(entry.places);
        const groupOf = new Map(entry.entrants.map(({ number, group }) => [number, group]));
        const room = (group: number) => {
          const taken = entry.groups.find((one) => one.group === group)?.taken ?? 0;
          const won = drawn.filter((number) => groupOf.get(number) === group).length;
          return (entry.groupCap ?? Number.POSITIVE_INFINITY) - taken - won;
        };
        for (const { group } of entry.groups) {
          const won = drawn.filter((number) => groupOf.get(number) === group).length;
          if (won > 0) expect(room(group)).toBeGreaterThanOrEqual(0);
        }
        // A place stays free only when everybody who waits is kept out by the cap.
        if (drawn.length < entry.places) {
          for (const number of waiting) {
            const group = groupOf.get(number);
            expect(group === null || group === undefined ? 1 : room(group)).toBeLessThanOrEqual(0);
          }
        }
      }),
    );
  });

  test("can be held again by anybody, in whatever order entrants are listed", async () => {
    await fc.assert(
      fc.asyncProperty(entries, seeds, async (entry, seed) => {
        const hmac = (number: number) =>
          createHmac("sha256", Buffer.from(seed, "hex")).update(`${number}`, "ascii").digest("hex");
        const again = { ...entry, entrants: entry.entrants.toReversed() };
        const held = await draw(entry, (number) => drawTicket(seed, number));
        expect(await draw(again, hmac)).toEqual(held);
      }),
    );
  });

  test("favours nobody: over many seeds each of ten wins about as often", async () => {
    const entrants = Array.from({ length: 10 }, (_, index) => ({ number: index + 1, group: null }));
    const wins = new Map<number, number>();
    for (let round = 0; round < 2_000; round += 1) {
      const seed = createHmac("sha256", "rounds").update(String(round)).digest("hex");
      const { drawn } = await draw({ places: 3, groupCap: null, groups: [], entrants }, (number) =>
        drawTicket(seed, number),
      );
      for (const number of drawn) wins.set(number, (wins.get(number) ?? 0) + 1);
    }
    // 600 expected each; five standard deviations are about 102.
    for (const { number } of entrants) {
      expect(wins.get(number)).toBeGreaterThan(490);
      expect(wins.get(number)).toBeLessThan(710);
    }
  });
});
