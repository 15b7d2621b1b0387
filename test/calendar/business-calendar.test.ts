import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  afterBusinessTime,
  type BusinessCalendar,
  businessMillisecondsBetween,
  DEFAULT_CALENDAR,
  freeBecause,
} from "#app/calendar/business-calendar.ts";
import { publicHolidaysBetween } from "#app/calendar/public-holidays.ts";
import { minutesOf, timeOfDay } from "#app/calendar/times-of-day.ts";
import { after, HOUR, MINUTE } from "#app/lib/time.ts";

const tokyo = (text: string) => new Date(`${text}:00+09:00`);
const between = (from: Date, to: Date, calendar = DEFAULT_CALENDAR) =>
  businessMillisecondsBetween(calendar, from, to);

describe("in Tokyo, weekdays from nine to six", () => {
  test.each([
    ["inside one day", "2026-06-01T09:00", 8, "2026-06-01T17:00"],
    ["up to closing time itself", "2026-06-01T10:00", 8, "2026-06-01T18:00"],
    ["over a night", "2026-06-01T15:00", 8, "2026-06-02T14:00"],
    ["asked at night", "2026-06-01T23:30", 8, "2026-06-02T17:00"],
    ["asked on Friday evening", "2026-06-05T17:59", 8, "2026-06-08T16:59"],
    ["asked on Saturday", "2026-06-06T12:00", 24, "2026-06-10T15:00"],
    // 昭和の日 is a Wednesday in 2026; then 憲法記念日 is a Sunday, so that 6 May is free as well.
    ["over Golden Week", "2026-04-28T15:00", 8, "2026-04-30T14:00"],
    ["over Golden Week's long end", "2026-05-01T17:00", 8, "2026-05-07T16:00"],
    ["over a day between two holidays", "2026-09-18T17:00", 8, "2026-09-24T16:00"],
  ])("%s", (_case, from, hours, due) => {
    expect(afterBusinessTime(DEFAULT_CALENDAR, tokyo(from), hours * HOUR)).toEqual(tokyo(due));
    expect(between(tokyo(from), tokyo(due))).toBe(hours * HOUR);
  });

  test("counts nothing backwards", () => {
    expect(between(tokyo("2026-06-02T12:00"), tokyo("2026-06-01T12:00"))).toBe(0);
    const now = tokyo("2026-06-06T12:00");
    expect(afterBusinessTime(DEFAULT_CALENDAR, now, 0)).toEqual(now);
  });

  test("says why a day is free", () => {
    const calendar = { ...DEFAULT_CALENDAR, closures: new Set(["2026-12-29"]) };
    expect(freeBecause(calendar, "2026-12-29")).toBe("closure");
    expect(freeBecause(calendar, "2026-05-06")).toBe("holiday");
    expect(freeBecause({ ...calendar, publicHolidays: false }, "2026-05-06")).toBeUndefined();
    expect(freeBecause(calendar, "2026-06-06")).toBe("weekday");
    expect(freeBecause(calendar, "2026-06-08")).toBeUndefined();
  });

  test("knows the holidays of years to come", () => {
    const may = publicHolidaysBetween("2026-05-01", "2026-05-31");
    expect(may.map(({ day }) => day.slice(-2))).toEqual(["03", "04", "05", "06"]);
    expect(may[3]?.nameJa).toContain("振替休日");
    expect(publicHolidaysBetween("2040-01-01", "2040-12-31").length).toBeGreaterThanOrEqual(16);
  });
});

describe("where clocks change", () => {
  const allDay = (timeZone: string, opens = 0, closes = 24 * 60): BusinessCalendar => ({
    timeZone,
    hours: Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, { opens, closes }])),
    publicHolidays: false,
    closures: new Set(),
  });
  const onDay = (calendar: BusinessCalendar, from: string, to: string) =>
    between(new Date(from), new Date(to), calendar) / HOUR;

  test("a day has 23 hours in spring and 25 in autumn", () => {
    const berlin = allDay("Europe/Berlin");
    expect(onDay(berlin, "2026-03-28T23:00Z", "2026-03-29T22:00Z")).toBe(23);
    expect(onDay(berlin, "2026-10-24T22:00Z", "2026-10-25T23:00Z")).toBe(25);
  });

  test("opening time in the hour that is skipped is the moment of the jump", () => {
    const berlin = allDay("Europe/Berlin", 2 * 60 + 30, 10 * 60);
    expect(onDay(berlin, "2026-03-28T23:00Z", "2026-03-29T22:00Z")).toBe(7);
    expect(afterBusinessTime(berlin, new Date("2026-03-29T00:00Z"), HOUR)).toEqual(
      new Date("2026-03-29T02:00Z"),
    );
  });

  test("the hour that comes twice is worked twice", () => {
    const newYork = allDay("America/New_York", 60, 2 * 60);
    expect(onDay(newYork, "2026-11-01T04:00Z", "2026-11-02T05:00Z")).toBe(2);
  });

  test("a half-hour zone that shifts by half an hour", () => {
    const lordHowe = allDay("Australia/Lord_Howe");
    expect(onDay(lordHowe, "2026-10-03T13:30Z", "2026-10-04T13:00Z")).toBe(23.5);
  });

  test("a day that a country left out has no hours", () => {
    const apia = allDay("Pacific/Apia", 9 * 60, 18 * 60);
    expect(onDay(apia, "2011-12-29T19:00Z", "2011-12-31T18:00Z")).toBe(18);
  });
});

const zones = ["Asia/Tokyo", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"];

const calendars: fc.Arbitrary<BusinessCalendar> = fc.record({
  timeZone: fc.constantFrom(...zones),
  hours: fc
    .array(
      fc.record({
        weekday: fc.integer({ min: 0, max: 6 }),
        opens: fc.integer({ min: 0, max: 23 * 60 }),
        length: fc.integer({ min: 60, max: 1440 }),
      }),
      { minLength: 1, maxLength: 7 },
    )
    .map((days) =>
      Object.fromEntries(
        days.map(({ weekday, opens, length }) => [
          weekday,
          { opens, closes: Math.min(opens + length, 1440) },
        ]),
      ),
    ),
  publicHolidays: fc.boolean(),
  closures: fc
    .array(fc.integer({ min: 1, max: 28 }), { maxLength: 5 })
    .map((days) => new Set(days.map((day) => `2026-03-${String(day).padStart(2, "0")}`))),
});
/** Around both changes of the clocks, and the Golden Week. */
const moments = fc
  .integer({ min: 0, max: 300 * 24 * 60 })
  .map((minutes) => after(new Date("2026-02-01T00:00Z"), minutes * MINUTE));
const spans = fc.integer({ min: 0, max: 60 * HOUR });

describe("any calendar", () => {
  test("adding working time and measuring it are inverse", () => {
    fc.assert(
      fc.property(calendars, moments, spans, (calendar, from, span) => {
        const due = afterBusinessTime(calendar, from, span);
        expect(due >= from).toBe(true);
        expect(businessMillisecondsBetween(calendar, from, due)).toBe(span);
        // It is the earliest such moment: a millisecond before, a millisecond is missing.
        if (span > 0) {
          expect(businessMillisecondsBetween(calendar, from, after(due, -1))).toBe(span - 1);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("time adds up over any moment between", () => {
    fc.assert(
      fc.property(calendars, fc.tuple(moments, moments, moments), (calendar, three) => {
        const [a, b, c] = three.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
        const measure = (from: Date, to: Date) => businessMillisecondsBetween(calendar, from, to);
        expect(measure(a, b) + measure(b, c)).toBe(measure(a, c));
        expect(measure(a, b)).toBeLessThanOrEqual(b.getTime() - a.getTime());
      }),
      { numRuns: 60 },
    );
  });

  test("who asks later, or needs longer, is never due earlier", () => {
    fc.assert(
      fc.property(calendars, moments, moments, spans, spans, (calendar, a, b, short, more) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const due = (from: Date, span: number) => afterBusinessTime(calendar, from, span).getTime();
        expect(due(early, short)).toBeLessThanOrEqual(due(late, short));
        expect(due(early, short)).toBeLessThanOrEqual(due(early, short + more));
        // In two parts it comes to the same.
        const half = afterBusinessTime(calendar, early, short);
        expect(due(half, more)).toBe(Math.max(due(early, short + more), half.getTime()));
      }),
      { numRuns: 100 },
    );
  });
});

test("times of day are written and read alike", () => {
  for (const minutes of [0, 545, 1080, 1440]) expect(minutesOf(timeOfDay(minutes))).toBe(minutes);
  for (const wrong of ["", "9", "24:01", "12:60", "-1:00", "ab:cd"]) {
    expect(minutesOf(wrong)).toBeUndefined();
  }
});
