import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Section } from "#app/ui/page.tsx";
import { MAX_CSV_ROWS, MAX_LISTED } from "./import-limits.ts";
import type { ImportRefusal, ImportReport } from "./item-import.server.ts";
import type { Change, RowProblem } from "./item-import-plan.ts";

const TONES: Record<Change, Tone> = {
  added: "good",
  revised: "info",
  explained: "info",
  retired: "wait",
  restored: "good",
  unchanged: "neutral",
};

/** Takes the file that is to be checked. */
export function ImportForm({ refused }: { refused?: string }) {
  const { t } = useTranslation("exams");
  return (
    <Form method="post" encType="multipart/form-data">
      <Card className="grid gap-4">
        <div className="grid gap-1.5">
          <label htmlFor="file" className="font-semibold">
            {t("import.file")}
          </label>
          <p id="file-hint" className="text-sm text-muted">
            {t("import.file.hint", { max: MAX_CSV_ROWS })}
          </p>
          <input
            id="file"
            type="file"
            name="file"
            accept=".csv,text/csv"
            required
            aria-describedby={refused ? "file-hint file-error" : "file-hint"}
            aria-invalid={refused ? true : undefined}
            className="control w-full"
          />
          {refused && (
            <p id="file-error" role="alert" className="text-sm font-semibold text-danger">
              {refused}
            </p>
          )}
        </div>
        <div>
          <Button variant="primary">{t("import.check")}</Button>
        </div>
      </Card>
    </Form>
  );
}

/** What the import would do, row by row, and the button that does it. */
export function ImportPlan({ report, text }: { report: ImportReport; text: string }) {
  const { t } = useTranslation("exams");
  const changes = report.rows.filter(({ change }) => change !== "unchanged");
  const counts = Object.entries(report.counts) as [Change, number][];
  return (
    <Section title={t("import.report")}>
      <ul className="mb-3 flex flex-wrap gap-2">
        {counts
          .filter(([, count]) => count > 0)
          .map(([change, count]) => (
            <li key={change}>
              <Badge tone={TONES[change]}>{t(`import.count.${change}`, { count })}</Badge>
            </li>
          ))}
      </ul>
      {changes.length === 0 ? (
        <p>{t("import.report.nothing")}</p>
      ) : (
        <>
          <p className="mb-3">{t("import.report.text")}</p>
          <DataTable
            caption={t("import.report.list")}
            rows={changes.slice(0, MAX_LISTED).map((row) => ({ id: row.line, ...row }))}
            columns={[
              { key: "line", label: t("import.line"), align: "end", cell: ({ line }) => line },
              { key: "code", label: t("items.code"), cell: ({ code }) => <code>{code}</code> },
              {
                key: "change",
                label: t("import.change"),
                cell: ({ change }) => (
                  <Badge tone={TONES[change]}>{t(`import.change.${change}`)}</Badge>
                ),
              },
            ]}
          />
          <Form
            method="post"
            action="/staff/exam-items/imports"
            encType="multipart/form-data"
            className="mt-4"
          >
            <textarea name="csv" defaultValue={text} hidden readOnly />
            <Button variant="primary">{t("import.run")}</Button>
          </Form>
        </>
      )}
    </Section>
  );
}

/** Rows that keep a file from being imported. */
export function ImportProblems({ problems }: { problems: RowProblem[] }) {
  const { t } = useTranslation("exams");
  const words = useProblemWords();
  return (
    <Section title={t("import.problems")}>
      <p role="alert" className="mb-3">
        {t("import.problems.text")}
      </p>
      <DataTable
        caption={t("import.problems.list")}
        rows={problems.slice(0, MAX_LISTED).map((problem, id) => ({ id, ...problem }))}
        columns={[
          { key: "line", label: t("import.line"), align: "end", cell: ({ line }) => line },
          {
            key: "code",
            label: t("items.code"),
            cell: ({ code }) => <code className="block max-w-60">{code}</code>,
          },
          {
            key: "problem",
            label: t("import.problem"),
            cell: (problem) => <span className="block min-w-60">{words(problem)}</span>,
          },
        ]}
      />
    </Section>
  );
}

function useProblemWords() {
  const { t, i18n } = useTranslation("exams");
  return ({ reason, value = "", max, length }: RowProblem): string => {
    const ofRow = `row.${reason}`;
    const key = i18n.exists(ofRow, { ns: "exams" }) ? ofRow : `item.error.${reason}`;
    return t(key as "row.code-twice", { value: value.slice(0, 60), max, length });
  };
}

/** Why a file was not read at all, in words. */
export function useRefusalWords() {
  const { t } = useTranslation("exams");
  return (refusal: Exclude<ImportRefusal, { reason: "rows" }> | { reason: "missing" }): string => {
    const { line, columns } = { line: undefined, columns: [], ...refusal };
    return t(`import.refused.${refusal.reason}`, {
      line: line ?? 0,
      columns: columns?.join("、") ?? "",
      max: MAX_CSV_ROWS,
    });
  };
}
