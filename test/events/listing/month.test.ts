import { describe, expect, test } from "vitest";
import { addMonths, byDay, monthIn, spanOf, weeksOf } from "#app/events/listing/month.ts";

test("a month is read from an address, or is the one of today", () => {
  expect(monthIn("2026-12", "2026-06-01")).toBe("2026-12");
  for (const word of [null, "", "2026-13", "2026-1", "1999-12", "x", "2026-12-01"]) {
    expect(monthIn(word, "2026-06-01"), String(word)).toBe("2026-06");
  }
  expect(addMonths("2026-12", 1)).toBe("2027-01");
  expect(addMonths("2026-01", -1)).toBe("2025-12");
});

test("weeks begin on Sunday and cover the month", () => {
  const weeks = weeksOf("2026-02");
  expect(weeks).toHaveLength(4);
  expect(weeks[0]?.[0]).toBe("2026-02-01");
  expect(weeks.at(-1)?.at(-1)).toBe("2026-02-28");
  expect(weeksOf("2026-08")).toHaveLength(6);
  for (const week of weeksOf("2026-08")) expect(week).toHaveLength(7);
});

describe("days in a zone", () => {
  test("the span of a month lasts from midnight to midnight, also where clocks change", () => {
    const weeks = weeksOf("2026-03");
    expect(weeks[0]?.[0]).toBe("2026-03-01");
    expect(weeks.at(-1)?.at(-1)).toBe("2026-04-04");
    expect(spanOf(weeks, "Asia/Tokyo")).toEqual({
      from: new Date("2026-02-28T15:00:00Z"),
      to: new Date("2026-04-04T15:00:00Z"),
    });
    // New York puts its clocks forward on March 8.
    expect(spanOf(weeks, "America/New_York")).toEqual({
      from: new Date("2026-03-01T05:00:00Z"),
      to: new Date("2026-04-05T04:00:00Z"),
    });
  });

  const days = (startsAt: string, endsAt: string, zone: string) =>
    [...byDay([{ startsAt, endsAt }], zone)].map(([day, [first]]) => [day, first?.isFirstDay]);

  test("an evening in Tokyo is the morning of another month elsewhere", () => {
    const evening = ["2026-06-30T15:30:00Z", "2026-06-30T17:00:00Z"] as const;
    expect(days(...evening, "Asia/Tokyo")).toEqual([["2026-07-01", true]]);
    expect(days(...evening, "America/New_York")).toEqual([["2026-06-30", true]]);
  });

  test("an event of several days touches each; one until midnight not the next", () => {
    expect(days("2026-06-30T01:00:00Z", "2026-07-02T08:00:00Z", "Asia/Tokyo")).toEqual([
      ["2026-06-30", true],
      ["2026-07-01", false],
      ["2026-07-02", false],
    ]);
    expect(days("2026-06-30T09:00:00Z", "2026-06-30T15:00:00Z", "Asia/Tokyo")).toEqual([
      ["2026-06-30", true],
    ]);
  });
});
