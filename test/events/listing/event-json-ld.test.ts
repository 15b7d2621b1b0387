import { describe, expect, test } from "vitest";
import { eventJsonLd } from "#app/events/listing/event-json-ld.ts";
import { eventSvg } from "#app/events/listing/event-picture.ts";
import { isoIn } from "#app/events/listing/zoned-iso.ts";

type Page = Parameters<typeof eventJsonLd>[0];

const ticket = {
  name: "一般",
  admission: "first-come",
  capacity: 20,
  taken: 17,
  waiting: 0,
  applied: 0,
  drawnAt: null,
} as const;

const page: Page = {
  event: {
    id: 7,
    title: "第3回ユーザー会",
    summary: "みんなで集まります。",
    place: "hybrid",
    startsAt: new Date("2026-12-01T10:00:00Z"),
    endsAt: new Date("2026-12-01T12:00:00Z"),
    timeZone: "Asia/Tokyo",
    region: "東京都",
    venueName: "本社ホール",
    venueAddress: "千代田区1-1",
    registrationOpensAt: new Date("2026-11-01T00:00:00Z"),
    registrationClosesAt: null,
    publishedAt: new Date("2026-10-01T00:00:00Z"),
  },
  state: "published",
  window: "open",
  tickets: [ticket, { ...ticket, name: "オンライン", taken: 20 }],
  timetable: [
    {
      title: "事例",
      startsAt: new Date("2026-12-01T10:00:00Z"),
      minutes: 30,
      speakers: [{ person: { name: "佐藤 花" } }, { person: null, name: "ゲスト" }],
    },
  ],
};
const around = {
  origin: "https://portal.example",
  portal: { name: "つどい", vendorName: "株式会社ベンダー" },
  now: new Date("2026-11-10T00:00:00Z"),
};

describe("structured data of an event", () => {
  test("says when with the offset of the event's zone, where, by whom and what is left", () => {
    expect(eventJsonLd(page, around)).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Event",
      name: "第3回ユーザー会",
      url: "https://portal.example/events/7",
      image: ["https://portal.example/events/7/og.png"],
      startDate: "2026-12-01T19:00:00+09:00",
      endDate: "2026-12-01T21:00:00+09:00",
      eventStatus: "https://schema.org/EventScheduled",
      eventAttendanceMode: "https://schema.org/MixedEventAttendanceMode",
      location: [
        { "@type": "Place", name: "本社ホール", address: "千代田区1-1" },
        { "@type": "VirtualLocation", url: "https://portal.example/events/7" },
      ],
      organizer: { "@type": "Organization", name: "株式会社ベンダー" },
      performer: [
        { "@type": "Person", name: "佐藤 花" },
        { "@type": "Person", name: "ゲスト" },
      ],
      offers: [
        {
          "@type": "Offer",
          name: "一般",
          price: 0,
          availability: "https://schema.org/InStock",
          validFrom: "2026-11-01T09:00:00+09:00",
          validThrough: "2026-12-01T19:00:00+09:00",
        },
        { name: "オンライン", availability: "https://schema.org/SoldOut" },
      ],
    });
  });

  test("says that an event is cancelled or postponed, and then offers nothing", () => {
    const cancelled = eventJsonLd({ ...page, state: "cancelled" }, around);
    expect(cancelled.eventStatus).toBe("https://schema.org/EventCancelled");
    expect(cancelled).not.toHaveProperty("offers");
    const postponed = eventJsonLd({ ...page, state: "postponed", window: "not-published" }, around);
    expect(postponed.eventStatus).toBe("https://schema.org/EventPostponed");
  });

  test("an event online leads to its page, never to the room", () => {
    const online = eventJsonLd({ ...page, event: { ...page.event, place: "online" } }, around);
    expect(online.location).toEqual({
      "@type": "VirtualLocation",
      url: "https://portal.example/events/7",
    });
    expect(online.eventAttendanceMode).toBe("https://schema.org/OnlineEventAttendanceMode");
  });

  test("a draw that is to come takes everybody; applying that is to open is a preorder", () => {
    const lottery = { ...ticket, admission: "lottery" as const, taken: 20 };
    const offers = (changes: Partial<Page>) =>
      eventJsonLd({ ...page, tickets: [lottery], ...changes }, around).offers?.[0]?.availability;
    expect(offers({})).toBe("https://schema.org/InStock");
    expect(offers({ window: "not-yet" })).toBe("https://schema.org/PreOrder");
    expect(offers({ window: "closed" })).toBe("https://schema.org/SoldOut");
  });
});

test("moments are written with the offset that holds in the zone on that day", () => {
  const winter = new Date("2026-01-10T12:00:00Z");
  const summer = new Date("2026-07-10T12:00:00Z");
  expect(isoIn("America/New_York", winter)).toBe("2026-01-10T07:00:00-05:00");
  expect(isoIn("America/New_York", summer)).toBe("2026-07-10T08:00:00-04:00");
  expect(isoIn("UTC", winter)).toBe("2026-01-10T12:00:00+00:00");
  expect(isoIn("Asia/Kolkata", winter)).toBe("2026-01-10T17:30:00+05:30");
});

test("the picture holds long titles, and what looks like markup stays text", () => {
  const words = {
    title: `<script>&"${"とても長い名前の勉強会".repeat(12)}`,
    when: "2026年12月1日(火) 19:00",
    where: "会場 ・ 本社ホール",
    kind: "勉強会",
    portalName: "つどい",
  };
  const svg = eventSvg(words, { withText: true });
  expect(svg).toContain("&lt;script&gt;");
  expect(svg).not.toContain("<script");
  expect(svg).toContain("…");
  expect(eventSvg(words, { withText: false })).not.toContain("<text");
});
