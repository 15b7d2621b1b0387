import { asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { examItems } from "#db/schema/exams.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { type Act, retire } from "./item-commands.server.ts";
import {
  type CsvItem,
  type CsvRefusal,
  type CsvRow,
  itemsFromCsv,
  itemsToCsv,
} from "./item-csv.ts";
import type { ItemFilter } from "./item-filter.ts";
import {
  type Change,
  type KnownItem,
  type PlannedRow,
  planImport,
  type RowProblem,
} from "./item-import-plan.ts";
import { listItemIds } from "./item-list.server.ts";
import { isNewest, listWordings } from "./item-reading.server.ts";
import { insertWording, prepareWording, type Wording } from "./item-wording.server.ts";

/** The newest wordings that a filter leaves, as CSV. */
export async function exportItems(db: DbOrTx, filter: ItemFilter): Promise<string> {
  const items = await listWordings(db, await listItemIds(db, filter));
  const slugs = new Map((await listAreaSlugs(db)).map(({ id, slug }) => [id, slug]));
  return itemsToCsv(
    items.map(
      (item): CsvItem => ({
        ...item,
        revision: String(item.revision),
        area: slugs.get(item.areaId) ?? "",
        unknownCorrect: [],
        state: item.retiredAt ? "retired" : "in-use",
      }),
    ),
  );
}

export type ImportReport = {
  rows: { line: number; code: string; change: Change }[];
  counts: Record<Change, number>;
};

export type ImportRefusal =
  | CsvRefusal
  /** Rows that cannot be imported, with the line where each begins. */
  | { ok: false; reason: "rows"; problems: RowProblem[] };

/** What importing a file would do; nothing is changed. */
export async function checkImport(
  db: Db,
  { text }: { text: string },
): Promise<{ ok: true; report: ImportReport } | ImportRefusal> {
  const read = itemsFromCsv(text);
  if (!read.ok) return read;
  const checked = await planAndRender(db, read.rows);
  if (!checked.ok) return checked;
  return { ok: true, report: reportOf(checked.plan) };
}

/**
 * Imports a file into the question bank, the whole of it or nothing. Importing it once more changes
 * nothing.
 */
export async function importItems(
  db: Db,
  { text, ...act }: Act & { text: string },
): Promise<{ ok: true; report: ImportReport } | ImportRefusal> {
  const read = itemsFromCsv(text);
  if (!read.ok) return read;
  return db.transaction(async (tx) => {
    // Nobody else writes to the bank between the plan and its end; reading goes on.
    await tx.execute(sql`lock table ${examItems} in share row exclusive mode`);
    const checked = await planAndRender(tx, read.rows);
    if (!checked.ok) return checked;
    for (const row of checked.plan) await apply(tx, row, checked.wordings.get(row.code), act);
    const report = reportOf(checked.plan);
    if (report.counts.unchanged < report.rows.length) {
      await recordAudit(tx, {
        actorId: act.actorId,
        action: "exam-item.imported",
        targetKind: "exam-items",
        targetId: "",
        detail: report.counts,
        address: act.address,
        at: act.now,
      });
    }
    return { ok: true, report };
  });
}

async function planAndRender(
  db: DbOrTx,
  rows: CsvRow[],
): Promise<
  | { ok: true; plan: PlannedRow[]; wordings: Map<string, Wording> }
  | { ok: false; reason: "rows"; problems: RowProblem[] }
> {
  const codes = rows.map(({ item }) => item.code);
  const known = await listKnown(db, codes);
  const areas = await listAreaSlugs(db, [...known.values()]);
  const areaIds = new Map(areas.map(({ id, slug }) => [slug, id]));
  const { plan, problems } = planImport(rows, { areaIds, known });
  const wordings = new Map<string, Wording>();
  for (const { line, code, change, draft } of plan) {
    if (change !== "added" && change !== "revised") continue;
    const prepared = await prepareWording(draft);
    if (prepared.ok) wordings.set(code, prepared.wording);
    else problems.push({ line, code, reason: prepared.reason });
  }
  problems.sort((a, b) => a.line - b.line);
  return problems.length > 0
    ? { ok: false, reason: "rows", problems }
    : { ok: true, plan, wordings };
}

async function apply(
  tx: DbOrTx,
  { change, code, known, draft }: PlannedRow,
  wording: Wording | undefined,
  act: Act,
): Promise<void> {
  if (change === "unchanged") return;
  if (change === "retired") return retire(tx, idOf(known), act.now);
  if (change === "restored" || change === "explained") {
    const { explanation } = draft;
    await tx
      .update(examItems)
      .set({ explanation, retiredAt: null })
      .where(eq(examItems.id, idOf(known)));
    return;
  }
  if (!wording) throw new Error("A new wording was not rendered");
  if (known && !known.retired) await retire(tx, known.id, act.now);
  await insertWording(tx, { wording, code, revision: (known?.revision ?? 0) + 1, ...act });
}

function idOf(known: KnownItem | undefined): number {
  if (!known) throw new Error("There is no wording to change");
  return known.id;
}

/** The newest wordings of some codes. */
async function listKnown(db: DbOrTx, codes: string[]): Promise<Map<string, KnownItem>> {
  const found = new Map<string, KnownItem>();
  const distinct = [...new Set(codes)];
  if (distinct.length === 0) return found;
  const ids = await db
    .select({ id: examItems.id })
    .from(examItems)
    .where(sql`${inArray(examItems.code, distinct)} and ${isNewest}`);
  const items = await listWordings(
    db,
    ids.map(({ id }) => id),
  );
  for (const { retiredAt, ...item } of items) {
    found.set(item.code, { ...item, retired: retiredAt !== null });
  }
  return found;
}

/** Areas by the word in their address: those in use, and those that the given items have. */
async function listAreaSlugs(
  db: DbOrTx,
  items?: { areaId: number }[],
): Promise<{ id: number; slug: string }[]> {
  const ids = items?.map(({ areaId }) => areaId) ?? [];
  return db
    .select({ id: productAreas.id, slug: productAreas.slug })
    .from(productAreas)
    .where(
      items &&
        or(
          isNull(productAreas.retiredAt),
          ids.length > 0 ? inArray(productAreas.id, ids) : undefined,
        ),
    )
    .orderBy(asc(productAreas.id));
}

function reportOf(plan: PlannedRow[]): ImportReport {
  const counts = { added: 0, revised: 0, explained: 0, retired: 0, restored: 0, unchanged: 0 };
  for (const { change } of plan) counts[change] += 1;
  return { rows: plan.map(({ line, code, change }) => ({ line, code, change })), counts };
}
