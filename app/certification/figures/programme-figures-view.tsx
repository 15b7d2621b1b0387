import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CertificationMark } from "#app/ui/certification-mark.tsx";
import { FigureCard } from "#app/ui/figure-card.tsx";
import { APPLICATION_STATES, type ApplicationState } from "#db/vocabulary.ts";
import { certificationName } from "../definitions/definitions.ts";
import type { ProgrammeFigures } from "./programme-figures.server.ts";

const TAB_OF: Record<ApplicationState, string> = {
  draft: "open",
  returned: "open",
  submitted: "waiting",
  "in-review": "waiting",
  approved: "done",
  declined: "done",
  withdrawn: "done",
};

/** The programme in figures, each with its definition and the way to its rows. */
export function ProgrammeFiguresView({ figures }: { figures: ProgrammeFigures }) {
  const { t, i18n } = useTranslation("certification");
  const drill = t("figures.drill");
  const share = (part: number, whole: number) =>
    whole === 0
      ? t("figures.none")
      : new Intl.NumberFormat(i18n.language, { style: "percent" }).format(part / whole);
  const { certified, answered, renewals, organisations } = figures;
  const terms = renewals.renewed + renewals.ended;
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <FigureCard
        label={t("figures.holders")}
        value={figures.holders.reduce((sum, { holders }) => sum + holders, 0)}
        definition={t("figures.holders.definition")}
        basis={<HoldersByLevel holders={figures.holders} />}
        to="/staff/credentials"
        drill={drill}
      />
      <FigureCard
        label={t("figures.applications")}
        value={figures.applications.reduce((sum, { n }) => sum + n, 0)}
        definition={t("figures.applications.definition")}
        basis={<ApplicationsByState applications={figures.applications} />}
      />
      <FigureCard
        label={t("figures.exams")}
        value={share(
          figures.exams.reduce((sum, { passed }) => sum + passed, 0),
          figures.exams.reduce((sum, { sat }) => sum + sat, 0),
        )}
        definition={t("figures.exams.definition")}
        basis={
          figures.exams.length === 0 ? (
            t("figures.exams.none")
          ) : (
            <ul>
              {figures.exams.map((exam) => (
                <li key={exam.id}>
                  {certificationName(exam, i18n.language)}: {share(exam.passed, exam.sat)}{" "}
                  {t("figures.n", { n: exam.sat })}
                </li>
              ))}
            </ul>
          )
        }
        to="/staff/programme/attempts"
        drill={drill}
      />
      <FigureCard
        label={t("figures.time")}
        value={
          certified.medianDays === null
            ? t("figures.none")
            : t("figures.days", { days: Math.round(certified.medianDays) })
        }
        basis={t("figures.n", { n: certified.n })}
        definition={t("figures.time.definition")}
        to="/staff/applications?tab=done"
        drill={drill}
      />
      <FigureCard
        label={t("figures.answered")}
        value={share(answered.bySupporters, answered.n)}
        basis={t("figures.n", { n: answered.n })}
        definition={t("figures.answered.definition")}
        to="/staff/programme/questions"
        drill={drill}
      />
      <FigureCard
        label={t("figures.renewals")}
        value={share(renewals.renewed, terms)}
        basis={t("figures.n", { n: terms })}
        definition={t("figures.renewals.definition")}
        to="/staff/credentials?state=expired"
        drill={drill}
      />
      <FigureCard
        label={t("figures.organisations")}
        value={share(organisations.withSupporter, organisations.contracted)}
        basis={t("figures.n", { n: organisations.contracted })}
        definition={t("figures.organisations.definition")}
        to="/staff/programme/organisations"
        drill={drill}
      />
    </div>
  );
}

function HoldersByLevel({ holders }: Pick<ProgrammeFigures, "holders">) {
  const { t, i18n } = useTranslation("certification");
  return (
    <ul>
      {holders.map((row) => (
        <li key={row.id} className="flex items-center gap-2 py-1">
          <CertificationMark level={row.level} label={t("level", { level: row.level })} size={16} />
          <Link to={`/staff/credentials?certification=${row.id}`} className="flex-1 underline">
            {certificationName(row, i18n.language)}
          </Link>
          {row.holders}
        </li>
      ))}
    </ul>
  );
}

function ApplicationsByState({ applications }: Pick<ProgrammeFigures, "applications">) {
  const { t } = useTranslation("certification");
  const counts = new Map(applications.map(({ state, n }) => [state, n]));
  return (
    <ul>
      {APPLICATION_STATES.map((state) => (
        <li key={state} className="flex items-center gap-2 py-1">
          <Link to={`/staff/applications?tab=${TAB_OF[state]}`} className="flex-1 underline">
            {t(`application.state.${state}`)}
          </Link>
          {counts.get(state) ?? 0}
        </li>
      ))}
    </ul>
  );
}
