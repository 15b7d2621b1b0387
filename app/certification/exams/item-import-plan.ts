import type { ExamItemKind, Locale } from "#db/vocabulary.ts";
import { EXAM_ITEM_KINDS, LOCALES } from "#db/vocabulary.ts";
import type { CsvItem, CsvRow } from "./item-csv.ts";
import {
  CODE_PATTERN,
  type ItemDraft,
  type ItemFault,
  itemFaults,
  sameWording,
  storedDraft,
} from "./items.ts";

/** The newest wording of a code, as far as a plan compares it. */
export type KnownItem = ItemDraft & {
  id: number;
  code: string;
  revision: number;
  retired: boolean;
};

/** What the import does with a row. `explained`: only the explanation is new. */
export type Change = "added" | "revised" | "explained" | "retired" | "restored" | "unchanged";

export type PlannedRow = {
  line: number;
  code: string;
  change: Change;
  draft: ItemDraft;
  known: KnownItem | undefined;
};

export type RowProblem = {
  line: number;
  code: string;
  reason:
    | ItemFault["reason"]
    | "code-malformed"
    | "code-twice"
    | "area-unknown"
    | "kind-unknown"
    | "locale-unknown"
    | "state-unknown"
    | "correct-unknown"
    | "revision-unknown"
    | "changed-meanwhile"
    | "new-but-retired"
    | "too-complex"
    | "shows-nothing";
  /** What stood there, a limit, or an earlier line. */
  value?: string;
  max?: number;
  length?: number;
};

/**
 * What an import would do, row by row; or all that is wrong with the file. The same file leads to
 * "unchanged" everywhere once it has been imported.
 */
export function planImport(
  rows: CsvRow[],
  {
    areaIds,
    known,
  }: { areaIds: ReadonlyMap<string, number>; known: ReadonlyMap<string, KnownItem> },
): { plan: PlannedRow[]; problems: RowProblem[] } {
  const plan: PlannedRow[] = [];
  const problems: RowProblem[] = [];
  const lines = new Map<string, number>();
  for (const { line, item } of rows) {
    const found = problemsOf(item, { areaIds, known: known.get(item.code) });
    const earlier = lines.get(item.code);
    if (earlier !== undefined && item.code !== "") {
      found.push({ reason: "code-twice", value: String(earlier) });
    }
    lines.set(item.code, earlier ?? line);
    problems.push(...found.map((problem) => ({ line, code: item.code, ...problem })));
    const draft = found.length === 0 && draftOf(item, areaIds);
    if (draft) plan.push(planRow(line, item, draft, known.get(item.code)));
  }
  return { plan, problems };
}

function planRow(
  line: number,
  { code, state }: CsvItem,
  draft: ItemDraft,
  known: KnownItem | undefined,
): PlannedRow {
  const row = { line, code, draft, known };
  if (!known) return { ...row, change: "added" };
  const shallRetire = state === "retired";
  const isSame = sameWording(known, draft) && known.explanation === draft.explanation;
  if (shallRetire) return { ...row, change: known.retired ? "unchanged" : "retired" };
  if (!sameWording(known, draft)) return { ...row, change: "revised" };
  if (known.retired) return { ...row, change: "restored" };
  return { ...row, change: isSame ? "unchanged" : "explained" };
}

type Problem = Omit<RowProblem, "line" | "code">;

function problemsOf(
  item: CsvItem,
  { areaIds, known }: { areaIds: ReadonlyMap<string, number>; known: KnownItem | undefined },
): Problem[] {
  const problems: Problem[] = [];
  const wrong = (reason: RowProblem["reason"], value: string) => problems.push({ reason, value });
  if (!CODE_PATTERN.test(item.code)) wrong("code-malformed", item.code);
  if (!areaIds.has(item.area)) wrong("area-unknown", item.area);
  if (!includes(EXAM_ITEM_KINDS, item.kind)) wrong("kind-unknown", item.kind);
  if (!includes(LOCALES, item.locale)) wrong("locale-unknown", item.locale);
  if (!["", "in-use", "retired"].includes(item.state)) wrong("state-unknown", item.state);
  if (item.state === "retired" && !known) problems.push({ reason: "new-but-retired" });
  if (item.kind !== "order" && item.unknownCorrect.length > 0) {
    wrong("correct-unknown", item.unknownCorrect.join(" "));
  }
  if (!/^\d{0,9}$/.test(item.revision)) wrong("revision-unknown", item.revision);
  const draft = problems.length === 0 ? draftOf(item, areaIds) : undefined;
  if (!draft) return problems;
  problems.push(...itemFaults(draft).map(({ field: _, ...fault }) => fault));
  const isNews = known && !(sameWording(known, draft) && known.explanation === draft.explanation);
  if (isNews && item.revision !== "" && Number(item.revision) !== known.revision) {
    wrong("changed-meanwhile", String(known.revision));
  }
  return problems;
}

function draftOf(item: CsvItem, areaIds: ReadonlyMap<string, number>): ItemDraft | undefined {
  const areaId = areaIds.get(item.area);
  if (areaId === undefined) return undefined;
  const { stem, options, explanation } = item;
  return storedDraft({
    areaId,
    kind: item.kind as ExamItemKind,
    locale: item.locale as Locale,
    stem,
    options,
    explanation,
  });
}

const includes = (words: readonly string[], word: string) => words.includes(word);
