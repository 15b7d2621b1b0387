import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { TicketFigures } from "./guest-figures.server.ts";
import { type GuestFilter, guestQuery } from "./guest-filter.ts";

const STATES = ["confirmed", "offered", "waitlisted", "applied"] as const;

/** How full each ticket is; figures lead to the people behind them. */
export function GuestFigures({ figures, here }: { figures: TicketFigures[]; here: string }) {
  const { t } = useTranslation(["organising", "events"]);
  const linked = (row: TicketFigures, count: number, filter: GuestFilter, label: string) =>
    count === 0 ? (
      0
    ) : (
      <Link
        to={`${here}?${guestQuery({ ticketTypeId: row.id, ...filter })}`}
        aria-label={`${row.name} ${label}: ${count}`}
        className="text-link inline-block py-1"
      >
        {count}
      </Link>
    );
  return (
    <DataTable
      caption={t("guests.figures")}
      rows={figures}
      columns={[
        {
          key: "ticket",
          label: t("guests.figures.ticket"),
          cell: (row) => (
            <span className="block min-w-28">
              {row.name}
              <span className="block text-xs text-muted">
                {t(`events:admission.${row.admission}`)} ・ {t(`events:place.${row.place}`)}
              </span>
            </span>
          ),
        },
        {
          key: "capacity",
          label: t("guests.figures.capacity"),
          align: "end",
          cell: (row) => row.capacity,
        },
        ...STATES.map((state) => ({
          key: state,
          label: t(`guests.figures.${state}`),
          align: "end" as const,
          cell: (row: TicketFigures) =>
            linked(row, row[state], { state }, t(`guests.figures.${state}`)),
        })),
        {
          key: "ended",
          label: t("guests.figures.ended"),
          align: "end",
          cell: (row) => row.ended,
        },
        {
          key: "came",
          label: t("guests.figures.came"),
          align: "end",
          cell: (row) => linked(row, row.came, { came: "yes" }, t("guests.figures.came")),
        },
      ]}
    />
  );
}
