import { asc, eq, isNull, sql } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { violatedConstraint } from "#db/violations.ts";

export type AreaFields = {
  /** Part of addresses: lower-case ASCII words joined by hyphens. */
  slug: string;
  nameJa: string;
  nameEn: string;
  descriptionJa: string;
  descriptionEn: string;
};

export type StaffArea = AreaFields & { id: number; retiredAt: Date | null };

type Act = { actorId: number; address?: string; now: Date };
type SlugTaken = { ok: false; reason: "slug-taken" };

const columns = {
  id: productAreas.id,
  slug: productAreas.slug,
  nameJa: productAreas.nameJa,
  nameEn: productAreas.nameEn,
  descriptionJa: productAreas.descriptionJa,
  descriptionEn: productAreas.descriptionEn,
  retiredAt: productAreas.retiredAt,
};

/** All product areas, those in use first in their order, then the retired ones. */
export async function listAreasForStaff(db: DbOrTx): Promise<StaffArea[]> {
  return db
    .select(columns)
    .from(productAreas)
    .orderBy(
      sql`${productAreas.retiredAt} is not null`,
      asc(productAreas.position),
      asc(productAreas.id),
    );
}

export async function findArea(
  db: DbOrTx,
  { areaId }: { areaId: number },
): Promise<StaffArea | undefined> {
  const [row] = await db.select(columns).from(productAreas).where(eq(productAreas.id, areaId));
  return row;
}

/** Adds an area at the end of the order. */
export async function createArea(
  db: DbOrTx,
  { fields, ...act }: Act & { fields: AreaFields },
): Promise<{ ok: true; areaId: number } | SlugTaken> {
  return refusingSlug(() =>
    db.transaction(async (tx) => {
      const [row] = await tx
        .insert(productAreas)
        .values({
          ...fields,
          position: sql`(select coalesce(max(position), 0) + 1 from product_areas)`,
          createdAt: act.now,
        })
        .returning({ id: productAreas.id });
      if (!row) throw new Error("The area was not stored");
      await audit(tx, act, "area.created", row.id, { name: fields.nameJa });
      return { ok: true as const, areaId: row.id };
    }),
  );
}

/** Renames an area. Questions and skills refer to it by id and follow. */
export async function changeArea(
  db: DbOrTx,
  { areaId, fields, ...act }: Act & { areaId: number; fields: AreaFields },
): Promise<{ ok: true } | { ok: false; reason: "unknown" } | SlugTaken> {
  return refusingSlug(() =>
    db.transaction(async (tx) => {
      const former = await findArea(tx, { areaId });
      if (!former) return { ok: false as const, reason: "unknown" as const };
      await tx.update(productAreas).set(fields).where(eq(productAreas.id, areaId));
      await audit(tx, act, "area.changed", areaId, {
        name: { from: former.nameJa, to: fields.nameJa },
      });
      return { ok: true as const };
    }),
  );
}

/** Moves an area in use one place up or down; at the end of the list nothing happens. */
export async function moveArea(
  db: DbOrTx,
  { areaId, direction }: { areaId: number; direction: "up" | "down" },
): Promise<void> {
  await db.transaction(async (tx) => {
    // All rows, so that two moves at the same moment take turns; in the order of keys, which no move
    // changes, so that neither waits for the other.
    await tx
      .select({ id: productAreas.id })
      .from(productAreas)
      .where(isNull(productAreas.retiredAt))
      .orderBy(asc(productAreas.id))
      .for("no key update");
    const rows = await tx
      .select({ id: productAreas.id })
      .from(productAreas)
      .where(isNull(productAreas.retiredAt))
      .orderBy(asc(productAreas.position), asc(productAreas.id));
    const ids = rows.map(({ id }) => id);
    const from = ids.indexOf(areaId);
    const to = from + (direction === "up" ? -1 : 1);
    const other = ids[to];
    if (from < 0 || other === undefined) return;
    ids[to] = areaId;
    ids[from] = other;
    for (const [index, id] of ids.entries()) {
      await tx
        .update(productAreas)
        .set({ position: index + 1 })
        .where(eq(productAreas.id, id));
    }
  });
}

/**
 * Retires an area – nothing new is filed under it, what is there stays – or takes it back into
 * use, at its former place.
 */
export async function setRetired(
  db: DbOrTx,
  { areaId, retired, ...act }: Act & { areaId: number; retired: boolean },
): Promise<{ ok: true } | { ok: false; reason: "unknown" }> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(productAreas)
      .set({
        retiredAt: retired
          ? sql`coalesce(${productAreas.retiredAt}, ${sql.param(act.now, productAreas.retiredAt)})`
          : null,
      })
      .where(eq(productAreas.id, areaId))
      .returning({ name: productAreas.nameJa });
    if (!row) return { ok: false, reason: "unknown" };
    await audit(tx, act, retired ? "area.retired" : "area.reopened", areaId, row);
    return { ok: true };
  });
}

async function refusingSlug<Result>(command: () => Promise<Result>): Promise<Result | SlugTaken> {
  try {
    return await command();
  } catch (error) {
    if (violatedConstraint(error) !== "product_areas_slug_unique") throw error;
    return { ok: false, reason: "slug-taken" };
  }
}

function audit(
  tx: DbOrTx,
  { actorId, address, now }: Act,
  action: string,
  targetId: number,
  detail: Record<string, unknown>,
): Promise<void> {
  return recordAudit(tx, {
    actorId,
    action,
    targetKind: "area",
    targetId,
    detail,
    address,
    at: now,
  });
}
