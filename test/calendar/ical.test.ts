import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { calendarFile, calendarMessage } from "#app/calendar/ical.ts";
import { cleanLine, cleanText } from "#app/lib/clean-text.ts";
import type { CalendarEntry } from "#db/schema/notifications.ts";

const entry: CalendarEntry = {
  uid: "3f0c@portal.example",
  sequence: 2,
  isCancelled: false,
  start: "2026-03-29T00:45:00.000Z",
  end: "2026-03-29T01:00:00.000Z",
  summary: "ペアセッション: 森 さくらさん、見積書の一括送信; 差し込み項目を一緒に見る",
  description: "1行目, 2行目\n💻 https://meet.example/a;b?x=1,2\nおしまい",
  location: "https://meet.example/a;b?x=1,2",
  url: "https://portal.example/pair-sessions/12",
};
const stamp = new Date("2026-03-01T09:00:00Z");
const options = { stamp, product: "ハナサク広場" };
const parties = {
  organiser: { name: "ハナサク広場", address: "community@portal.example" },
  attendee: { name: '試験 "花子", A; B', address: "hanako@test.example" },
};

/** The file as an independent program reads it. */
function read(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content));
  const events = calendar.getAllSubcomponents("vevent");
  expect(events).toHaveLength(1);
  const event = events[0];
  if (!event) throw new Error("no event");
  return { calendar, event, value: (name: string) => event.getFirstPropertyValue(name) };
}

describe("an appointment as a file", () => {
  test("says when, where and what, also in Japanese", () => {
    const { method, content } = calendarFile(entry, options);
    const { calendar, event, value } = read(content);
    expect(method).toBe("PUBLISH");
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(value("uid")).toBe(entry.uid);
    expect(value("sequence")).toBe(2);
    expect(value("status")).toBe("CONFIRMED");
    expect(value("summary")).toBe(entry.summary);
    expect(value("description")).toBe(entry.description);
    expect(value("location")).toBe(entry.location);
    expect(value("url")).toBe(entry.url);
    const { startDate, endDate } = new ICAL.Event(event);
    expect(startDate.toJSDate().toISOString()).toBe(entry.start);
    expect(endDate.toJSDate().toISOString()).toBe(entry.end);
    expect(startDate.zone).toBe(ICAL.Timezone.utcTimezone);
    expect(String(value("dtstamp"))).toBe("2026-03-01T09:00:00Z");
    expect(event.getAllProperties("attendee")).toEqual([]);
  });

  test("is folded at 75 octets, between characters, and ends every line with CRLF", () => {
    const { content } = calendarFile(
      { ...entry, description: "絵文字😀と漢字".repeat(60) },
      options,
    );
    expect(content.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(content.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of content.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\ud800-\udbff]$|^ ?[\udc00-\udfff]/);
    }
    expect(read(content).value("description")).toBe("絵文字😀と漢字".repeat(60));
  });

  test("takes in nothing that people wrote but as text", () => {
    const texts = fc.string({ unit: "binary", maxLength: 300 });
    const nasty = fc.oneof(
      texts,
      fc.constantFrom(
        "a\r\nATTENDEE:mailto:evil@example.com",
        "a\nEND:VEVENT\nBEGIN:VALARM",
        "a\";X=1:\\n\\;\\,^n^'",
        "\u0000\u0007\u2028b",
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, nasty, (summary, description, name) => {
        const { content } = calendarMessage(
          { ...entry, summary, description, location: summary },
          { ...options, ...parties, attendee: { name, address: "hanako@test.example" } },
        );
        const { calendar, event, value } = read(content);
        expect(calendar.getAllSubcomponents()).toHaveLength(1);
        expect(event.getAllSubcomponents()).toEqual([]);
        expect(event.getAllProperties("attendee")).toHaveLength(1);
        expect(value("summary")).toBe(cleanLine(summary));
        expect(value("description") ?? "").toBe(cleanText(description));
      }),
      { numRuns: 300 },
    );
  });
});

describe("an appointment as a message", () => {
  test("invites one person in the name of the portal", () => {
    const { method, content } = calendarMessage(entry, { ...options, ...parties });
    const { calendar, event } = read(content);
    expect(method).toBe("REQUEST");
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    const organiser = event.getFirstProperty("organizer");
    expect(organiser?.getFirstValue()).toBe("mailto:community@portal.example");
    expect(organiser?.getParameter("cn")).toBe("ハナサク広場");
    const attendees = event.getAllProperties("attendee");
    expect(attendees).toHaveLength(1);
    expect(String(attendees[0]?.getFirstValue()).toLowerCase()).toBe("mailto:hanako@test.example");
    expect(attendees[0]?.getParameter("cn")).toBe('試験 "花子", A; B');
    expect(attendees[0]?.getParameter("partstat")).toBe("ACCEPTED");
    expect(attendees[0]?.getParameter("rsvp")).toBe("FALSE");
  });

  test("cancels under the same UID", () => {
    const cancelled = { ...entry, sequence: 3, isCancelled: true };
    const { method, content } = calendarMessage(cancelled, { ...options, ...parties });
    const { calendar, value } = read(content);
    expect([method, calendar.getFirstPropertyValue("method")]).toEqual(["CANCEL", "CANCEL"]);
    expect(value("status")).toBe("CANCELLED");
    expect([value("uid"), value("sequence")]).toEqual([entry.uid, 3]);
  });

  test("is the same however often it is written", () => {
    const written = () => calendarMessage(entry, { ...options, ...parties });
    expect(written()).toEqual(written());
  });
});
