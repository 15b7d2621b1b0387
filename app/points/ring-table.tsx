import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DateTime, formatDate, useClock } from "#app/ui/date-time.tsx";
import type { ListedRing } from "./ring-list.server.ts";

/** Pairs who vote for each other, with the figures that say so. */
export function RingTable({ rings, dismissed }: { rings: ListedRing[]; dismissed: boolean }) {
  const { t } = useTranslation("points");
  const columns: Column<ListedRing>[] = [
    {
      key: "pair",
      label: t("rings.pair"),
      cell: ({ first, second }) => (
        <ul className="grid min-w-44 gap-1">
          {[first, second].map(({ handle, name }) => (
            <li key={handle}>
              <Link
                to={`/staff/people/${handle}`}
                className="font-semibold hover:text-brand hover:underline"
              >
                {name}
              </Link>{" "}
              <Link to={`/people/${handle}/points`} className="text-link text-xs">
                {t("rings.ledger")}
              </Link>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: "votes",
      label: t("rings.votes"),
      cell: (ring) => (
        <span className="block min-w-52">
          <Votes name={ring.first.name} votes={ring.firstVotes} given={ring.firstGiven} />
          <Votes name={ring.second.name} votes={ring.secondVotes} given={ring.secondGiven} />
        </span>
      ),
    },
    {
      key: "found",
      label: t("rings.foundAt"),
      cell: ({ foundAt }) => <DateTime value={foundAt} />,
    },
    dismissed
      ? { key: "decision", label: t("rings.dismissed"), cell: (ring) => <Decision ring={ring} /> }
      : {
          key: "dismiss",
          label: t("rings.dismissed"),
          cell: ({ id }) => (
            <ButtonLink to={`/staff/voting-rings/${id}/dismissal`} size="small">
              {t("rings.dismiss")}
            </ButtonLink>
          ),
        },
  ];
  return <DataTable caption={t("rings.list")} rows={rings} columns={columns} />;
}

function Votes(figures: { name: string; votes: number; given: number }) {
  const { t } = useTranslation("points");
  return <span className="block tabular-nums">{t("rings.votes.text", figures)}</span>;
}

function Decision({ ring }: { ring: ListedRing }) {
  const { t, i18n } = useTranslation("points");
  const { timeZone } = useClock();
  if (!ring.dismissedAt) return null;
  const date = formatDate(new Date(ring.dismissedAt), i18n.language, timeZone);
  return (
    <span className="block min-w-56">
      {ring.dismissReason}
      <span className="block text-xs text-muted">
        {t("rings.dismissedBy", { name: ring.dismissedBy ?? "", date })}
      </span>
    </span>
  );
}
