import { useTranslation } from "#app/i18n/use-translation.tsx";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Card } from "#app/ui/card.tsx";
import { CertificationMark } from "#app/ui/certification-mark.tsx";
import { FigureCard } from "#app/ui/figure-card.tsx";
import { Section } from "#app/ui/page.tsx";

/** Marks of every level, of today and of former times. */
export function Marks() {
  const { t } = useTranslation("staff");
  return (
    <Section title={t("styleguide.marks")}>
      <ul className="flex flex-wrap gap-6">
        {[1, 2, 3].flatMap((level) =>
          [false, true].map((former) => (
            <li key={`${level} ${former}`} className="flex items-center gap-2">
              <CertificationMark
                level={level}
                former={former}
                size={32}
                label={t(former ? "styleguide.mark.former" : "styleguide.mark", { level })}
              />
              <span aria-hidden="true">
                {t(former ? "styleguide.mark.former" : "styleguide.mark", { level })}
              </span>
            </li>
          )),
        )}
      </ul>
    </Section>
  );
}

/** Figures with their basis and definition. */
export function Figures() {
  const { t } = useTranslation("staff");
  return (
    <Section title={t("styleguide.figures")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <FigureCard
          label={t("styleguide.figure")}
          value="41%"
          basis="n = 117"
          definition={t("styleguide.figure.definition")}
          to="/staff/styleguide"
          drill={t("styleguide.figure.drill")}
        />
        <FigureCard
          label={t("styleguide.figure")}
          value="–"
          definition={t("styleguide.figure.definition")}
        />
      </div>
      <Card className="mt-4">
        <BarChart
          title={t("styleguide.figure")}
          table={t("styleguide.figure.table")}
          columns={[t("styleguide.figure.month"), t("styleguide.figure")]}
          max={100}
          bars={[41, 0, 100].map((value, index) => ({
            key: String(index),
            label: `2026-0${index + 4}`,
            value,
            text: `${value}%`,
            to: "/staff/styleguide",
          }))}
        />
      </Card>
    </Section>
  );
}
