import { asc, isNull } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import type { Area } from "./areas.ts";

/** The columns of an `Area`, to use in selects that join `productAreas`. */
export const areaColumns = {
  id: productAreas.id,
  slug: productAreas.slug,
  nameJa: productAreas.nameJa,
  nameEn: productAreas.nameEn,
};

/** The product areas in use, in the order staff gave them; retired ones are left out. */
export async function listAreas(db: DbOrTx): Promise<Area[]> {
  return db
    .select(areaColumns)
    .from(productAreas)
    .where(isNull(productAreas.retiredAt))
    .orderBy(asc(productAreas.position), asc(productAreas.id));
}
