import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { after, DAY, dayIn, HOUR, MINUTE } from "#app/lib/time.ts";
import { HORIZON_DAYS } from "#app/pair-sessions/pair-sessions.ts";
import {
  type Availability,
  nearestSlots,
  openSlots,
  slotsByDay,
} from "#app/pair-sessions/slots.ts";
import { mergeSpans, type WeeklySpan } from "#app/pair-sessions/weekly-hours.ts";

const ZONES = [
  "Asia/Tokyo",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "America/Santiago",
  "Africa/Cairo",
  "Asia/Kathmandu",
  "Pacific/Chatham",
];

/** Around the days on which clocks change in these zones, and days on which none do. */
const STARTS = [
  "2026-03-01T00:00:00Z",
  "2026-03-20T07:11:00Z",
  "2026-03-28T23:40:00Z",
  "2026-04-04T14:59:00Z",
  "2026-04-20T00:00:00Z",
  "2026-07-01T12:00:00Z",
  "2026-09-05T02:00:00Z",
  "2026-10-02T13:31:00Z",
  "2026-10-24T22:05:00Z",
  "2026-10-31T23:00:00Z",
];

const quarters = (from: number, to: number) =>
  fc.integer({ min: from / 15, max: to / 15 }).map((quarter) => quarter * 15);

const spans: fc.Arbitrary<WeeklySpan[]> = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), quarters(0, 1425), quarters(15, 1440))
    .filter(([, from, to]) => from < to)
    .map(([weekday, fromMinute, toMinute]) => ({ weekday, fromMinute, toMinute })),
  { maxLength: 8 },
);

const situations = fc.record({
  zone: fc.constantFrom(...ZONES),
  ownZone: fc.constantFrom(...ZONES),
  now: fc.constantFrom(...STARTS).map((text) => new Date(text)),
  spans,
  noticeHours: fc.constantFrom(0, 1, 24, 168),
  away: fc.array(fc.tuple(fc.integer({ min: -2, max: 30 }), fc.integer({ min: 0, max: 5 })), {
    maxLength: 3,
  }),
  busy: fc.array(fc.integer({ min: 0, max: HORIZON_DAYS * 96 }), { maxLength: 40 }),
});

type Situation = typeof situations extends fc.Arbitrary<infer S> ? S : never;

function availabilityOf({ zone, ownZone, now, spans, noticeHours, away, busy }: Situation) {
  const day = (offset: number) => dayIn(ownZone, after(now, offset * DAY));
  const availability: Availability = {
    spans: mergeSpans(spans).map((span) => ({ ...span, timeZone: zone })),
    noticeHours,
    ownTimeZone: ownZone,
    absences: away.map(([from, length]) => ({ fromDay: day(from), toDay: day(from + length) })),
    busy: busy.map((quarter) => onGrid(after(now, quarter * 15 * MINUTE))),
  };
  return availability;
}

const onGrid = (moment: Date) => new Date(Math.floor(moment.getTime() / 900_000) * 900_000);

/** What clocks in a zone show at a moment: an independent reading by the zone's own data. */
function wallClock(format: Intl.DateTimeFormat, moment: Date) {
  const parts = Object.fromEntries(
    format.formatToParts(moment).map(({ type, value }) => [type, value]),
  );
  const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    weekday: weekdays.indexOf(parts.weekday ?? "") + 1,
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

const clockOf = (timeZone: string) =>
  new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });

/** Every quarter of an hour asked one by one: slow, and without any arithmetic of days. */
function openByLooking(availability: Availability, zone: string, now: Date): number[] {
  const { noticeHours, absences, ownTimeZone, busy } = availability;
  const clock = clockOf(zone);
  const ownClock = clockOf(ownTimeZone);
  const from = now.getTime() + noticeHours * HOUR;
  const until = now.getTime() + HORIZON_DAYS * DAY;
  const taken = new Set(busy.map((moment) => moment.getTime()));
  const shown = new Set<string>();
  const open: number[] = [];
  for (
    let time = onGrid(new Date(Math.min(from, now.getTime()) - 2 * DAY)).getTime();
    time <= until;
    time += 900_000
  ) {
    const { day, weekday, minute } = wallClock(clock, new Date(time));
    const isAgain = shown.has(`${day} ${minute}`);
    shown.add(`${day} ${minute}`);
    const isOffered = availability.spans.some(
      (span) =>
        span.weekday === weekday && span.fromMinute <= minute && minute + 15 <= span.toMinute,
    );
    if (isAgain || !isOffered || time < from || taken.has(time)) continue;
    const own = wallClock(ownClock, new Date(time)).day;
    if (absences.some(({ fromDay, toDay }) => fromDay <= own && own <= toDay)) continue;
    open.push(time);
  }
  return open;
}

describe("the slots of a host", () => {
  test("are what clocks in their zone show, also when these change", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const availability = availabilityOf(situation);
        const { zone, now } = situation;
        const slots = openSlots(availability, { now }).map((slot) => slot.getTime());
        expect(slots).toEqual(openByLooking(availability, zone, now));
      }),
      { numRuns: 80 },
    );
  });

  const nightly = (timeZone: string): Availability => ({
    spans: [7].map((weekday) => ({ weekday, fromMinute: 60, toMinute: 240, timeZone })),
    noticeHours: 0,
    absences: [],
    ownTimeZone: timeZone,
    busy: [],
  });
  const times = (availability: Availability, now: string, day: string) => {
    const { ownTimeZone: timeZone } = availability;
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
    });
    return openSlots(availability, { now: new Date(now) })
      .filter((slot) => dayIn(timeZone, slot) === day)
      .map((slot) => format.format(slot));
  };

  test("leave out the hour that clocks skip in Berlin", () => {
    const shown = times(nightly("Europe/Berlin"), "2026-03-25T00:00:00Z", "2026-03-29");
    expect(shown).toEqual(["01:00", "01:15", "01:30", "01:45", "03:00", "03:15", "03:30", "03:45"]);
  });

  test("offer once the hour that New York has twice, the first time", () => {
    const availability = nightly("America/New_York");
    const shown = times(availability, "2026-10-28T00:00:00Z", "2026-11-01");
    expect(shown).toHaveLength(12);
    expect(new Set(shown).size).toBe(12);
    const first = openSlots(availability, { now: new Date("2026-10-28T00:00:00Z") })[0];
    expect(first?.toISOString()).toBe("2026-11-01T05:00:00.000Z");
  });

  test("know that Lord Howe moves its clocks by half an hour", () => {
    const spring = times(nightly("Australia/Lord_Howe"), "2026-10-01T00:00:00Z", "2026-10-04");
    expect(spring).not.toContain("02:00");
    expect(spring).not.toContain("02:15");
    expect(spring).toContain("02:30");
    expect(
      times(nightly("Australia/Lord_Howe"), "2026-04-01T00:00:00Z", "2026-04-05"),
    ).toHaveLength(12);
  });

  test("go by the day of the reader in lists", () => {
    const slots = ["2026-06-01T14:45:00Z", "2026-06-01T15:00:00Z"].map((text) => new Date(text));
    expect(slotsByDay(slots, { timeZone: "Asia/Tokyo" }).map(({ day }) => day)).toEqual([
      "2026-06-01",
      "2026-06-02",
    ]);
    expect(slotsByDay(slots, { timeZone: "Europe/Berlin" })).toHaveLength(1);
  });

  test("nearest to one that is gone come in order", () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 5, 1, hour));
    const near = nearestSlots([1, 5, 6, 9, 20].map(at), at(7), 3);
    expect(near).toEqual([at(5), at(6), at(9)]);
  });
});

describe("weekly hours", () => {
  test("merged cover the same quarters, without touching each other", () => {
    fc.assert(
      fc.property(spans, (given) => {
        const covered = (of: WeeklySpan[]) =>
          new Set(
            of.flatMap(({ weekday, fromMinute, toMinute }) =>
              Array.from(
                { length: (toMinute - fromMinute) / 15 },
                (_, index) => `${weekday} ${fromMinute + index * 15}`,
              ),
            ),
          );
        const merged = mergeSpans(given);
        expect(covered(merged)).toEqual(covered(given));
        expect(
          merged.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0),
        ).toBe(covered(given).size * 15);
        for (const [index, span] of merged.entries()) {
          const next = merged[index + 1];
          if (next?.weekday === span.weekday)
            expect(next.fromMinute).toBeGreaterThan(span.toMinute);
        }
      }),
    );
  });
});
