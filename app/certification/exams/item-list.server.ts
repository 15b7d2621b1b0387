import { and, asc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { areaColumns } from "#app/areas/areas.server.ts";
import type { Area } from "#app/areas/areas.ts";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import { sanitize } from "#app/lib/markdown/sanitize.ts";
import { excerpt } from "#app/lib/markdown/scan.ts";
import { contains, searchWord } from "#app/people/name-search.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { examItemOptions, examItems } from "#db/schema/exams.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import type { ExamItemKind, Locale } from "#db/vocabulary.ts";
import type { ItemFilter } from "./item-filter.ts";
import { isNewest } from "./item-reading.server.ts";
import { flaggedItemIds, listItemFigures } from "./item-statistics.server.ts";
import type { ItemFigures } from "./item-statistics.ts";

export const ITEM_PAGE = 50;

export type ListedItem = {
  id: number;
  code: string;
  revision: number;
  area: Area;
  kind: ExamItemKind;
  locale: Locale;
  /** The beginning of the question as plain text. */
  stem: string;
  retired: boolean;
  figures: ItemFigures;
};

const codeKey = sql<string>`exam_items.code collate "C"`;

/** The newest wordings of the question bank by code, for staff. */
export async function listItems(
  db: DbOrTx,
  { cursor, limit = ITEM_PAGE, ...filter }: ItemFilter & { cursor?: string | null; limit?: number },
): Promise<{ items: ListedItem[]; next?: string }> {
  const from = decodeCursor(cursor, ["string"]);
  const rows = await db
    .select({
      id: examItems.id,
      code: examItems.code,
      revision: examItems.revision,
      area: areaColumns,
      kind: examItems.kind,
      locale: examItems.locale,
      stemHtml: examItems.stemHtml,
      retiredAt: examItems.retiredAt,
    })
    .from(examItems)
    .innerJoin(productAreas, eq(productAreas.id, examItems.productAreaId))
    .where(and(matchesItem(db, filter), from && sql`${codeKey} > ${from[0]}`))
    .orderBy(asc(codeKey))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (last) => [last.code]);
  const figures = await listItemFigures(db, { itemIds: page.rows.map(({ id }) => id) });
  return {
    items: page.rows.map(({ stemHtml, retiredAt, ...row }) => ({
      ...row,
      stem: excerpt(sanitize(stemHtml).text, 90),
      retired: retiredAt !== null,
      figures: figures.get(row.id) ?? { n: 0, p: null, r: null },
    })),
    next: page.next,
  };
}

/** The ids of the newest wordings that a filter leaves, by code; for the export. */
export async function listItemIds(db: DbOrTx, filter: ItemFilter): Promise<number[]> {
  const rows = await db
    .select({ id: examItems.id })
    .from(examItems)
    .where(matchesItem(db, filter))
    .orderBy(asc(codeKey));
  return rows.map(({ id }) => id);
}

function matchesItem(
  db: DbOrTx,
  { q, areaId, kind, locale, retired = false, flagged }: ItemFilter,
): SQL | undefined {
  const word = searchWord(q);
  const inOption = db
    .select({ id: examItemOptions.id })
    .from(examItemOptions)
    .where(
      and(eq(examItemOptions.itemId, examItems.id), contains(examItemOptions.textSource, word)),
    );
  return and(
    // At most one wording of a code is in use, and it is the newest.
    retired ? and(isNotNull(examItems.retiredAt), isNewest) : isNull(examItems.retiredAt),
    areaId === undefined ? undefined : eq(examItems.productAreaId, areaId),
    kind && eq(examItems.kind, kind),
    locale && eq(examItems.locale, locale),
    flagged ? sql`${examItems.id} in ${flaggedItemIds}` : undefined,
    word === ""
      ? undefined
      : or(
          contains(examItems.code, word),
          contains(examItems.stemSource, word),
          sql`exists ${inOption}`,
        ),
  );
}
