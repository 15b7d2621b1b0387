import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { CertificationMark } from "#app/ui/certification-mark.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { CERTIFICATION_TONES, type CertificationState, certificationName } from "./definitions.ts";

export type DefinitionRow = {
  id: number;
  level: number;
  nameJa: string;
  nameEn: string;
  number: number;
  state: CertificationState;
  isBeingWritten: boolean;
  holders: number;
  applications: number;
};

/** Every certification with its state and what is going on with it. */
export function DefinitionTable({ rows }: { rows: DefinitionRow[] }) {
  const { t, i18n } = useTranslation("certification");
  return (
    <DataTable
      caption={t("staff.title")}
      rows={rows}
      columns={[
        {
          key: "name",
          label: t("staff.column.name"),
          cell: (row) => (
            <span className="flex items-center gap-2">
              <CertificationMark level={row.level} label={t("level", { level: row.level })} />
              <Link to={`/staff/certifications/${row.id}`} className="font-semibold underline">
                {certificationName(row, i18n.language)}
              </Link>
            </span>
          ),
        },
        {
          key: "state",
          label: t("staff.column.state"),
          cell: (row) => (
            <span className="flex flex-wrap gap-2">
              <Badge tone={CERTIFICATION_TONES[row.state]}>{t(`state.${row.state}`)}</Badge>
              {row.isBeingWritten && row.state !== "draft" && <span>{t("staff.writing")}</span>}
            </span>
          ),
        },
        {
          key: "version",
          label: t("staff.column.version"),
          cell: (row) => t("staff.version", { number: row.number }),
        },
        {
          key: "holders",
          label: t("staff.column.holders"),
          align: "end",
          cell: (row) => row.holders,
        },
        {
          key: "applications",
          label: t("staff.column.applications"),
          align: "end",
          cell: (row) => row.applications,
        },
      ]}
    />
  );
}
