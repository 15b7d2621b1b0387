const SHOWN_PROBLEMS = 20;

export type RowPlace = { file: string; row: number; line: number };

/** What an import did, counted while it runs. */
export type ImportReport = {
  /** Rows read, by file. */
  rows: Record<string, number>;
  imported: {
    people: number;
    questions: number;
    answers: number;
    comments: number;
    acceptedAnswers: number;
    duplicates: number;
    closures: number;
  };
  /** Posts and comments that an earlier import brought. */
  alreadyThere: number;
  /** Rows of kinds that the portal has no place for, by kind. */
  skipped: Record<string, number>;
  problems: { total: number; first: (RowPlace & { problem: string })[] };
  /** Things a reader of the summary should know that concern no single row. */
  remarks: string[];
};

export function emptyReport(): ImportReport {
  return {
    rows: {},
    imported: {
      people: 0,
      questions: 0,
      answers: 0,
      comments: 0,
      acceptedAnswers: 0,
      duplicates: 0,
      closures: 0,
    },
    alreadyThere: 0,
    skipped: {},
    problems: { total: 0, first: [] },
    remarks: [],
  };
}

/** Adds to one of the counts that are kept by name. */
export function count(counts: Record<string, number>, name: string, more = 1): void {
  counts[name] = (counts[name] ?? 0) + more;
}

/** Notes a row that cannot be used; the first twenty are kept word for word. */
export function addProblem(report: ImportReport, place: RowPlace, problem: string): void {
  report.problems.total++;
  if (report.problems.first.length < SHOWN_PROBLEMS) {
    report.problems.first.push({ ...place, problem });
  }
}

/** The summary for a terminal, one entry per line. */
export function formatReport(
  report: ImportReport,
  { source, milliseconds }: { source: string; milliseconds: number },
): string[] {
  const rows = Object.values(report.rows).reduce((sum, n) => sum + n, 0);
  const seconds = milliseconds / 1000;
  const speed = Math.round(rows / Math.max(seconds, 0.001));
  const { imported, problems } = report;
  const lines = [
    `Imported ${source}: ${number(rows)} rows in ${seconds.toFixed(1)} s (${number(speed)} rows/s).`,
    entry(
      "read",
      Object.entries(report.rows).map(([file, n]) => `${file} ${number(n)}`),
    ),
    entry("new", [
      `${number(imported.questions)} questions`,
      `${number(imported.answers)} answers`,
      `${number(imported.comments)} comments`,
      `${number(imported.people)} people`,
    ]),
    entry("new marks", [
      `${number(imported.acceptedAnswers)} accepted answers`,
      `${number(imported.duplicates)} duplicates`,
      `${number(imported.closures)} closed`,
    ]),
    entry("already there", [number(report.alreadyThere)]),
    entry(
      "skipped",
      Object.entries(report.skipped).map(([kind, n]) => `${number(n)} ${kind}`),
    ),
    entry("malformed", [number(problems.total)]),
    ...problems.first
      .toSorted(byPlace)
      .map(({ file, row, line, problem }) => `    ${file} row ${row} (line ${line}): ${problem}`),
  ];
  const unshown = problems.total - problems.first.length;
  if (unshown > 0) lines.push(`    … and ${number(unshown)} more`);
  return [...lines, ...report.remarks.map((remark) => `  note: ${remark}`)];
}

function byPlace(a: RowPlace, b: RowPlace): number {
  return a.file === b.file ? a.row - b.row : a.file < b.file ? -1 : 1;
}

function entry(name: string, values: string[]): string {
  return `  ${name.padEnd(14)} ${values.length > 0 ? values.join(", ") : "none"}`;
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
