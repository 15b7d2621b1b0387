import type { ReactNode } from "react";
import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Card } from "#app/ui/card.tsx";
import { Section } from "#app/ui/page.tsx";
import type { Exam } from "./exam-reading.server.ts";
import { neededToPass } from "./grading.ts";

/** What an exam asks, and how it is sat. */
export function ExamFacts({ exam }: { exam: Exam }) {
  const { t, i18n } = useTranslation("exams");
  const { t: common } = useTranslation();
  const { itemCount, passPercent: percent, coolingOffDays } = exam;
  const areas = exam.areas.map((area) => areaName(area, i18n.language));
  return (
    <>
      <Section title={t("exam.rules")}>
        <Card>
          <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[auto_1fr]">
            <Fact name={t("exam.items")}>{t("exam.items.value", { count: itemCount })}</Fact>
            <Fact name={t("exam.time")}>
              {t("exam.time.value", { count: exam.timeLimitMinutes })}
            </Fact>
            <Fact name={t("exam.pass")}>
              {t("exam.pass.value", {
                percent,
                items: itemCount,
                needed: neededToPass(itemCount, percent),
              })}
            </Fact>
            <Fact name={t("exam.areas")}>
              {areas.length === 0 ? t("exam.areas.all") : areas.join(" ・ ")}
            </Fact>
            <Fact name={t("exam.language")}>{common(`locale.${exam.locale}`)}</Fact>
            <Fact name={t("exam.tries")}>{t("exam.tries.value", { max: exam.maxAttempts })}</Fact>
            <Fact name={t("exam.cooling")}>
              {coolingOffDays === 0
                ? t("exam.cooling.none")
                : t("exam.cooling.value", { count: coolingOffDays })}
            </Fact>
          </dl>
        </Card>
      </Section>
      <Section title={t("exam.how")}>
        <ul className="grid max-w-prose list-disc gap-1 pl-6">
          <li>{t("exam.how.clock")}</li>
          <li>{t("exam.how.saved")}</li>
          <li>{t("exam.how.points")}</li>
          <li>{t("exam.how.end")}</li>
        </ul>
      </Section>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-sm text-muted sm:text-base">{name}</dt>
      <dd className="-mt-2 font-semibold sm:mt-0">{children}</dd>
    </div>
  );
}
