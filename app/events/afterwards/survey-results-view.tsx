import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, CardList, CardRow } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FigureCard } from "#app/ui/figure-card.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RunTabs } from "../organising/run-tabs.tsx";
import type { SurveySummary } from "./survey-results.server.ts";
import { SATISFACTIONS, SMALL_SAMPLE, shareOf } from "./surveys.ts";

type Answer = {
  id: number;
  name: string | null;
  handle: string | null;
  organisation: string | null;
  nextStep: string;
  comment: string;
};
export type SurveyResultsData = {
  event: { id: number; title: string };
  isOpened: boolean;
  namesShown: boolean;
  summary: SurveySummary;
  groups: { by: "tier" | "phase"; value: string; summary: SurveySummary }[];
  answers: Answer[];
};

/** What those who came said, as pictures with their tables, and in their own words. */
export function SurveyResultsView({ results }: { results: SurveyResultsData }) {
  const { t, i18n } = useTranslation("afterwards");
  const { event, isOpened, namesShown, summary, groups, answers } = results;
  const percent = (part: number, whole: number) => {
    const share = shareOf(part, whole);
    return share === null ? t("figures.none") : `${Math.round(share)}%`;
  };
  const { nps, rated, satisfactions, meanSatisfaction } = summary;
  return (
    <Page
      title={t("results.title")}
      lead={event.title}
      actions={
        summary.answered > 0 && (
          <ButtonLink to={`/events/${event.id}/survey-results.csv`} reloadDocument>
            {t("csv")}
          </ButtonLink>
        )
      }
    >
      <RunTabs eventId={event.id} current="survey-results" />
      {summary.asked === 0 ? (
        <EmptyState title={t(isOpened ? "results.nobody" : "results.notYet")}>
          {t(isOpened ? "results.nobody.text" : "results.notYet.text")}
        </EmptyState>
      ) : (
        <>
          {!namesShown && <p className="mb-4 text-sm text-muted">{t("results.unnamed")}</p>}
          <div className="mb-8 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            <FigureCard
              label={t("results.rate")}
              value={percent(summary.answered, summary.asked)}
              basis={t("results.rate.basis", summary)}
              definition={t("results.rate.definition")}
            />
            <FigureCard
              label={t("results.satisfaction")}
              value={
                meanSatisfaction === null
                  ? t("figures.none")
                  : new Intl.NumberFormat(i18n.language, {
                      minimumFractionDigits: 1,
                      maximumFractionDigits: 1,
                    }).format(meanSatisfaction)
              }
              basis={t("figures.n", { n: rated })}
              definition={t("results.satisfaction.definition")}
            />
            <FigureCard
              label="NPS"
              value={nps.score ?? t("figures.none")}
              basis={
                <>
                  {t("figures.n", { n: nps.n })}
                  {nps.margin !== null && (
                    <span className="block">{t("results.nps.margin", { margin: nps.margin })}</span>
                  )}
                  {nps.n > 0 && nps.n < SMALL_SAMPLE && (
                    <span className="block text-muted">{t("results.nps.small")}</span>
                  )}
                </>
              }
              definition={t("results.nps.definition")}
            />
          </div>
          <Section title={t("results.satisfaction.distribution")}>
            <Card>
              <BarChart
                title={t("results.satisfaction.distribution")}
                table={t("figures.table")}
                columns={[t("results.answer"), t("results.people")]}
                max={rated}
                bars={SATISFACTIONS.map((value) => {
                  const count = satisfactions[value - 1] ?? 0;
                  return {
                    key: String(value),
                    label: t(`satisfaction.${value}`),
                    value: count,
                    text: t("results.share", { count, share: percent(count, rated) }),
                  };
                })}
              />
            </Card>
          </Section>
          <Section title={t("results.nps.distribution")}>
            <Card className="grid grid-cols-[minmax(0,1fr)] gap-6">
              <BarChart
                title={t("results.nps.groups")}
                table={t("figures.table")}
                columns={[t("results.answer"), t("results.people")]}
                max={nps.n}
                bars={(["promoters", "passives", "detractors"] as const).map((group) => ({
                  key: group,
                  label: t(`results.nps.${group}`),
                  value: nps[group],
                  text: t("results.share", {
                    count: nps[group],
                    share: percent(nps[group], nps.n),
                  }),
                }))}
              />
              <BarChart
                title={t("results.nps.distribution")}
                table={t("figures.table")}
                columns={[t("results.answer"), t("results.people")]}
                bars={summary.recommendations
                  .map((count, value) => ({
                    key: String(value),
                    label: String(value),
                    value: count,
                    text: String(count),
                  }))
                  .toReversed()}
              />
            </Card>
          </Section>
          {groups.length > 0 && <Groups groups={groups} percent={percent} />}
          <Words title={t("results.nextSteps")} answers={answers} field="nextStep" />
          <Words title={t("results.comments")} answers={answers} field="comment" />
        </>
      )}
    </Page>
  );
}

function Groups({
  groups,
  percent,
}: Pick<SurveyResultsData, "groups"> & { percent: (part: number, whole: number) => string }) {
  const { t } = useTranslation("afterwards");
  const { t: common } = useTranslation();
  return (
    <Section title={t("results.groups")}>
      <DataTable
        caption={t("results.groups")}
        rows={groups.map((group) => ({ ...group, id: `${group.by}-${group.value}` }))}
        columns={[
          {
            key: "group",
            label: t("results.group"),
            cell: ({ by, value }) =>
              by === "tier"
                ? t("coverage.tierOf", { tier: value })
                : common(`phase.${value as "trial"}`),
          },
          {
            key: "rate",
            label: t("results.rate"),
            align: "end",
            cell: ({ summary }) =>
              `${percent(summary.answered, summary.asked)} (${summary.answered}/${summary.asked})`,
          },
          {
            key: "satisfaction",
            label: t("results.satisfaction"),
            align: "end",
            cell: ({ summary }) => summary.meanSatisfaction?.toFixed(1) ?? t("figures.none"),
          },
          {
            key: "nps",
            label: "NPS",
            align: "end",
            cell: ({ summary: { nps } }) =>
              nps.score === null ? t("figures.none") : `${nps.score} (n=${nps.n})`,
          },
        ]}
      />
    </Section>
  );
}

function Words({
  title,
  answers,
  field,
}: {
  title: string;
  answers: Answer[];
  field: "nextStep" | "comment";
}) {
  const { t } = useTranslation("afterwards");
  const said = answers.filter((answer) => answer[field] !== "");
  return (
    <Section title={title}>
      {said.length === 0 ? (
        <p className="text-muted">{t("results.noWords")}</p>
      ) : (
        <CardList label={title}>
          {said.map((answer) => (
            <CardRow key={answer.id}>
              <p className="whitespace-pre-line wrap-anywhere">{answer[field]}</p>
              {answer.handle && (
                <p className="mt-1 text-sm text-muted">
                  <Link to={`/people/${answer.handle}`} className="hover:underline">
                    {answer.name}
                  </Link>
                  {answer.organisation && `（${answer.organisation}）`}
                </p>
              )}
            </CardRow>
          ))}
        </CardList>
      )}
    </Section>
  );
}
