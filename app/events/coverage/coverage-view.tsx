import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { formatDay } from "#app/ui/day.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FigureCard } from "#app/ui/figure-card.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Phase, Tier } from "#db/vocabulary.ts";
import { shareOf } from "../afterwards/surveys.ts";
import { coverageQuery } from "./coverage.ts";

type Share = { reached: number; contracted: number };
type EventRow = Share & {
  id: number;
  title: string;
  startsAt: Date | string;
  people: number;
  asked: number;
  answered: number;
  nps: { n: number; score: number | null };
};
export type CoverageData = {
  coverage: {
    total: Share;
    byTier: (Share & { tier: Tier })[];
    byPhase: (Share & { phase: Phase })[];
  };
  trend: (Share & { day: string })[];
  events: EventRow[];
};

const LIST = "/staff/coverage/organisations";

/** How many of the companies with a contract came to an event: in total, in parts, over time. */
export function CoverageView({ coverage, trend, events }: CoverageData) {
  const { t, i18n } = useTranslation("afterwards");
  const { t: common } = useTranslation();
  const { total, byTier, byPhase } = coverage;
  const percent = ({ reached, contracted }: Share) => {
    const share = shareOf(reached, contracted);
    return share === null ? t("figures.none") : `${Math.round(share)}%`;
  };
  const basis = (share: Share) => t("coverage.basis", share);
  const missing = total.contracted - total.reached;
  return (
    <Page
      title={t("coverage.title")}
      lead={t("coverage.lead")}
      actions={
        <ButtonLink to="/staff/coverage/figures.csv" reloadDocument>
          {t("csv")}
        </ButtonLink>
      }
    >
      <div className="mb-8 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <FigureCard
          label={t("coverage.total")}
          value={percent(total)}
          basis={basis(total)}
          definition={t("coverage.definition")}
          to={`${LIST}${coverageQuery({ reach: "reached" })}`}
          drill={t("coverage.drill")}
        />
        <FigureCard
          label={t("coverage.missing")}
          value={missing}
          basis={basis({ reached: missing, contracted: total.contracted })}
          definition={t("coverage.missing.definition")}
          to={`${LIST}${coverageQuery({ reach: "missing" })}`}
          drill={t("coverage.invite")}
        />
        <FigureCard
          label={t("coverage.contracted")}
          value={total.contracted}
          definition={t("coverage.contracted.definition")}
          to={LIST}
          drill={t("coverage.drill")}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 lg:grid-cols-[repeat(2,minmax(0,1fr))]">
        <Parts
          title={t("coverage.byTier")}
          rows={byTier.map(({ tier, ...share }) => ({
            ...share,
            id: tier,
            label: t("coverage.tierOf", { tier }),
            query: { tier },
          }))}
          percent={percent}
        />
        <Parts
          title={t("coverage.byPhase")}
          rows={byPhase.map(({ phase, ...share }) => ({
            ...share,
            id: phase,
            label: common(`phase.${phase}`),
            query: { phase },
          }))}
          percent={percent}
        />
      </div>
      <Section title={t("coverage.trend")}>
        <p className="mb-3 text-sm text-muted">{t("coverage.trend.definition")}</p>
        <Card>
          <BarChart
            title={t("coverage.trend")}
            table={t("figures.table")}
            columns={[t("coverage.day"), t("coverage.total")]}
            max={100}
            bars={trend.map((point) => ({
              key: point.day,
              label: formatDay(point.day, i18n.language),
              to: `${LIST}${coverageQuery({ reach: "reached", asOf: point.day })}`,
              value: shareOf(point.reached, point.contracted) ?? 0,
              text: `${percent(point)} (${point.reached}/${point.contracted})`,
            }))}
          />
        </Card>
      </Section>
      <Section
        title={t("coverage.events")}
        actions={
          <ButtonLink to="/staff/coverage/events.csv" size="small" reloadDocument>
            {t("csv")}
            <span className="sr-only">{t("coverage.events")}</span>
          </ButtonLink>
        }
      >
        <p className="mb-3 text-sm text-muted">{t("coverage.events.definition")}</p>
        {events.length === 0 ? (
          <EmptyState title={t("coverage.events.none")}>
            {t("coverage.events.none.text")}
          </EmptyState>
        ) : (
          <Events events={events} percent={percent} />
        )}
      </Section>
    </Page>
  );
}

type Part = Share & { id: string; label: string; query: { tier?: Tier; phase?: Phase } };

function Parts({
  title,
  rows,
  percent,
}: {
  title: string;
  rows: Part[];
  percent: (share: Share) => string;
}) {
  const { t } = useTranslation("afterwards");
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        rows={rows}
        columns={[
          { key: "label", label: t("coverage.part"), cell: (row) => row.label },
          { key: "share", label: t("coverage.total"), align: "end", cell: percent },
          {
            key: "reached",
            label: t("coverage.reached"),
            align: "end",
            cell: (row) => (
              <Drill to={coverageQuery({ reach: "reached", ...row.query })} of={row.label}>
                {row.reached}
              </Drill>
            ),
          },
          {
            key: "missing",
            label: t("coverage.missing"),
            align: "end",
            cell: (row) => (
              <Drill to={coverageQuery({ reach: "missing", ...row.query })} of={row.label}>
                {row.contracted - row.reached}
              </Drill>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Drill({ to, of, children }: { to: string; of: string; children: number }) {
  return (
    <Link to={`${LIST}${to}`} className="-my-1 inline-block min-w-6 py-1 underline">
      <span className="sr-only">{of} </span>
      {children}
    </Link>
  );
}

function Events({ events, percent }: { events: EventRow[]; percent: (share: Share) => string }) {
  const { t } = useTranslation("afterwards");
  return (
    <DataTable
      caption={t("coverage.events")}
      rows={events}
      columns={[
        {
          key: "title",
          label: t("coverage.event"),
          cell: (row) => (
            <>
              <Link to={`/events/${row.id}`} className="underline">
                {row.title}
              </Link>
              <span className="block text-muted">
                <DateTime value={row.startsAt} style="date" />
              </span>
            </>
          ),
        },
        {
          key: "reached",
          label: t("coverage.reached"),
          align: "end",
          cell: (row) => (
            <>
              <Drill to={coverageQuery({ reach: "reached", eventId: row.id })} of={row.title}>
                {row.reached}
              </Drill>{" "}
              ({percent(row)})
            </>
          ),
        },
        {
          key: "people",
          label: t("coverage.people"),
          align: "end",
          cell: (row) => (
            <Link
              to={`/events/${row.id}/guests`}
              className="-my-1 inline-block min-w-6 py-1 underline"
            >
              <span className="sr-only">{row.title} </span>
              {row.people}
            </Link>
          ),
        },
        {
          key: "rate",
          label: t("results.rate"),
          align: "end",
          cell: (row) => (
            <Link
              to={`/events/${row.id}/survey-results`}
              className="-my-1 inline-block min-w-6 py-1 underline"
            >
              <span className="sr-only">{row.title} </span>
              {percent({ reached: row.answered, contracted: row.asked })}
            </Link>
          ),
        },
        {
          key: "nps",
          label: "NPS",
          align: "end",
          cell: (row) =>
            row.nps.score === null ? t("figures.none") : `${row.nps.score} (n=${row.nps.n})`,
        },
      ]}
    />
  );
}
