import type { EventPlace, EventState, TicketPlace } from "#db/vocabulary.ts";

/** What keeps an event from being published, in the order of a checklist. */
export const PUBLISHING_BARS = [
  "in-the-past",
  "no-venue",
  "no-link",
  "no-ticket",
  "ticket-elsewhere",
  "draw-too-late",
  "window-too-late",
] as const;
export type PublishingBar = (typeof PUBLISHING_BARS)[number];

export type Publishable = {
  place: EventPlace;
  startsAt: Date;
  endsAt: Date;
  venueName: string;
  onlineUrl: string;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
  tickets: readonly { place: TicketPlace; drawAt: Date | null; drawnAt: Date | null }[];
};

/** Whether an event held like this has a venue, and whether one takes part online. */
export const isOnSite = (place: EventPlace) => place !== "online";
export const isOnline = (place: EventPlace) => place !== "on-site";

/** Where the holders of a ticket can take part in an event. */
export function ticketPlaces(place: EventPlace): readonly TicketPlace[] {
  return place === "hybrid" ? ["on-site", "online"] : [place];
}

/** What an event lacks to be announced at a moment; empty when nothing does. */
export function barsToPublishing(event: Publishable, at: Date): PublishingBar[] {
  const bars = new Set<PublishingBar>(lacks(event));
  if (event.startsAt <= at) bars.add("in-the-past");
  const { registrationClosesAt, tickets } = event;
  if (registrationClosesAt && registrationClosesAt <= at) bars.add("window-too-late");
  if (tickets.some(({ drawAt, drawnAt }) => drawAt && !drawnAt && drawAt <= at)) {
    bars.add("draw-too-late");
  }
  return PUBLISHING_BARS.filter((bar) => bars.has(bar));
}

/** The bars that no time brings and takes away: an announced event has none of them either. */
export function lacks(event: Publishable): PublishingBar[] {
  const { place, venueName, onlineUrl, tickets, startsAt, endsAt } = event;
  const bars: PublishingBar[] = [];
  if (isOnSite(place) && venueName === "") bars.push("no-venue");
  if (isOnline(place) && onlineUrl === "") bars.push("no-link");
  if (tickets.length === 0) bars.push("no-ticket");
  const places = ticketPlaces(place);
  if (tickets.some((ticket) => !places.includes(ticket.place))) bars.push("ticket-elsewhere");
  if (tickets.some(({ drawAt }) => drawAt && drawAt >= startsAt)) bars.push("draw-too-late");
  const { registrationOpensAt, registrationClosesAt } = event;
  if (
    (registrationClosesAt && registrationClosesAt > endsAt) ||
    (registrationOpensAt && registrationOpensAt >= (registrationClosesAt ?? startsAt))
  ) {
    bars.push("window-too-late");
  }
  return bars;
}

/** What those who run an event may do to it as it stands. */
export const EVENT_ACTS = [
  "publish",
  "schedule",
  "discard",
  "edit",
  "move",
  "postpone",
  "cancel",
] as const;
export type EventAct = (typeof EVENT_ACTS)[number];

const ALLOWED: Record<EventState, readonly EventAct[]> = {
  draft: ["publish", "schedule", "discard", "edit"],
  published: ["edit", "move", "postpone", "cancel"],
  postponed: ["edit", "move", "cancel"],
  // What was said of it stays as it is; materials and notes have their own pages.
  cancelled: [],
  finished: ["edit"],
};

/**
 * Whether an event in this state may be changed so. Once it has begun it is neither moved nor
 * postponed any more, unless it was postponed before.
 */
export function canDo(act: EventAct, state: EventState, { hasBegun }: { hasBegun: boolean }) {
  if (!ALLOWED[state].includes(act)) return false;
  return !(state === "published" && hasBegun && (act === "move" || act === "postpone"));
}
