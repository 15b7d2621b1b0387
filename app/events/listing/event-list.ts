import { decodeCursor, encodeCursor } from "#app/lib/cursor.ts";
import {
  EVENT_KINDS,
  type EventKind,
  PHASES,
  type Phase,
  TICKET_PLACES,
  type TicketPlace,
} from "#db/vocabulary.ts";

/** Which part of all events a list shows. */
export const LIST_TIMES = ["coming", "past", "mine"] as const;
export type ListTime = (typeof LIST_TIMES)[number];

export const PAGE_SIZE = 20;

/** Where a page begins: behind a row, or before one when leafing back. */
export type Place = { side: "after" | "before"; startsAt: Date; id: number };

export type EventFilter = {
  time: ListTime;
  kind?: EventKind;
  /** Where one can take part; events held in both ways fit both. */
  place?: TicketPlace;
  /** Slug of a product area. */
  area?: string;
  phase?: Phase;
  region?: string;
  from?: Place;
};

/** Reads a filter from a query string; what makes no sense is left out. */
export function parseEventFilter(params: URLSearchParams): EventFilter {
  const one = <W extends string>(name: string, words: readonly W[]) =>
    words.find((word) => word === params.get(name));
  const text = (name: string) => params.get(name)?.replaceAll("\0", "").slice(0, 60) || undefined;
  return {
    time: one("when", LIST_TIMES) ?? "coming",
    kind: one("kind", EVENT_KINDS),
    place: one("place", TICKET_PLACES),
    area: text("area"),
    phase: one("phase", PHASES),
    region: text("region"),
    from: placeIn("after", params) ?? placeIn("before", params),
  };
}

function placeIn(side: Place["side"], params: URLSearchParams): Place | undefined {
  const [time, id] = decodeCursor(params.get(side), ["number", "number"]) ?? [];
  const startsAt = new Date(Number(time));
  // Dates beyond these are written in ways PostgreSQL cannot read.
  const year = startsAt.getUTCFullYear();
  if (id === undefined || !(year >= 1 && year <= 9999)) return undefined;
  return { side, startsAt, id: Number(id) };
}

/** The address of the list under a filter, with some of it changed; a change starts at the top. */
export function eventListUrl(filter: EventFilter, changes: Partial<EventFilter> = {}): string {
  const { time, kind, place, area, phase, region, from } = {
    ...filter,
    from: undefined,
    ...changes,
  };
  const words = { when: time === "coming" ? undefined : time, kind, place, area, phase, region };
  const params = new URLSearchParams();
  for (const [name, word] of Object.entries(words)) if (word) params.set(name, word);
  if (from) params.set(from.side, encodeCursor([new Date(from.startsAt).getTime(), from.id]));
  const query = params.toString();
  return query ? `/events?${query}` : "/events";
}

/** Whether anything besides the tab narrows the list. */
export function isNarrowed({ kind, place, area, phase, region }: EventFilter): boolean {
  return Boolean(kind || place || area || phase || region);
}
