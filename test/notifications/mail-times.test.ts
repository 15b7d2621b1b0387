import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_SCHEDULE, mailDueAt, type Schedule } from "#app/notifications/mail-times.ts";
import type { MailChoice } from "#db/vocabulary.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** With and without summer time, on both halves of the globe, by half hours, across the date line. */
const ZONES = [
  "Asia/Tokyo",
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Pacific/Auckland",
  "Pacific/Apia",
  "Atlantic/Azores",
];

const due = (
  moment: string | Date,
  mail: MailChoice,
  schedule: Partial<Schedule> = {},
  timeZone = "Asia/Tokyo",
) =>
  mailDueAt(new Date(moment), {
    mail,
    schedule: { ...DEFAULT_SCHEDULE, ...schedule },
    timeZone,
  })?.toISOString();

/** What clocks show, found without the code under test. */
function clock(moment: number, timeZone: string) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  return {
    hour: Number(part("hour")),
    minute: Number(part("minute")),
    weekday: days.indexOf(part("weekday")) + 1,
  };
}

const moments = fc
  .integer({ min: Date.UTC(2024, 0, 1) / MINUTE, max: Date.UTC(2028, 0, 1) / MINUTE })
  .map((minutes) => minutes * MINUTE);
const zones = fc.constantFrom(...ZONES);
const hours = fc.integer({ min: 0, max: 23 });

/** Quarters of an hour around which clocks change, where mistakes would be. */
const changes = fc
  .tuple(
    fc.constantFrom(
      Date.UTC(2026, 2, 29, 1),
      Date.UTC(2026, 9, 25, 1),
      Date.UTC(2026, 2, 8, 7),
      Date.UTC(2026, 10, 1, 6),
      Date.UTC(2026, 8, 6, 4),
      Date.UTC(2026, 3, 5, 3),
      Date.UTC(2026, 3, 4, 15),
      Date.UTC(2026, 9, 3, 15),
    ),
    fc.integer({ min: -120, max: 120 }),
  )
  .map(([change, quarters]) => change + quarters * 15 * MINUTE);

describe("mail at once", () => {
  test("is due at once, or when the quiet hours end", () => {
    const quiet = { quiet: { from: 21, until: 8 } };
    expect(due("2026-06-01T03:00:00Z", "at-once", quiet)).toBe("2026-06-01T03:00:00.000Z");
    expect(due("2026-06-01T11:59:59Z", "at-once", quiet)).toBe("2026-06-01T11:59:59.000Z");
    expect(due("2026-06-01T12:00:00Z", "at-once", quiet)).toBe("2026-06-01T23:00:00.000Z");
    expect(due("2026-06-01T20:00:00Z", "at-once", quiet)).toBe("2026-06-01T23:00:00.000Z");
    expect(due("2026-06-01T23:00:00Z", "at-once", quiet)).toBe("2026-06-01T23:00:00.000Z");
    const noon = { quiet: { from: 12, until: 13 } };
    expect(due("2026-06-01T03:30:00Z", "at-once", noon)).toBe("2026-06-01T04:00:00.000Z");
  });

  test("waits for the first moment that is not quiet, in every zone, whatever clocks do", () => {
    fc.assert(
      fc.property(fc.oneof(moments, changes), zones, hours, hours, (moment, zone, from, until) => {
        fc.pre(from !== until);
        const isQuiet = (at: number) => {
          const { hour } = clock(at, zone);
          return from < until ? hour >= from && hour < until : hour >= from || hour < until;
        };
        let first = moment;
        // Clocks change and hours begin on full quarters everywhere.
        while (isQuiet(first)) first = (Math.floor(first / (15 * MINUTE)) + 1) * 15 * MINUTE;
        expect(due(new Date(moment), "at-once", { quiet: { from, until } }, zone)).toBe(
          new Date(first).toISOString(),
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe("a digest", () => {
  test("comes at the hour, and on the weekday, of the reader's zone", () => {
    expect(due("2026-06-01T03:00:00Z", "daily")).toBe("2026-06-01T23:00:00.000Z");
    expect(due("2026-06-01T22:59:59Z", "daily")).toBe("2026-06-01T23:00:00.000Z");
    // What happens as the clock strikes is for the next one, which the first may already have left.
    expect(due("2026-06-01T23:00:00Z", "daily")).toBe("2026-06-02T23:00:00.000Z");
    // The first of June 2026 is a Monday.
    expect(due("2026-06-01T03:00:00Z", "weekly")).toBe("2026-06-07T23:00:00.000Z");
    const friday = { digestWeekday: 5, digestHour: 17 };
    expect(due("2026-06-01T03:00:00Z", "weekly", friday)).toBe("2026-06-05T08:00:00.000Z");
    expect(due("2026-06-01T03:00:00Z", "daily", { digestHour: 0 })).toBe(
      "2026-06-01T15:00:00.000Z",
    );
  });

  test("is right on the days on which clocks change", () => {
    const early = { digestHour: 2 };
    // 29 March 2026 in Berlin has no two o'clock, 25 October has two.
    expect(due("2026-03-28T12:00:00Z", "daily", early, "Europe/Berlin")).toBe(
      "2026-03-29T01:00:00.000Z",
    );
    expect(due("2026-10-24T12:00:00Z", "daily", early, "Europe/Berlin")).toBe(
      "2026-10-25T00:00:00.000Z",
    );
    expect(due("2026-10-25T00:30:00Z", "daily", early, "Europe/Berlin")).toBe(
      "2026-10-26T01:00:00.000Z",
    );
  });

  test("comes within a day or a week and a bit, at its hour unless clocks skip it", () => {
    const choices = fc.constantFrom("daily" as const, "weekly" as const);
    const weekdays = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(
        fc.oneof(moments, changes),
        zones,
        hours,
        weekdays,
        choices,
        (moment, zone, digestHour, digestWeekday, mail) => {
          const at = new Date(
            due(new Date(moment), mail, { digestHour, digestWeekday }, zone) ?? 0,
          ).getTime();
          expect(at).toBeGreaterThan(moment);
          expect(at - moment).toBeLessThanOrEqual((mail === "daily" ? 25 : 7 * 24 + 1) * HOUR);
          const { hour, minute, weekday } = clock(at, zone);
          if (mail === "weekly") expect(weekday).toBe(digestWeekday);
          if (hour === digestHour)
            expect(minute === 0 || clock(at - MINUTE, zone).hour !== hour - 1).toBe(true);
          else expect(clock(at - MINUTE, zone).hour).toBeLessThan(digestHour);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("is one a day: whatever happens between two strikes is due at the same moment", () => {
    fc.assert(
      fc.property(fc.oneof(moments, changes), zones, hours, (moment, zone, digestHour) => {
        const first = due(new Date(moment), "daily", { digestHour }, zone) ?? "";
        const before = new Date(Date.parse(first) - MINUTE);
        expect(due(before, "daily", { digestHour }, zone)).toBe(first);
        const next = due(first, "daily", { digestHour }, zone) ?? "";
        const gap = Date.parse(next) - Date.parse(first);
        expect(gap).toBeGreaterThanOrEqual(23 * HOUR);
        expect(gap).toBeLessThanOrEqual(25 * HOUR);
      }),
      { numRuns: 300 },
    );
  });
});

test("no mail is due when none is wanted", () => {
  expect(due("2026-06-01T03:00:00Z", "off")).toBeUndefined();
});
