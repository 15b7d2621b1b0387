import { asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { examItemOptions, examItems } from "#db/schema/exams.ts";
import { people } from "#db/schema/people.ts";
import type { ItemDraft } from "./items.ts";

export type StoredOption = {
  id: number;
  position: number;
  text: string;
  html: string;
  isCorrect: boolean;
};

/** One wording of an item, with everything that staff may see of it. */
export type StoredItem = Omit<ItemDraft, "options"> & {
  id: number;
  code: string;
  revision: number;
  stemHtml: string;
  options: StoredOption[];
  createdAt: Date;
  createdBy: string;
  retiredAt: Date | null;
};

/** A wording by its id; for staff. */
export async function findItem(
  db: DbOrTx,
  { itemId }: { itemId: number },
): Promise<StoredItem | undefined> {
  const [item] = await listWordings(db, [itemId]);
  return item;
}

/** Wordings in the order of the ids given; for staff. */
export async function listWordings(db: DbOrTx, itemIds: number[]): Promise<StoredItem[]> {
  if (itemIds.length === 0) return [];
  const rows = await db
    .select({
      id: examItems.id,
      code: examItems.code,
      revision: examItems.revision,
      areaId: examItems.productAreaId,
      kind: examItems.kind,
      locale: examItems.locale,
      stem: examItems.stemSource,
      stemHtml: examItems.stemHtml,
      explanation: examItems.explanation,
      createdAt: examItems.createdAt,
      createdBy: people.name,
      retiredAt: examItems.retiredAt,
    })
    .from(examItems)
    .innerJoin(people, eq(people.id, examItems.createdBy))
    .where(inArray(examItems.id, itemIds));
  const options = await listOptions(db, itemIds);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return itemIds.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ ...row, options: options.get(id) ?? [] }] : [];
  });
}

async function listOptions(db: DbOrTx, itemIds: number[]): Promise<Map<number, StoredOption[]>> {
  const rows = await db
    .select({
      itemId: examItemOptions.itemId,
      id: examItemOptions.id,
      position: examItemOptions.position,
      text: examItemOptions.textSource,
      html: examItemOptions.textHtml,
      isCorrect: examItemOptions.isCorrect,
    })
    .from(examItemOptions)
    .where(inArray(examItemOptions.itemId, itemIds))
    .orderBy(asc(examItemOptions.itemId), asc(examItemOptions.position));
  const options = new Map<number, StoredOption[]>();
  for (const { itemId, ...option } of rows) {
    const list = options.get(itemId);
    if (list) list.push(option);
    else options.set(itemId, [option]);
  }
  return options;
}

export type Revision = {
  id: number;
  revision: number;
  createdAt: Date;
  createdBy: string;
  retiredAt: Date | null;
};

/** All wordings of a code, the newest first. */
export async function listRevisions(db: DbOrTx, { code }: { code: string }): Promise<Revision[]> {
  return db
    .select({
      id: examItems.id,
      revision: examItems.revision,
      createdAt: examItems.createdAt,
      createdBy: people.name,
      retiredAt: examItems.retiredAt,
    })
    .from(examItems)
    .innerJoin(people, eq(people.id, examItems.createdBy))
    .where(eq(examItems.code, code))
    .orderBy(desc(examItems.revision));
}

/** Whether a row is the newest wording of its code. */
export const isNewest = sql`not exists (select from exam_items later
  where later.code = exam_items.code and later.revision > exam_items.revision)`;

/** Number of items in use by area, for one language. */
export async function countItemsInUse(
  db: DbOrTx,
): Promise<{ areaId: number; locale: "ja" | "en"; count: number }[]> {
  return db
    .select({
      areaId: examItems.productAreaId,
      locale: examItems.locale,
      count: sql<number>`count(*)::int`,
    })
    .from(examItems)
    .where(isNull(examItems.retiredAt))
    .groupBy(examItems.productAreaId, examItems.locale);
}
