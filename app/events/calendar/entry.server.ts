import { translator } from "#app/i18n/i18n.server.ts";
import { portalUrl } from "#app/lib/current-config.server.ts";
import type { CalendarEntry } from "#db/schema/notifications.ts";
import type { EventPlace, Locale } from "#db/vocabulary.ts";
import type { EventRow } from "../event-desk.server.ts";
import { eventTopic } from "../event-topic.ts";

/** What calendars are told of an event. */
export type CalendarEvent = Pick<
  EventRow,
  | "id"
  | "uid"
  | "sequence"
  | "title"
  | "summary"
  | "startsAt"
  | "endsAt"
  | "timeZone"
  | "place"
  | "venueName"
  | "venueAddress"
  | "venueNote"
  | "onlineUrl"
  | "onlineNote"
  | "postponedAt"
  | "cancelledAt"
  | "updatedAt"
>;

/** What somebody has to do with an event, as far as their calendar goes. */
export type CalendarPart = {
  /** The link and the notes are for those who have a place, speak or run it. */
  isIn: boolean;
  /** Where they take part; as the event unless their ticket says. */
  place?: EventPlace;
  /** They gave it up, or lost it. */
  hasEnded?: boolean;
  /** What they wait with, as long as they have no place. */
  waits?: "applied" | "waitlisted" | "offered";
  /** How often their part changed, from `countPartChanges`. */
  changes?: number;
};

const NO_PART: CalendarPart = { isIn: false };

/**
 * An event as it stands in somebody's calendar, in their language; without `part` as anybody who
 * sees it may know it. A postponed one is out of calendars until it has a new date.
 */
export function eventEntry(
  event: CalendarEvent,
  { locale, part = NO_PART }: { locale: Locale; part?: CalendarPart },
): CalendarEntry {
  const t = translator(locale, "event-calendar");
  const { uid, title, startsAt, endsAt, timeZone, postponedAt, cancelledAt } = event;
  const place = event.place === "hybrid" ? (part.place ?? event.place) : event.place;
  const url = portalUrl(eventTopic(event).path);
  // Through the portal: who joins is there, and a changed address still works.
  const joinUrl = event.onlineUrl && part.isIn ? portalUrl(`/events/${event.id}/online`) : "";
  const onSite = [event.venueName, event.venueAddress].filter(Boolean).join(", ");
  const online = joinUrl || t("entry.online");
  const isOnline = place !== "on-site";
  const notes = part.isIn
    ? [place === "online" ? "" : event.venueNote, isOnline ? event.onlineNote : ""]
    : [];
  return {
    uid,
    sequence: event.sequence + (part.changes ?? 0),
    isCancelled: cancelledAt !== null || postponedAt !== null || part.hasEnded === true,
    ...(part.waits && { isTentative: true }),
    start: startsAt.toISOString(),
    end: endsAt.toISOString(),
    timeZone,
    summary: part.waits ? t(`entry.${part.waits}`, { title }) : title,
    description: [
      event.summary,
      ...(isOnline && joinUrl ? [t("entry.join", { url: joinUrl })] : []),
      ...notes,
      t("entry.page", { url }),
    ]
      .filter(Boolean)
      .join("\n\n"),
    location: place === "online" ? online : onSite || (place === "hybrid" ? online : ""),
    url,
    changedAt: event.updatedAt.toISOString(),
  };
}
