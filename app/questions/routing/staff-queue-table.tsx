import { Link } from "@remix-run/react";
import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { formatExact, formatRelative, useClock } from "#app/ui/date-time.tsx";
import { RoutingButtons } from "./routing-buttons.tsx";

export type QueueData = {
  id: number;
  title: string;
  locale: string;
  createdAt: Date | string;
  queuedAt: Date | string;
  area: { nameJa: string; nameEn: string };
  asker: { handle: string; name: string };
  organisation: { id: number; name: string; tier: string } | null;
  taker: string | null;
  isTaker: boolean;
};

/** The CS queue: what waits, for whom, since when, and who has it. */
export function StaffQueueTable({ rows }: { rows: QueueData[] }) {
  const { t, i18n } = useTranslation("routing");
  return (
    <DataTable
      caption={t("queue.title")}
      rows={rows}
      columns={[
        {
          key: "title",
          label: t("queue.question"),
          cell: (row) => (
            <span className="block min-w-64">
              <Link
                to={`/questions/${row.id}`}
                lang={row.locale}
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
          label: t("queue.asker"),
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
                  {row.organisation.name}（{t("queue.tier", { tier: row.organisation.tier })}）
                </Link>
              )}
            </span>
          ),
        },
        {
          key: "since",
          label: t("queue.since"),
          cell: (row) => (
            <span className="block whitespace-nowrap">
              <Ago value={row.queuedAt} />
              <span className="block text-xs text-muted">
                {t("queue.asked")}: <Ago value={row.createdAt} />
              </span>
            </span>
          ),
        },
        {
          key: "taker",
          label: t("queue.taker"),
          cell: (row) => (
            <span className="grid min-w-32 gap-1">
              {row.taker ? (row.isTaker ? t("queue.you") : row.taker) : t("queue.nobody")}
              <RoutingButtons
                questionId={row.id}
                from="queue"
                isTaker={row.isTaker}
                isOffered={false}
                canTake={row.taker === null}
                canHandOver={false}
              />
            </span>
          ),
        },
      ]}
    />
  );
}

/** How long ago, in days however many: here the length of the wait matters, not the date. */
function Ago({ value }: { value: Date | string }) {
  const { i18n } = useTranslation();
  const { now, timeZone } = useClock();
  const date = new Date(value);
  return (
    <time dateTime={date.toISOString()} title={formatExact(date, i18n.language, timeZone)}>
      {formatRelative(date.getTime() - now, i18n.language)}
    </time>
  );
}
