import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarFeed, calendarFile, calendarMessage } from "#app/calendar/ical.ts";
import { timeZoneComponent, writtenZone } from "#app/calendar/written-zone.ts";
import { cleanLine, cleanText } from "#app/lib/clean-text.ts";
import { HOUR } from "#app/lib/time.ts";
import type { CalendarEntry } from "#db/schema/notifications.ts";
import { readCalendar } from "../telling/scene.ts";

const entry: CalendarEntry = {
  uid: "3f0c@portal.example",
  sequence: 2,
  isCancelled: false,
  start: "2026-06-02T01:00:00.000Z",
  end: "2026-06-02T03:00:00.000Z",
  timeZone: "Asia/Tokyo",
  summary: "第12回ユーザー会",
  description: "みんなで集まります。",
  location: "本社ホール, 東京都千代田区1-2-3",
  url: "https://portal.example/events/12",
  changedAt: "2026-05-01T00:00:00.000Z",
};
const options = { stamp: new Date("2026-05-02T00:00:00Z"), product: "ハナサク広場" };
const written = (changes: Partial<CalendarEntry> = {}) =>
  calendarFile({ ...entry, ...changes }, options).content;
const readOne = (content: string) => {
  const { entries, zones } = readCalendar(content);
  const [only] = entries;
  if (!only || entries.length > 1) throw new Error("not one entry");
  return { ...only, zones };
};

describe("an appointment in its zone", () => {
  test("is at the hours of the place, with the rules of the zone", () => {
    const read = readOne(written());
    expect(read).toMatchObject({
      zone: "Asia/Tokyo",
      zones: ["Asia/Tokyo"],
      hours: "2026-06-02T10:00:00/2026-06-02T12:00:00",
      start: new Date(entry.start),
      end: new Date(entry.end),
      changed: "2026-05-01T00:00:00Z",
      status: "CONFIRMED",
    });
  });

  test("goes over the change of clocks in New York, where a day is an hour longer or shorter", () => {
    const night = { timeZone: "America/New_York" };
    const autumn = { start: "2026-10-31T22:00:00.000Z", end: "2026-11-01T22:00:00.000Z" };
    expect(readOne(written({ ...night, ...autumn }))).toMatchObject({
      zone: "America/New_York",
      hours: "2026-10-31T18:00:00/2026-11-01T17:00:00",
      start: new Date(autumn.start),
      end: new Date(autumn.end),
    });
    const spring = { start: "2027-03-13T23:00:00.000Z", end: "2027-03-14T23:00:00.000Z" };
    expect(readOne(written({ ...night, ...spring }))).toMatchObject({
      hours: "2027-03-13T18:00:00/2027-03-14T19:00:00",
      start: new Date(spring.start),
      end: new Date(spring.end),
    });
  });

  test("is in UTC where its hour comes twice, and where the zone is unknown", () => {
    const twice = { start: "2026-10-25T01:30:00.000Z", end: "2026-10-25T03:00:00.000Z" };
    for (const changes of [
      { ...twice, timeZone: "Europe/Berlin" },
      { ...twice, timeZone: "Mars/Phobos" },
      { ...twice, timeZone: "x\r\nBEGIN:VALARM" },
      { ...twice, timeZone: "UTC" },
      { ...twice, timeZone: undefined },
    ]) {
      const read = readOne(written(changes));
      expect(read).toMatchObject({ zone: "UTC", zones: [], start: new Date(twice.start) });
    }
  });

  test("is what Intl says, for three years and through each change of clocks", () => {
    const moments = (from: number, to: number, step: number) =>
      Array.from({ length: Math.ceil((to - from) / step) }, (_, n) => new Date(from + n * step));
    const years = moments(Date.UTC(2026, 0, 1), Date.UTC(2029, 0, 1), 11 * HOUR);
    const changes = [
      ...moments(Date.UTC(2026, 2, 7), Date.UTC(2026, 2, 10), HOUR / 4),
      ...moments(Date.UTC(2026, 2, 28), Date.UTC(2026, 2, 31), HOUR / 4),
      ...moments(Date.UTC(2026, 9, 24), Date.UTC(2026, 9, 27), HOUR / 4),
      ...moments(Date.UTC(2026, 9, 31), Date.UTC(2026, 10, 3), HOUR / 4),
    ];
    for (const timeZone of ["Asia/Tokyo", "Europe/Berlin", "America/New_York"]) {
      expect(timeZoneComponent(timeZone)).toContain(`\r\nTZID:${timeZone}\r\n`);
      const unwritten = [...years, ...changes].filter((at) => !writtenZone(timeZone, [at]));
      // An hour that comes twice can be written in one way alone: the other four quarters are not.
      expect(unwritten.length, timeZone).toBe(timeZone === "Asia/Tokyo" ? 0 : 4);
    }
  });

  test("reads back at the same moment in any zone at any time", () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2029, 0, 1) });
    fc.assert(
      fc.property(
        zones,
        moments,
        fc.integer({ min: 1, max: 14 * 24 * 60 }),
        (timeZone, at, long) => {
          const start = new Date(Math.floor(at / 60_000) * 60_000);
          const end = new Date(start.getTime() + long * 60_000);
          const span = { start: start.toISOString(), end: end.toISOString() };
          const read = readOne(written({ ...span, timeZone }));
          expect([read.start, read.end]).toEqual([start, end]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("goes by mail with its zone and its reader alone", () => {
    const { method, content } = calendarMessage(
      { ...entry, isCancelled: true },
      {
        ...options,
        organiser: { name: "ハナサク広場", address: "c@portal.example" },
        attendee: { name: "試験 花子", address: "hanako@test.example" },
      },
    );
    expect(method).toBe("CANCEL");
    expect(readOne(content)).toMatchObject({
      status: "CANCELLED",
      zone: "Asia/Tokyo",
      attendees: ["mailto:hanako@test.example"],
      organiser: "mailto:c@portal.example",
    });
  });
});

describe("many appointments", () => {
  const feed = (entries: CalendarEntry[]) =>
    calendarFeed(entries, { ...options, name: "イベント" }).content;

  test("name each zone once, before them, and say what is tentative or cancelled", () => {
    const content = feed([
      entry,
      { ...entry, uid: "b", isTentative: true },
      { ...entry, uid: "c", timeZone: "America/New_York", isCancelled: true, isTentative: true },
      { ...entry, uid: "d", timeZone: "UTC" },
    ]);
    const { entries, zones, name, method } = readCalendar(content);
    expect({ zones, name, method }).toEqual({
      zones: ["Asia/Tokyo", "America/New_York"],
      name: "イベント",
      method: "PUBLISH",
    });
    expect(entries.map(({ status }) => status)).toEqual([
      "CONFIRMED",
      "TENTATIVE",
      "CANCELLED",
      "CONFIRMED",
    ]);
    expect(content.indexOf("REFRESH-INTERVAL")).toBeLessThan(content.indexOf("BEGIN:VTIMEZONE"));
    expect(content.lastIndexOf("BEGIN:VTIMEZONE")).toBeLessThan(content.indexOf("BEGIN:VEVENT"));
    expect(feed([entry])).toBe(feed([{ ...entry }]));
  });

  test("may be none: the file holds a component all the same", () => {
    const { entries, zones } = readCalendar(feed([]));
    expect({ entries, zones }).toEqual({ entries: [], zones: ["Etc/UTC"] });
  });
});

/** What every file must be, whoever wrote its texts. */
function expectSound(content: string): void {
  expect(content.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(content.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of content.split("\r\n")) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\ud800-\udbff]$|^ ?[\udc00-\udfff]/);
  }
}

describe("what people wrote", () => {
  test("is folded by octets, between characters: 200 in Japanese, and emoji", () => {
    for (const summary of ["あ".repeat(200), "👩‍👩‍👧‍👦😀".repeat(30), `${"a".repeat(66)}😀é漢`]) {
      const content = written({ summary, location: summary });
      expectSound(content);
      expect(readOne(content)).toMatchObject({ summary, location: summary });
    }
  });

  test("cannot begin a line of its own", () => {
    const nasty =
      "会場\r\nATTENDEE:mailto:evil@example.com\nEND:VEVENT\r\nBEGIN:VALARM\u2028\u0085X:1";
    const content = written({ summary: nasty, location: nasty, description: nasty });
    expectSound(content);
    expect(content).not.toMatch(/^(ATTENDEE|BEGIN:VALARM|X:1)/m);
    const read = readOne(content);
    expect(read.attendees).toEqual([]);
    expect(read.summary).toBe(cleanLine(nasty));
    expect(read.location).toBe(cleanLine(nasty));
  });

  test("reads back as it was cleaned, whatever it is", () => {
    const texts = fc.string({ unit: "binary", maxLength: 200 });
    const parts = fc.array(
      fc.oneof(
        texts,
        fc.constantFrom("\r\n", "BEGIN:VEVENT", "\\n", ";", ",", '"', "😀", "\u0000"),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        const [line, text] = [left.join(""), right.join("")];
        const content = written({ summary: line, location: line, description: text });
        expectSound(content);
        const read = readOne(content);
        expect(read.summary).toBe(cleanLine(line));
        expect(read.location).toBe(cleanLine(line));
        expect(read.description).toBe(cleanText(text));
      }),
      { numRuns: 300 },
    );
  });
});
