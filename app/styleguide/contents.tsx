import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, CardList, CardRow } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateTime, useClock } from "#app/ui/date-time.tsx";
import { Day } from "#app/ui/day.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Breadcrumbs, Section } from "#app/ui/page.tsx";
import { PersonLine } from "#app/ui/person-line.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { ZonedSpan } from "#app/ui/zoned-span.tsx";
import { LONG_NAME, PEOPLE, UNBROKEN } from "./samples.ts";

const HERE = "/staff/styleguide";
const TONES: Tone[] = ["neutral", "good", "wait", "danger", "info", "gold"];

export function People() {
  const { t } = useTranslation(["staff", "common"]);
  return (
    <Section title={t("styleguide.people")}>
      <Card className="grid gap-5">
        {PEOPLE.map((person) => (
          <PersonLine key={person.name} person={person} />
        ))}
        <PersonLine
          person={PEOPLE[0] as (typeof PEOPLE)[number]}
          mark={<Badge>{t("common:person.lead")}</Badge>}
        >
          <DateTime value="2026-04-01T01:00:00Z" />
        </PersonLine>
        <PersonLine person={PEOPLE[0] as (typeof PEOPLE)[number]} size="small" />
        <div className="flex flex-wrap items-center gap-3">
          {PEOPLE.map(({ name }) => (
            <Avatar key={name} name={name} size={56} />
          ))}
        </div>
      </Card>
    </Section>
  );
}

export function Badges() {
  const { t } = useTranslation(["staff", "common", "organisations"]);
  return (
    <Section title={t("styleguide.badges")}>
      <div className="flex flex-wrap gap-2">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {t("organisations:invitations.state.open")} ({tone})
          </Badge>
        ))}
      </div>
    </Section>
  );
}

export function Cards() {
  const { t } = useTranslation("staff");
  return (
    <Section title={t("styleguide.cards")}>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Card>{LONG_NAME}</Card>
        <CardList label={t("styleguide.cards")}>
          {[LONG_NAME, UNBROKEN, "短い行"].map((text) => (
            <CardRow key={text}>{text}</CardRow>
          ))}
        </CardList>
      </div>
    </Section>
  );
}

export function Tabs() {
  const { t } = useTranslation("staff");
  return (
    <Section title={t("styleguide.tabs")}>
      <TabLinks
        label={t("styleguide.tabs")}
        current={HERE}
        tabs={[
          { to: HERE, label: t("tabs.home"), count: 12 },
          { to: "/staff/organisations", label: t("tabs.organisations") },
          { to: "/staff/people", label: t("tabs.people"), count: 0 },
        ]}
      />
    </Section>
  );
}

export function Table() {
  const { t } = useTranslation("staff");
  const rows = [LONG_NAME, UNBROKEN, "株式会社みどり"].map((name, id) => ({ id, name }));
  return (
    <Section title={t("styleguide.table")}>
      <DataTable
        caption={t("styleguide.table")}
        rows={rows}
        columns={[
          {
            key: "name",
            label: t("organisations.name"),
            sort: { to: HERE, direction: "ascending" },
            cell: ({ name }) => (
              <Link to={HERE} className="block min-w-52 font-semibold">
                {name}
              </Link>
            ),
          },
          {
            key: "people",
            label: t("organisations.people"),
            align: "end",
            sort: { to: HERE },
            cell: ({ id }) => id * 1_234,
          },
          {
            key: "ends",
            label: t("organisations.contractEnds"),
            cell: () => <Day value="2027-03-31" />,
          },
        ]}
      />
    </Section>
  );
}

export function Empty() {
  const { t } = useTranslation("staff");
  return (
    <Section title={t("styleguide.empty")}>
      <div className="grid gap-4 md:grid-cols-2">
        <EmptyState
          title={t("organisations.empty")}
          action={
            <ButtonLink to="/staff/organisations/new" variant="primary">
              {t("organisations.new")}
            </ButtonLink>
          }
        >
          {t("organisations.empty.text")}
        </EmptyState>
        <EmptyState title={t("audit.none")} />
      </div>
    </Section>
  );
}

export function Times() {
  const { t } = useTranslation("staff");
  const { now } = useClock();
  const ago = [20, 300, 7_200, 200_000, 40_000_000].map((s) => new Date(now - s * 1_000));
  return (
    <Section title={t("styleguide.time")}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {ago.map((moment) => (
          <li key={moment.getTime()}>
            <DateTime value={moment} />
          </li>
        ))}
        <li>
          <DateTime value={new Date(now)} style="date" />
        </li>
        <li>
          <DateTime value={new Date(now)} style="exact" />
        </li>
        <li>
          <ZonedSpan
            start={new Date(now)}
            minutes={90}
            other={{ name: LONG_NAME, timeZone: "America/New_York" }}
          />
        </li>
      </ul>
    </Section>
  );
}

export function Timelines() {
  const { t } = useTranslation("staff");
  const { now } = useClock();
  return (
    <Section title={t("styleguide.timeline")}>
      <Timeline>
        {[LONG_NAME, "短い行"].map((text, i) => (
          <Timeline.Entry key={text} time={<DateTime value={new Date(now - i * 90_000_000)} />}>
            {text}
          </Timeline.Entry>
        ))}
      </Timeline>
    </Section>
  );
}

export function Ways() {
  const { t } = useTranslation("staff");
  return (
    <Section title={t("styleguide.page")}>
      <Breadcrumbs
        crumbs={[
          { label: t("tabs.home"), to: "/staff" },
          { label: LONG_NAME, to: "/staff/organisations" },
        ]}
      />
      <MoreLink to={HERE} />
    </Section>
  );
}
