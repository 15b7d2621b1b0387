import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar, FilterSelect } from "#app/ui/filter-bar.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { EVENT_STATES, type EventKind, type EventPlace, type EventState } from "#db/vocabulary.ts";
import { EventStateBadge } from "../listing/event-state-badge.tsx";
import type { OrganisedFilter } from "./organised-list.ts";

type Row = {
  id: number;
  kind: EventKind;
  place: EventPlace;
  title: string;
  startsAt: string | Date;
  publishAt: string | Date | null;
  state: EventState;
  confirmed: number;
  waiting: number;
  attended: number;
};

/** Events of those who run them, with search, a filter by state, and figures. */
export function OrganisedList({
  here,
  rows,
  filter,
  more,
}: {
  here: string;
  rows: Row[];
  filter: OrganisedFilter;
  more?: string;
}) {
  const { t } = useTranslation("organising");
  const { t: words } = useTranslation("events");
  const isFiltered = filter.q !== "" || filter.state !== undefined;
  return (
    <>
      <FilterBar
        action={here}
        search={{ label: t("list.search"), value: filter.q }}
        isFiltered={isFiltered}
      >
        <FilterSelect
          name="state"
          label={t("list.state")}
          value={filter.state}
          all={t("list.state.all")}
          choices={EVENT_STATES.map((value) => ({ value, label: words(`state.${value}`) }))}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t(isFiltered ? "list.nothing" : "list.none.title")}>
          {!isFiltered && t("list.none.text")}
        </EmptyState>
      ) : (
        <EventTable rows={rows} />
      )}
      {more && <MoreLink to={more} />}
    </>
  );
}

function EventTable({ rows }: { rows: Row[] }) {
  const { t } = useTranslation("organising");
  const { t: words } = useTranslation("events");
  return (
    <DataTable
      caption={t("list.title")}
      rows={rows}
      columns={[
        {
          key: "event",
          label: t("list.column.event"),
          cell: (row) => (
            <span className="block min-w-48">
              <Link to={`/events/${row.id}/edit`} className="font-semibold underline">
                {row.title}
              </Link>
              <span className="block text-xs text-muted">
                {words(`kind.${row.kind}`)} ・ {words(`place.${row.place}`)}
              </span>
            </span>
          ),
        },
        {
          key: "when",
          label: t("list.column.when"),
          cell: (row) => <DateTime value={row.startsAt} style="exact" />,
        },
        {
          key: "state",
          label: t("list.column.state"),
          cell: (row) => (
            <span className="grid justify-items-start gap-1">
              <EventStateBadge state={row.state} />
              {row.publishAt && <Scheduled at={row.publishAt} />}
            </span>
          ),
        },
        ...(["confirmed", "waiting", "attended"] as const).map((key) => ({
          key,
          label: t(`list.column.${key}`),
          align: "end" as const,
          cell: (row: Row) => row[key],
        })),
      ]}
    />
  );
}

function Scheduled({ at }: { at: string | Date }) {
  const { t } = useTranslation("organising");
  const [before = "", after = ""] = t("list.scheduled", { date: "\n" }).split("\n");
  return (
    <span className="text-xs whitespace-nowrap text-muted">
      {before}
      <DateTime value={at} style="exact" />
      {after}
    </span>
  );
}
