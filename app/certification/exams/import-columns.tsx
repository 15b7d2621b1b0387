import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Section } from "#app/ui/page.tsx";
import { OPTION_LIMITS } from "./items.ts";

const COLUMNS = [
  "code",
  "revision",
  "area",
  "kind",
  "locale",
  "stem",
  "options",
  "correct",
  "explanation",
  "state",
] as const;

/** What the columns of the CSV file mean. */
export function ImportColumns({ areaSlugs }: { areaSlugs: string[] }) {
  const { t } = useTranslation("exams");
  const nameOf = (column: (typeof COLUMNS)[number]) =>
    column === "options" ? `option_1 … option_${OPTION_LIMITS.max}` : column;
  return (
    <Section title={t("import.columns")}>
      <DataTable
        caption={t("import.columns.list")}
        rows={COLUMNS.map((id) => ({ id }))}
        columns={[
          {
            key: "column",
            label: t("import.column"),
            cell: ({ id }) => <code className="whitespace-nowrap">{nameOf(id)}</code>,
          },
          {
            key: "what",
            label: t("import.column.what"),
            cell: ({ id }) => (
              <span className="block min-w-64">
                {t(`import.column.${id}`, { areas: areaSlugs.join("、") })}
              </span>
            ),
          },
        ]}
      />
      <p className="mt-3 text-sm text-muted">{t("import.column.images")}</p>
    </Section>
  );
}
