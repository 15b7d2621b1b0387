import { PHASES, type Phase, TIERS, type Tier } from "#db/vocabulary.ts";

/** Days of contracts and months of the trend are those of this zone, the vendor's. */
export const PORTAL_ZONE = "Asia/Tokyo";
export const MONTHS = 12;

/** Whether a company came: within 12 months, longer ago, or never; `missing` is the last two. */
export const REACHES = ["reached", "missing", "never", "lapsed"] as const;
export type Reach = (typeof REACHES)[number];

export type CoverageFilter = {
  reach: Reach | undefined;
  tier: Tier | undefined;
  phase: Phase | undefined;
  /** Only what happened at this event counts. */
  eventId: number | undefined;
  /** The day, `YYYY-MM-DD`, at whose end it is looked; undefined: now. */
  asOf: string | undefined;
};

const oneOf = <T extends string>(words: readonly T[], text: string | null): T | undefined =>
  words.find((word) => word === text);

/** The filters in an address; what is none is left out. */
export function coverageFilterOf(params: URLSearchParams): CoverageFilter {
  const event = params.get("event") ?? "";
  const asOf = params.get("asOf") ?? "";
  return {
    reach: oneOf(REACHES, params.get("reach")),
    tier: oneOf(TIERS, params.get("tier")),
    phase: oneOf(PHASES, params.get("phase")),
    eventId: /^[1-9]\d{0,14}$/.test(event) ? Number(event) : undefined,
    asOf: /^20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/.test(asOf) ? asOf : undefined,
  };
}

/** The query of an address that names a filter. */
export function coverageQuery(filter: Partial<CoverageFilter>): string {
  const params = new URLSearchParams();
  const { reach, tier, phase, eventId, asOf } = filter;
  for (const [name, value] of Object.entries({ reach, tier, phase, event: eventId, asOf })) {
    if (value !== undefined) params.set(name, String(value));
  }
  return params.size > 0 ? `?${params}` : "";
}
