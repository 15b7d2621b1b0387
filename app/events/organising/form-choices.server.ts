import { asc, eq, inArray, isNull, or } from "drizzle-orm";
import { areaColumns } from "#app/areas/areas.server.ts";
import type { Area } from "#app/areas/areas.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { eventAreas } from "#db/schema/events.ts";
import { productAreas } from "#db/schema/product-areas.ts";

/** The areas of an event, by their ids. */
export async function listOwnAreas(
  db: DbOrTx,
  { eventId }: { eventId: number },
): Promise<number[]> {
  const rows = await db
    .select({ id: eventAreas.productAreaId })
    .from(eventAreas)
    .where(eq(eventAreas.eventId, eventId));
  return rows.map(({ id }) => id);
}

/** Areas that an event may be about: those in use, and those it has. */
export async function listEventAreas(db: DbOrTx, own: readonly number[]): Promise<Area[]> {
  const isOwn = own.length > 0 ? inArray(productAreas.id, [...own]) : undefined;
  return db
    .select(areaColumns)
    .from(productAreas)
    .where(or(isNull(productAreas.retiredAt), isOwn))
    .orderBy(asc(productAreas.position), asc(productAreas.id));
}
