import type { EventPlace, EventState } from "#db/vocabulary.ts";
import { placesLeft, type Standing } from "./standing-words.ts";
import { isoIn } from "./zoned-iso.ts";

type Page = {
  event: {
    id: number;
    title: string;
    summary: string;
    place: EventPlace;
    startsAt: Date;
    endsAt: Date;
    timeZone: string;
    region: string;
    venueName: string;
    venueAddress: string;
    registrationOpensAt: Date | null;
    registrationClosesAt: Date | null;
    publishedAt: Date | null;
  };
  state: EventState;
  window: "open" | "not-yet" | "closed" | "not-published";
  tickets: (Standing & { name: string })[];
  timetable: {
    title: string;
    startsAt: Date;
    minutes: number;
    speakers: { person: { name: string } | null; name?: string }[];
  }[];
};

type Around = { origin: string; portal: { name: string; vendorName: string }; now: Date };

const MODES: Record<EventPlace, string> = {
  "on-site": "OfflineEventAttendanceMode",
  online: "OnlineEventAttendanceMode",
  hybrid: "MixedEventAttendanceMode",
};

/**
 * A public event as structured data for search engines. The way in online is for the confirmed
 * alone: the address given is that of the event's page.
 * Source: https://schema.org/Event
 */
export function eventJsonLd(
  { event, state, window, tickets, timetable }: Page,
  { origin, portal }: Around,
) {
  const url = `${origin}/events/${event.id}`;
  const iso = (moment: Date) => isoIn(event.timeZone, moment);
  const speakers = timetable.flatMap((item) =>
    item.speakers.map(({ person, name }) => person?.name ?? name ?? ""),
  );
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: event.title,
    ...(event.summary && { description: event.summary }),
    url,
    image: [`${url}/og.png`],
    startDate: iso(event.startsAt),
    endDate: iso(event.endsAt),
    eventStatus: `https://schema.org/${statusOf(state)}`,
    eventAttendanceMode: `https://schema.org/${MODES[event.place]}`,
    location: locationOf(event, url),
    organizer: { "@type": "Organization", name: portal.vendorName || portal.name, url: origin },
    ...(speakers.length > 0 && {
      performer: [...new Set(speakers)].map((name) => ({ "@type": "Person", name })),
    }),
    ...(tickets.length > 0 &&
      state !== "cancelled" && {
        offers: tickets.map((ticket) => ({
          "@type": "Offer",
          name: ticket.name,
          url,
          price: 0,
          priceCurrency: "JPY",
          availability: `https://schema.org/${availabilityOf(ticket, window)}`,
          validFrom: iso(event.registrationOpensAt ?? event.publishedAt ?? event.startsAt),
          validThrough: iso(event.registrationClosesAt ?? event.startsAt),
        })),
      }),
  };
}

function statusOf(state: EventState): string {
  if (state === "cancelled") return "EventCancelled";
  return state === "postponed" ? "EventPostponed" : "EventScheduled";
}

function locationOf({ place, venueName, venueAddress, region }: Page["event"], url: string) {
  const online = { "@type": "VirtualLocation", url };
  const address = venueAddress || region;
  const onSite = { "@type": "Place", name: venueName || region, ...(address && { address }) };
  if (place === "hybrid") return [onSite, online];
  return place === "online" ? online : onSite;
}

function availabilityOf(ticket: Standing, window: Page["window"]): string {
  if (window === "not-yet") return "PreOrder";
  if (window !== "open") return "SoldOut";
  const isDrawn = ticket.admission === "lottery" && !ticket.drawnAt;
  return isDrawn || placesLeft(ticket) > 0 ? "InStock" : "SoldOut";
}
