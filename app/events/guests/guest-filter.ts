import { REGISTRATION_STATES, type RegistrationState } from "#db/vocabulary.ts";

/** What narrows the list of an event's guests. */
export type GuestFilter = {
  /** Part of a name, a reading, a handle or a company. */
  q?: string;
  state?: RegistrationState;
  ticketTypeId?: number;
  /** Those who were there, or those who had a place and were not. */
  came?: "yes" | "no";
};

/** The filter that an address says; what it cannot mean is left out. */
export function guestFilterOf(params: URLSearchParams): GuestFilter {
  const ticket = params.get("ticket") ?? "";
  const came = params.get("came");
  return {
    q: params.get("q")?.trim().slice(0, 100) || undefined,
    state: REGISTRATION_STATES.find((state) => state === params.get("state")),
    ticketTypeId: /^\d{1,15}$/.test(ticket) ? Number(ticket) : undefined,
    came: came === "yes" || came === "no" ? came : undefined,
  };
}

/** The filter as an address says it. */
export function guestQuery(
  { q, state, ticketTypeId, came }: GuestFilter,
  extra: Record<string, string | undefined> = {},
): URLSearchParams {
  const params = {
    q,
    state,
    ticket: ticketTypeId === undefined ? undefined : String(ticketTypeId),
    came,
    ...extra,
  };
  return new URLSearchParams(
    Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A path with the filter behind it, if there is one. */
export function withQuery(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query}` : path;
}

/** Ids that an address or a form names, each once; what is no id is left out. */
export function idsOf(words: Iterable<FormDataEntryValue>, most = 500): number[] {
  const ids = [...words]
    .flatMap((word) => (typeof word === "string" ? word.split(/[.,]/) : []))
    .filter((word) => /^\d{1,15}$/.test(word))
    .map(Number);
  return [...new Set(ids)].slice(0, most);
}
