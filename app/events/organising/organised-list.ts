import { EVENT_STATES, type EventState } from "#db/vocabulary.ts";

export type OrganisedFilter = { q: string; state?: EventState; cursor?: string };

/** Reads the filter of the list from its address; what makes no sense is left out. */
export function parseOrganisedFilter(params: URLSearchParams): OrganisedFilter {
  return {
    q: (params.get("q") ?? "").replaceAll("\0", "").slice(0, 100),
    state: EVENT_STATES.find((state) => state === params.get("state")),
    cursor: params.get("after") ?? undefined,
  };
}

/** The address of the page after one. */
export function nextPageUrl(list: string, { q, state }: OrganisedFilter, next: string): string {
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  if (state) params.set("state", state);
  params.set("after", next);
  return `${list}?${params}`;
}
