import { Form, Link, useLocation } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateTime, formatDate, useClock } from "#app/ui/date-time.tsx";
import { formatDay } from "#app/ui/day.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { PHASES, type Phase, TIERS, type Tier } from "#db/vocabulary.ts";
import { type CoverageFilter, coverageQuery, REACHES } from "./coverage.ts";

type Row = {
  id: number;
  name: string;
  tier: Tier;
  phase: Phase;
  lastAt: Date | string | null;
  attendees: number;
  members: number;
};
type Coming = { id: number; title: string; startsAt: Date | string };
const HERE = "/staff/coverage/organisations";

/** Companies behind a figure of coverage; those that did not come can be invited from here. */
export function OrganisationsView({
  rows,
  next,
  filter,
  events,
  event,
  nothingChosen,
}: {
  rows: Row[];
  next?: string;
  filter: CoverageFilter;
  events: Coming[];
  /** Name of the event that the list is about. */
  event?: string;
  nothingChosen: boolean;
}) {
  const { t, i18n } = useTranslation("afterwards");
  const query = coverageQuery(filter);
  return (
    <Page
      title={t("coverage.organisations.title")}
      lead={
        event
          ? t("coverage.ofEvent", { event })
          : filter.asOf
            ? t("coverage.asOf", { day: formatDay(filter.asOf, i18n.language) })
            : t("coverage.organisations.lead")
      }
      breadcrumbs={[{ label: t("coverage.title"), to: "/staff/coverage" }]}
      actions={
        <ButtonLink to={`${HERE}.csv${query}`} reloadDocument>
          {t("csv")}
        </ButtonLink>
      }
    >
      <Filters filter={filter} />
      {nothingChosen && (
        <p role="alert" className="mb-4 rounded-card bg-wait-soft p-4 font-semibold">
          {t("coverage.nothingChosen")}
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t("coverage.organisations.none")}>
          {t("coverage.organisations.none.text")}
        </EmptyState>
      ) : (
        <Form action="/staff/coverage/invitation" reloadDocument>
          <Rows rows={rows} />
          <Invite events={events} />
        </Form>
      )}
      {next && <MoreLink to={`${HERE}${query}${query ? "&" : "?"}after=${next}`} />}
    </Page>
  );
}

function Filters({ filter }: { filter: CoverageFilter }) {
  const { t } = useTranslation("afterwards");
  const { t: common } = useTranslation();
  const { key } = useLocation();
  const { reach, tier, phase, eventId, asOf } = filter;
  const selects = [
    {
      name: "reach",
      label: t("coverage.reach"),
      value: reach,
      choices: REACHES.map((value) => ({ value, label: t(`coverage.reach.${value}`) })),
    },
    {
      name: "tier",
      label: t("coverage.tier"),
      value: tier,
      choices: TIERS.map((value) => ({ value, label: value })),
    },
    {
      name: "phase",
      label: t("coverage.phase"),
      value: phase,
      choices: PHASES.map((value) => ({ value, label: common(`phase.${value}`) })),
    },
  ];
  return (
    <search>
      <Form key={key} action={HERE} className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3">
        {selects.map(({ name, label, value, choices }) => (
          <label key={name} className="grid grow gap-1 sm:grow-0">
            <span className="text-xs font-semibold text-muted">{label}</span>
            <select name={name} defaultValue={value ?? ""} className="control w-full py-1.5">
              <option value="">{t("coverage.all")}</option>
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          </label>
        ))}
        {eventId && <input type="hidden" name="event" value={eventId} />}
        {asOf && <input type="hidden" name="asOf" value={asOf} />}
        <Button>{t("coverage.filter")}</Button>
      </Form>
    </search>
  );
}

function Rows({ rows }: { rows: Row[] }) {
  const { t } = useTranslation("afterwards");
  const { t: common } = useTranslation();
  return (
    <DataTable
      caption={t("coverage.organisations.title")}
      rows={rows}
      columns={[
        {
          key: "choose",
          label: t("coverage.choose"),
          cell: (row) => (
            <label className="-m-2 flex size-11 items-center justify-center">
              <span className="sr-only">{t("coverage.chooseOne", { name: row.name })}</span>
              <input
                type="checkbox"
                name="organisation"
                value={row.id}
                className="size-5 accent-brand"
              />
            </label>
          ),
        },
        {
          key: "name",
          label: t("coverage.organisation"),
          cell: (row) => (
            <Link to={`/staff/organisations/${row.id}`} className="underline">
              {row.name}
            </Link>
          ),
        },
        { key: "tier", label: t("coverage.tier"), cell: (row) => row.tier },
        { key: "phase", label: t("coverage.phase"), cell: (row) => common(`phase.${row.phase}`) },
        {
          key: "last",
          label: t("coverage.lastAt"),
          cell: (row) =>
            row.lastAt ? <DateTime value={row.lastAt} style="date" /> : t("coverage.never"),
        },
        {
          key: "attendees",
          label: t("coverage.attendees"),
          align: "end",
          cell: (row) => row.attendees,
        },
        { key: "members", label: t("coverage.members"), align: "end", cell: (row) => row.members },
      ]}
    />
  );
}

function Invite({ events }: { events: Coming[] }) {
  const { t, i18n } = useTranslation("afterwards");
  const { timeZone } = useClock();
  if (events.length === 0) {
    return <p className="mt-4 text-muted">{t("coverage.noComing")}</p>;
  }
  return (
    <Card className="mt-4 flex flex-wrap items-end gap-4">
      <label className="grid min-w-0 flex-1 basis-72 gap-1">
        <span className="font-semibold">{t("coverage.inviteTo")}</span>
        <select name="event" required className="control w-full">
          {events.map((coming) => (
            <option key={coming.id} value={coming.id}>
              {`${formatDate(new Date(coming.startsAt), i18n.language, timeZone)} ${coming.title}`}
            </option>
          ))}
        </select>
      </label>
      <Button variant="primary">{t("coverage.inviteChosen")}</Button>
    </Card>
  );
}
