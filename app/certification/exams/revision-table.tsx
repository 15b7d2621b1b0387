import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import type { Revision } from "./item-reading.server.ts";

/** All wordings of an item, each with its own page. */
export function RevisionTable({
  revisions,
  currentId,
}: {
  revisions: Revision[];
  currentId: number;
}) {
  const { t } = useTranslation("exams");
  return (
    <DataTable
      caption={t("item.revisions.list")}
      rows={revisions}
      columns={[
        {
          key: "revision",
          label: t("item.revisions.number"),
          cell: ({ id, revision }) => (
            <Link
              to={`/staff/exam-items/${id}`}
              aria-current={id === currentId ? "page" : undefined}
              className="font-semibold whitespace-nowrap hover:text-brand hover:underline"
            >
              {t("item.revision", { revision })}
            </Link>
          ),
        },
        { key: "by", label: t("item.revisions.by"), cell: ({ createdBy }) => createdBy },
        {
          key: "at",
          label: t("item.revisions.at"),
          cell: ({ createdAt }) => <DateTime value={createdAt} style="exact" />,
        },
        {
          key: "state",
          label: t("items.state"),
          cell: ({ retiredAt }) =>
            retiredAt ? (
              <Badge>{t("items.state.retired")}</Badge>
            ) : (
              <Badge tone="good">{t("items.state.in-use")}</Badge>
            ),
        },
      ]}
    />
  );
}
