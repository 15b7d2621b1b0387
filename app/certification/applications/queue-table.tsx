import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CertificationMark } from "#app/ui/certification-mark.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import type { ApplicationState } from "#db/vocabulary.ts";
import { certificationName } from "../definitions/definitions.ts";
import { ApplicationBadge } from "./application-state.tsx";

export type QueueRow = {
  id: number;
  state: ApplicationState;
  level: number;
  nameJa: string;
  nameEn: string;
  applicantName: string;
  organisationName: string | null;
  reviewerName: string | null;
  round: number;
  submittedAt: Date | string | null;
};

/** Applications as staff see them. */
export function QueueTable({ caption, rows }: { caption: string; rows: QueueRow[] }) {
  const { t, i18n } = useTranslation("certification");
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={[
        {
          key: "person",
          label: t("queue.column.person"),
          cell: (row) => (
            <span className="flex flex-wrap gap-x-3">
              <Link to={`/staff/applications/${row.id}`} className="font-semibold underline">
                {row.applicantName}
              </Link>
              <span className="text-muted">{row.organisationName}</span>
            </span>
          ),
        },
        {
          key: "certification",
          label: t("queue.column.certification"),
          cell: (row) => (
            <span className="flex items-center gap-2">
              <CertificationMark level={row.level} label={t("level", { level: row.level })} />
              {certificationName(row, i18n.language)}
            </span>
          ),
        },
        {
          key: "state",
          label: t("queue.column.state"),
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-2">
              <ApplicationBadge state={row.state} />
              {row.round > 1 && t("queue.round", { count: row.round })}
            </span>
          ),
        },
        {
          key: "since",
          label: t("queue.column.since"),
          cell: (row) => (row.submittedAt ? <DateTime value={row.submittedAt} /> : "–"),
        },
        {
          key: "reviewer",
          label: t("queue.column.reviewer"),
          cell: (row) => row.reviewerName ?? "–",
        },
      ]}
    />
  );
}
