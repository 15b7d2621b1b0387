import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Day } from "#app/ui/day.tsx";
import type { ListedOrganisation } from "./organisation-list.server.ts";

/** Customer companies, one a row. */
export function OrganisationTable({ organisations }: { organisations: ListedOrganisation[] }) {
  const { t } = useTranslation(["staff", "common"]);
  return (
    <DataTable
      caption={t("organisations.list")}
      rows={organisations}
      columns={[
        {
          key: "name",
          label: t("organisations.name"),
          cell: (row) => (
            <Link
              to={`/staff/organisations/${row.id}`}
              className="block min-w-52 font-semibold hover:text-brand hover:underline"
            >
              {row.name}
            </Link>
          ),
        },
        {
          key: "tier",
          label: t("organisations.tier"),
          cell: (row) => t(`common:tier.${row.tier}`),
        },
        {
          key: "phase",
          label: t("organisations.phase"),
          cell: (row) => (
            <span className="whitespace-nowrap">{t(`common:phase.${row.phase}`)}</span>
          ),
        },
        {
          key: "industry",
          label: t("organisations.industry"),
          cell: (row) => (
            <span className="block min-w-36 text-muted">
              {[row.industry, row.region].filter(Boolean).join(" ・ ")}
            </span>
          ),
        },
        {
          key: "people",
          label: t("organisations.people"),
          align: "end",
          cell: (row) => row.peopleCount,
        },
        {
          key: "contract",
          label: t("organisations.contractEnds"),
          cell: (row) =>
            row.contractEndsOn ? (
              <Day value={row.contractEndsOn} />
            ) : (
              <span className="text-muted">{t("organisations.noEnd")}</span>
            ),
        },
      ]}
    />
  );
}
