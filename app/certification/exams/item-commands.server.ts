import { and, desc, eq, isNull } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { examItems } from "#db/schema/exams.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { violatedConstraint } from "#db/violations.ts";
import { findItem, type StoredItem } from "./item-reading.server.ts";
import { insertWording, prepareWording, type WordingRefusal } from "./item-wording.server.ts";
import { type ItemDraft, sameWording, storedDraft } from "./items.ts";

export type Act = { actorId: number; address?: string; now: Date };

export type ItemRefusal = WordingRefusal | { ok: false; reason: "area-unknown" };
const areaUnknown = { ok: false, reason: "area-unknown" } as const;

/** Adds an item to the question bank. The draft has no faults. */
export async function createItem(
  db: Db,
  { code, draft, ...act }: Act & { code: string; draft: ItemDraft },
): Promise<{ ok: true; itemId: number } | ItemRefusal | { ok: false; reason: "code-taken" }> {
  if (!(await isOffered(db, draft.areaId))) return areaUnknown;
  const prepared = await prepareWording(storedDraft(draft));
  if (!prepared.ok) return prepared;
  const { wording } = prepared;
  return refusingCode(() =>
    db.transaction(async (tx) => {
      const itemId = await insertWording(tx, { wording, code, revision: 1, ...act });
      await audit(tx, act, "exam-item.created", itemId, { code });
      return { ok: true as const, itemId };
    }),
  );
}

/** Somebody gave the item another wording, or retired it, after the form was opened. */
export type StaleItem = { ok: false; reason: "stale"; current: StoredItem };

/**
 * Gives an item its next wording; the one before is retired and keeps its figures. Only a new
 * explanation, which nobody who sits an exam sees, stays with the wording.
 *
 * @param itemId the wording that the form showed; when it is no longer in use, nothing is changed
 */
export async function reviseItem(
  db: Db,
  { itemId, draft: typed, ...act }: Act & { itemId: number; draft: ItemDraft },
): Promise<
  | { ok: true; itemId: number; revised: boolean }
  | ItemRefusal
  | StaleItem
  | { ok: false; reason: "unknown" }
> {
  const draft = storedDraft(typed);
  const prepared = await prepareWording(draft);
  if (!prepared.ok) return prepared;
  return db.transaction(async (tx) => {
    const found = await findItem(tx, { itemId });
    if (!found) return { ok: false, reason: "unknown" };
    const current = await lockCurrent(tx, found.code);
    if (current.id !== itemId || current.retiredAt) return { ok: false, reason: "stale", current };
    const { areaId } = draft;
    if (areaId !== current.areaId && !(await isOffered(tx, areaId))) return areaUnknown;
    if (sameWording(current, draft)) {
      if (current.explanation !== draft.explanation) {
        const { explanation } = draft;
        await tx.update(examItems).set({ explanation }).where(eq(examItems.id, itemId));
        await audit(tx, act, "exam-item.explained", itemId, { code: current.code });
      }
      return { ok: true, itemId, revised: false };
    }
    await retire(tx, itemId, act.now);
    const revision = current.revision + 1;
    const next = await insertWording(tx, {
      wording: prepared.wording,
      code: current.code,
      revision,
      ...act,
    });
    await audit(tx, act, "exam-item.revised", next, { code: current.code, revision });
    return { ok: true, itemId: next, revised: true };
  });
}

/** Takes an item out of the bank, or its newest wording back in. Attempts under way keep it. */
export async function setItemRetired(
  db: Db,
  { itemId, retired, ...act }: Act & { itemId: number; retired: boolean },
): Promise<{ ok: true; code: string } | { ok: false; reason: "not-found" | "superseded" }> {
  return db.transaction(async (tx) => {
    const found = await findItem(tx, { itemId });
    if (!found) return { ok: false, reason: "not-found" };
    const { code } = found;
    const current = await lockCurrent(tx, code);
    if (current.id !== itemId) return { ok: false, reason: "superseded" };
    if ((current.retiredAt !== null) === retired) return { ok: true, code };
    await retire(tx, itemId, retired ? act.now : null);
    const action = retired ? "exam-item.retired" : "exam-item.restored";
    await audit(tx, act, action, itemId, { code });
    return { ok: true, code };
  });
}

/** Takes a wording out of use, or back in. */
export async function retire(tx: DbOrTx, itemId: number, retiredAt: Date | null): Promise<void> {
  await tx.update(examItems).set({ retiredAt }).where(eq(examItems.id, itemId));
}

async function isOffered(db: DbOrTx, areaId: number): Promise<boolean> {
  const [area] = await db
    .select({ id: productAreas.id })
    .from(productAreas)
    .where(and(eq(productAreas.id, areaId), isNull(productAreas.retiredAt)));
  return area !== undefined;
}

/** The newest wording of a code, so that two people who change it take turns. */
async function lockCurrent(tx: DbOrTx, code: string): Promise<StoredItem> {
  // The first wording is there for good: whoever holds it may add to its successors.
  await tx
    .select({ id: examItems.id })
    .from(examItems)
    .where(and(eq(examItems.code, code), eq(examItems.revision, 1)))
    .for("update");
  const [newest] = await tx
    .select({ id: examItems.id })
    .from(examItems)
    .where(eq(examItems.code, code))
    .orderBy(desc(examItems.revision))
    .limit(1);
  const current = newest && (await findItem(tx, { itemId: newest.id }));
  if (!current) throw new Error("The item vanished");
  return current;
}

async function refusingCode<Result>(
  command: () => Promise<Result>,
): Promise<Result | { ok: false; reason: "code-taken" }> {
  try {
    return await command();
  } catch (error) {
    if (violatedConstraint(error) !== "exam_items_revision") throw error;
    return { ok: false, reason: "code-taken" };
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
    targetKind: "exam-item",
    targetId,
    detail,
    address,
    at: now,
  });
}
