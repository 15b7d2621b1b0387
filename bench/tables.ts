import { BUDGETS, type Verdicts } from "./budgets.ts";
import type { LoadFigures } from "./load.ts";
import type { PageWeight } from "./page-weight.ts";
import type { CostFigures } from "./process-figures.ts";
import type { Visit } from "./visits.ts";

/** One visit with all that was measured of it; only pages have a weight. */
export type Measured = {
  visit: Visit;
  load: LoadFigures[];
  cost: CostFigures;
  weight?: PageWeight;
};

/** Requests per second and times, a line for each number of connections. */
export function loadTable(all: Measured[], verdicts: Verdicts): string {
  const rows = all.flatMap(({ visit, load }) =>
    load.map((figures, index) => [
      index === 0 ? visit.name : "",
      String(figures.connections),
      figures.requestsPerSecond.toFixed(figures.requestsPerSecond < 100 ? 1 : 0),
      figures.p50.toFixed(1),
      figures.p95.toFixed(1),
      figures.p99.toFixed(1),
      timeVerdict(visit, figures, verdicts),
    ]),
  );
  return table(["", "clients", "req/s", "p50 ms", "p95 ms", "p99 ms", "budget (p50, p95)"], rows);
}

function timeVerdict(visit: Visit, figures: LoadFigures, verdicts: Verdicts): string {
  const failed = figures.failed > 0 ? `${figures.failed} FAILED ` : "";
  if (figures.failed > 0) verdicts.over.push(`${visit.name}: failed requests`);
  const hasBudget = /^(List|Question)/.test(visit.name) && figures.connections === 1;
  if (!hasBudget) return failed;
  const p50 = verdicts.judge(`${visit.name}: p50`, figures.p50, BUDGETS.p50);
  const p95 = verdicts.judge(`${visit.name}: p95`, figures.p95, BUDGETS.p95);
  return `${failed}${p50}, ${p95}`;
}

/** What one request costs, and the bytes of pages. */
export function costTable(all: Measured[], verdicts: Verdicts): string {
  const rows = all.map(({ visit, cost, weight }) => {
    const js = visit.kind === "reading" ? `${BUDGETS.js / 1024} KB` : undefined;
    return [
      visit.name,
      cost.queries.toFixed(1),
      visit.kind === "command"
        ? ""
        : verdicts.judge(`${visit.name}: queries`, cost.queries, BUDGETS.queries),
      cost.cpuMilliseconds.toFixed(1),
      ...(weight
        ? [
            `${kib(weight.html)} / ${kib(weight.htmlSent)}`,
            kib(weight.js),
            js ? verdicts.judge(`${visit.name}: JS`, weight.js, BUDGETS.js, js) : "",
            kib(weight.css),
            verdicts.judge(
              `${visit.name}: CSS`,
              weight.css,
              BUDGETS.css,
              `${BUDGETS.css / 1024} KB`,
            ),
          ]
        : ["", "", "", "", ""]),
    ];
  });
  return table(
    ["", "queries", "", "CPU ms", "HTML / gzip KB", "JS gzip KB", "", "CSS gzip KB", ""],
    rows,
  );
}

function kib(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

/** Columns under their heads: the first and those without a head to the left, numbers to the right. */
function table(heads: string[], rows: string[][]): string {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => {
        const isLast = column === cells.length - 1;
        const left = column === 0 || heads[column] === "" || isLast;
        return left ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
      })
      .join("  ")
      .trimEnd();
  return [line(heads), ...rows.map(line)].map((text) => `  ${text}`).join("\n");
}
