import { stringify } from "csv-stringify/sync";

type Cell = string | number | null;

/**
 * A table as a download that Excel opens in Japanese: UTF-8 with a byte order mark, no cell taken
 * for a formula.
 *
 * @param name of the file, without its extension: plain letters, digits and hyphens
 */
export function csvAnswer({
  name,
  head,
  rows,
}: {
  name: string;
  head: string[];
  rows: Cell[][];
}): Response {
  // Only what people wrote can be a formula: a negative number is a number.
  const cells = rows.map((row) => row.map((cell) => cell ?? ""));
  const csv = stringify([head, ...cells], { bom: true, escape_formulas: true });
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
