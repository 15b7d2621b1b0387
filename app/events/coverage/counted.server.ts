import { type SQL, sql } from "drizzle-orm";
import { addDays, isDay, momentOf } from "#app/calendar/zoned-days.ts";
import { dayIn } from "#app/lib/time.ts";
import { PORTAL_ZONE } from "./coverage.ts";

/**
 * The moment at which it is looked, and the day it falls on. A day that was named is looked at when
 * it ends; one that has not ended yet, or is none, is now.
 */
export function lookAt(now: Date, asOf?: string): { at: Date; day: string } {
  if (asOf && isDay(asOf) && asOf < dayIn(PORTAL_ZONE, now)) {
    return { at: momentOf(PORTAL_ZONE, addDays(asOf, 1), 0, "first"), day: asOf };
  }
  return { at: now, day: dayIn(PORTAL_ZONE, now) };
}

/** The same time of day in the portal's zone, twelve months before. */
export function yearBefore(at: SQL): SQL {
  return sql`((${at} at time zone ${PORTAL_ZONE}) - interval '12 months') at time zone ${PORTAL_ZONE}`;
}

export const moment = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/**
 * Whether the company `o` of a query has a contract on a day. An end that is not known is open:
 * companies without dates count, for they are customers whose contract nobody has entered.
 */
export function isContracted(day: SQL): SQL {
  return sql`((o.contract_starts_on is null or o.contract_starts_on <= ${day})
    and (o.contract_ends_on is null or o.contract_ends_on >= ${day}))`;
}
