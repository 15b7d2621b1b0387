import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { cleanLine, cleanText } from "#app/lib/clean-text.ts";
import { MAX_CSV_BYTES, MAX_CSV_ROWS } from "./import-limits.ts";
import { OPTION_LIMITS } from "./items.ts";

/**
 * Columns of the question bank as CSV, in the order of the export. The import takes them in any
 * order; `revision`, `explanation` and `state` may be missing.
 *
 * - `code`: names the item through all its wordings
 * - `revision`: the wording that was exported; the import refuses a row when there is a newer one.
 *   Empty: not compared
 * - `area`: the product area, by the word in its address
 * - `kind`: single, multiple or order
 * - `locale`: ja or en
 * - `stem`, `option_1` … `option_8`: Markdown; for `order` the options in the right order
 * - `correct`: numbers of the right options, parted by semicolons; empty for `order`
 * - `explanation`: for staff
 * - `state`: in-use (also when empty) or retired
 */
const OPTION_COLUMNS = Array.from({ length: OPTION_LIMITS.max }, (_, i) => `option_${i + 1}`);
export const ITEM_COLUMNS = [
  "code",
  "revision",
  "area",
  "kind",
  "locale",
  "stem",
  ...OPTION_COLUMNS,
  "correct",
  "explanation",
  "state",
];
const MAY_BE_MISSING = new Set(["revision", "explanation", "state", ...OPTION_COLUMNS.slice(2)]);

/** An item as a row of the file says it, words not yet looked up. */
export type CsvItem = {
  code: string;
  revision: string;
  area: string;
  kind: string;
  locale: string;
  stem: string;
  options: { text: string; isCorrect: boolean }[];
  /** What stands in `correct` and names no option. */
  unknownCorrect: string[];
  explanation: string;
  state: string;
};

// What a spreadsheet takes for a formula at the beginning of a cell, as csv-stringify sees it.
const FORMULA = "=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20";
const ESCAPED = new RegExp(`^'+[${FORMULA}]`);

/** The bank as CSV that Excel opens in Japanese: UTF-8 with a byte order mark, nothing a formula. */
export function itemsToCsv(items: CsvItem[]): string {
  const rows = items.map((item) =>
    [
      item.code,
      item.revision,
      item.area,
      item.kind,
      item.locale,
      item.stem,
      ...OPTION_COLUMNS.map((_, index) => item.options[index]?.text ?? ""),
      item.options.flatMap(({ isCorrect }, index) => (isCorrect ? [index + 1] : [])).join(";"),
      item.explanation,
      item.state,
    ]
      // An apostrophe that would be taken for an escaping one gets one itself.
      .map((cell) => (ESCAPED.test(cell) ? `'${cell}` : cell)),
  );
  return stringify([ITEM_COLUMNS, ...rows], { bom: true, escape_formulas: true });
}

export type CsvRow = { line: number; item: CsvItem };
export type CsvRefusal = {
  ok: false;
  reason: "not-utf-8" | "too-large" | "too-many-rows" | "empty" | "not-csv" | "missing-columns";
  /** The line at which reading ended. */
  line?: number;
  columns?: string[];
};

/** The text of an uploaded file. */
export function decodeCsv(bytes: Uint8Array): { ok: true; text: string } | CsvRefusal {
  if (bytes.length > MAX_CSV_BYTES) return { ok: false, reason: "too-large" };
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, reason: "not-utf-8" };
  }
}

/** The items that a file holds, each with the line where its row begins. */
export function itemsFromCsv(text: string): { ok: true; rows: CsvRow[] } | CsvRefusal {
  const parsed = readRecords(text);
  if (!parsed.ok) return parsed;
  const [head, ...records] = parsed.records;
  if (!head) return { ok: false, reason: "empty" };
  const names = head.cells.map((cell) => cleanLine(cell).toLowerCase());
  const columns = ITEM_COLUMNS.filter(
    (column) => !names.includes(column) && !MAY_BE_MISSING.has(column),
  );
  if (columns.length > 0) return { ok: false, reason: "missing-columns", columns };
  if (records.length === 0) return { ok: false, reason: "empty" };
  if (records.length > MAX_CSV_ROWS) return { ok: false, reason: "too-many-rows" };
  const rows = records.map(({ line, cells }) => {
    const cell = (name: string) => unescaped(cells[names.indexOf(name)] ?? "");
    return { line, item: readItem(cell) };
  });
  return { ok: true, rows };
}

type Record = { line: number; cells: string[] };

function readRecords(text: string): { ok: true; records: Record[] } | CsvRefusal {
  try {
    let end = 0;
    const records: Record[] = [];
    // One kind of line break, or line numbers would count those inside of cells twice.
    const read = parse(text.replace(/\r\n?/g, "\n"), {
      bom: true,
      info: true,
      relax_column_count: true,
      record_delimiter: "\n",
    }) as unknown as { record: string[]; info: { lines: number } }[];
    for (const { record, info } of read) {
      const line = end + 1;
      end = info.lines;
      if (record.some((cell) => cell.trim() !== "")) records.push({ line, cells: record });
    }
    return { ok: true, records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : undefined;
    return { ok: false, reason: "not-csv", line };
  }
}

const unescaped = (cell: string) =>
  ESCAPED.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell;

function readItem(cell: (name: string) => string): CsvItem {
  const word = (name: string) => cleanLine(cell(name));
  const correct = word("correct")
    .normalize("NFKC")
    .split(/[;,、\s]+/)
    .filter(Boolean);
  // Blank columns between options move the others up, and their numbers with them.
  const filled = OPTION_COLUMNS.flatMap((column, index) => {
    const text = cleanText(cell(column));
    return text === "" ? [] : [{ number: String(index + 1), text }];
  });
  const numbers = new Set(filled.map(({ number }) => number));
  return {
    code: word("code"),
    revision: word("revision"),
    area: word("area").toLowerCase(),
    kind: word("kind").toLowerCase(),
    locale: word("locale").toLowerCase(),
    stem: cleanText(cell("stem")),
    options: filled.map(({ number, text }) => ({ text, isCorrect: correct.includes(number) })),
    unknownCorrect: correct.filter((number) => !numbers.has(number)),
    explanation: cleanText(cell("explanation")),
    state: word("state").toLowerCase(),
  };
}
