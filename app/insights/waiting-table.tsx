import { Link } from "@remix-run/react";
import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import type { WaitingQuestion } from "./staff-overview.server.ts";

/** Questions nobody has answered, with who waits. */
export function WaitingTable({ questions }: { questions: WaitingQuestion[] }) {
  const { t, i18n } = useTranslation("staff");
  return (
    <DataTable
      caption={t("unanswered.title")}
      rows={questions}
      columns={[
        {
          key: "title",
          label: t("unanswered.question"),
          cell: (row) => (
            <span className="block min-w-64">
              <Link
                to={`/questions/${row.id}`}
                className="font-semibold hover:text-brand hover:underline"
              >
                {row.title}
              </Link>
              <span className="block text-xs text-muted">{areaName(row.area, i18n.language)}</span>
            </span>
          ),
        },
        {
          key: "asker",
          label: t("unanswered.asker"),
          cell: (row) => (
            <span className="block min-w-40">
              <Link
                to={`/staff/people/${row.asker.handle}`}
                className="hover:text-brand hover:underline"
              >
                {row.asker.name}
              </Link>
              {row.organisation && (
                <Link
                  to={`/staff/organisations/${row.organisation.id}`}
                  className="block text-xs text-muted hover:text-brand hover:underline"
                >
                  {row.organisation.name}
                </Link>
              )}
            </span>
          ),
        },
        {
          key: "waiting",
          label: t("unanswered.waiting"),
          cell: (row) => <DateTime value={row.createdAt} />,
        },
      ]}
    />
  );
}
