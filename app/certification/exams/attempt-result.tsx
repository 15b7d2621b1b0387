import { CircleCheckBig, CircleX } from "lucide-react";
import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { formatExact, useClock } from "#app/ui/date-time.tsx";
import { Section } from "#app/ui/page.tsx";
import type { AreaResult, OwnAttempt } from "./attempt-page.server.ts";
import { examName } from "./exams.ts";
import { neededToPass, scorePercent } from "./grading.ts";
import type { SittingGround } from "./grounds.server.ts";

/** How an attempt ended: passed or not, the score, and the areas; nothing of the questions. */
export function AttemptResult({
  attempt,
  areas,
  grounds,
  nextTryAt,
}: {
  attempt: OwnAttempt;
  areas: AreaResult[];
  grounds: SittingGround[];
  nextTryAt: Date | undefined;
}) {
  const { t, i18n } = useTranslation("exams");
  const { timeZone } = useClock();
  const { itemCount: items, passPercent, endedAt, ending, passed } = attempt;
  const right = attempt.correctCount ?? 0;
  const Mark = passed ? CircleCheckBig : CircleX;
  return (
    <>
      <Card className="mb-8 grid gap-2">
        <p
          className={`flex items-center gap-3 text-lg font-bold ${passed ? "text-good" : "text-ink"}`}
        >
          <Mark size={28} aria-hidden="true" className="shrink-0" />
          {t(passed ? "result.passed" : "result.failed")}
        </p>
        <dl className="flex flex-wrap items-baseline gap-x-3">
          <dt className="text-sm text-muted">{t("result.score")}</dt>
          <dd className="text-lg font-bold tabular-nums">
            {t("result.score.value", { items, right, percent: scorePercent(right, items) })}
          </dd>
        </dl>
        <meter
          className="h-3 w-full"
          min={0}
          max={items}
          low={neededToPass(items, passPercent)}
          optimum={items}
          value={right}
          aria-label={t("result.score")}
        />
        <p className="text-sm text-muted">
          {t("result.pass", { percent: passPercent, needed: neededToPass(items, passPercent) })}{" "}
          {ending &&
            endedAt &&
            t(`result.ended.${ending}`, { date: formatExact(endedAt, i18n.language, timeZone) })}
        </p>
      </Card>
      <Section title={t("result.areas")}>
        <p className="mb-3 text-muted">{t("result.areas.text")}</p>
        <DataTable
          caption={t("result.areas")}
          rows={areas.map(({ area, ...result }) => ({ id: area.id, area, ...result }))}
          columns={[
            {
              key: "area",
              label: t("result.area"),
              cell: ({ area }) => areaName(area, i18n.language),
            },
            {
              key: "right",
              label: t("result.right"),
              align: "end",
              cell: ({ right, of }) => t("result.right.value", { right, of }),
            },
          ]}
        />
      </Section>
      <NextStep attempt={attempt} grounds={grounds} nextTryAt={nextTryAt} />
    </>
  );
}

function NextStep({
  attempt: { exam, passed },
  grounds,
  nextTryAt,
}: {
  attempt: OwnAttempt;
  grounds: SittingGround[];
  nextTryAt: Date | undefined;
}) {
  const { t, i18n } = useTranslation("exams");
  const { timeZone } = useClock();
  if (!passed) {
    return (
      <Section title={t("result.next")}>
        <p>{t("result.next.study")}</p>
        {nextTryAt && (
          <p className="mt-1 font-semibold">
            {t("exam.nextTry", { date: formatExact(nextTryAt, i18n.language, timeZone) })}
          </p>
        )}
        <div className="mt-4 flex flex-wrap gap-3">
          <ButtonLink to="/questions?state=solved">{t("result.next.toQuestions")}</ButtonLink>
          <ButtonLink to={`/exams/${exam.slug}`}>
            {t(nextTryAt ? "result.toExam" : "result.next.again")}
          </ButtonLink>
        </div>
      </Section>
    );
  }
  return (
    <Section title={t("result.next")}>
      <ul className="grid gap-4">
        {grounds.map(({ kind, id, certification }) => (
          <li key={`${kind}-${id}`} className="grid justify-items-start gap-2">
            <p>{t(`result.next.${kind}`, { name: examName(certification, i18n.language) })}</p>
            <ButtonLink
              to={kind === "application" ? `/applications/${id}` : "/credentials"}
              variant="primary"
            >
              {t(kind === "application" ? "result.next.toApplication" : "result.next.toCredential")}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {grounds.length === 0 && (
        <ButtonLink to="/credentials">{t("result.next.toCredential")}</ButtonLink>
      )}
    </Section>
  );
}
