import { asc, eq, isNull, or } from "drizzle-orm";
import { areaColumns } from "#app/areas/areas.server.ts";
import type { Area } from "#app/areas/areas.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { productAreas } from "#db/schema/product-areas.ts";

/** The areas an item can be filed under: those in use, and the one it has. */
export async function listItemAreas(db: DbOrTx, { areaId }: { areaId: number }): Promise<Area[]> {
  return db
    .select(areaColumns)
    .from(productAreas)
    .where(or(isNull(productAreas.retiredAt), eq(productAreas.id, areaId)))
    .orderBy(asc(productAreas.position), asc(productAreas.id));
}
