import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  localOf,
  momentOfLocal,
  RHYTHMS,
  shifted,
  turnsLater,
} from "#app/events/organising/local-time.ts";

const ZONES = ["Asia/Tokyo", "America/New_York", "Europe/Berlin", "Asia/Kolkata", "UTC"];

describe("a time as clocks show it", () => {
  test("is read in its zone", () => {
    expect(momentOfLocal("2026-12-03T19:00", "Asia/Tokyo")).toEqual(
      new Date("2026-12-03T10:00:00Z"),
    );
  });

  test("that clocks skip is refused, that they show twice is the first", () => {
    expect(momentOfLocal("2026-03-08T02:30", "America/New_York")).toBe("skipped");
    expect(momentOfLocal("2026-11-01T01:30", "America/New_York")).toEqual(
      new Date("2026-11-01T05:30:00Z"),
    );
  });

  for (const typed of [
    "",
    "tomorrow",
    "2026-02-30T10:00",
    "2026-12-03T24:00",
    "2026-12-03T10:60",
  ]) {
    test(`“${typed}” is none`, () => {
      expect(momentOfLocal(typed, "Asia/Tokyo")).toBe("nonsense");
    });
  }

  test("comes back as it was typed", () => {
    const minute = fc.integer({ min: 30_000_000, max: 32_000_000 });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), minute, (zone, minutes) => {
        const moment = new Date(minutes * 60_000);
        const typed = localOf(zone, moment);
        const read = momentOfLocal(typed, zone);
        if (typeof read === "string") throw new Error(`${typed} is ${read}`);
        expect(localOf(zone, read)).toBe(typed);
      }),
    );
  });
});

describe("what is shifted", () => {
  test("keeps its distance by the clock over a change of clocks", () => {
    const from = new Date("2026-10-20T17:00:00Z");
    const to = new Date("2026-11-10T18:00:00Z");
    const deadline = new Date("2026-10-17T16:00:00Z");
    const moved = shifted("America/New_York", deadline, { from, to });
    expect(localOf("America/New_York", moved)).toBe("2026-11-07T12:00");
  });

  test("comes again at the same time of day", () => {
    const start = new Date("2026-01-31T10:00:00Z");
    const turn = (rhythm: (typeof RHYTHMS)[number], count: number) =>
      localOf("Asia/Tokyo", turnsLater("Asia/Tokyo", start, rhythm, count));
    expect(turn("week", 1)).toBe("2026-02-07T19:00");
    expect(turn("fortnight", 2)).toBe("2026-02-28T19:00");
    expect(turn("month-day", 1)).toBe("2026-02-28T19:00");
    expect(turn("month-day", 2)).toBe("2026-03-31T19:00");
    // The fifth Saturday; February has four.
    expect(turn("month-weekday", 1)).toBe("2026-02-28T19:00");
    expect(turn("month-weekday", 4)).toBe("2026-05-30T19:00");
  });

  test("goes on in order, at its time of day, on its weekday", () => {
    const minute = fc.integer({ min: 29_800_000, max: 31_000_000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...RHYTHMS),
        minute,
        fc.integer({ min: 1, max: 12 }),
        (rhythm, minutes, count) => {
          const start = new Date(minutes * 60_000);
          const later = turnsLater("Asia/Tokyo", start, rhythm, count);
          const before = turnsLater("Asia/Tokyo", start, rhythm, count - 1);
          expect(later.getTime()).toBeGreaterThan(before.getTime());
          const [a, b] = [localOf("Asia/Tokyo", start), localOf("Asia/Tokyo", later)];
          expect(b.slice(11)).toBe(a.slice(11));
          if (rhythm !== "month-day") {
            expect(new Date(`${b}:00Z`).getUTCDay()).toBe(new Date(`${a}:00Z`).getUTCDay());
          }
        },
      ),
    );
  });
});
