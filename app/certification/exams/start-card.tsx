import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { formatExact, useClock } from "#app/ui/date-time.tsx";
import { attemptPath } from "./attempt-paths.ts";
import type { Exam } from "./exam-reading.server.ts";
import { type canSitExam, examName } from "./exams.ts";
import type { ExamStanding } from "./standing.server.ts";

/** The one step that leads on from an exam's page, or why there is none. */
export function StartCard({
  exam,
  allowed,
  standing,
}: {
  exam: Exam;
  allowed: ReturnType<typeof canSitExam>;
  standing: ExamStanding;
}) {
  const { t, i18n } = useTranslation("exams");
  const { timeZone } = useClock();
  const dateOf = (moment: Date) => formatExact(moment, i18n.language, timeZone);
  const { open, attemptsLeft } = standing;
  if (open) {
    return (
      <Card className="mb-8 grid justify-items-start gap-3">
        <p className="font-semibold">{t("exam.open", { date: dateOf(open.deadlineAt) })}</p>
        <ButtonLink to={attemptPath(open.id)} variant="primary">
          {t("exam.resume")}
        </ButtonLink>
      </Card>
    );
  }
  if (!allowed.ok) {
    const { reason, nextTryAt } = allowed;
    return (
      <Card className="mb-8 grid justify-items-start gap-3">
        <div>
          <p className="font-semibold">{t(`exam.refused.${reason}`)}</p>
          {nextTryAt && <p>{t("exam.nextTry", { date: dateOf(nextTryAt) })}</p>}
        </div>
        {reason === "no-ground" && (
          <ButtonLink to="/certifications">{t("exam.toCertifications")}</ButtonLink>
        )}
      </Card>
    );
  }
  const name = examName(exam, i18n.language);
  return (
    <Card className="mb-8 flex flex-wrap items-center gap-x-5 gap-y-3">
      <ConfirmDialog
        trigger={t("exam.start")}
        title={t("exam.start.confirm", { name })}
        variant="primary"
      >
        <Form method="post" action={`/exams/${exam.slug}/attempts`} className="grid gap-4">
          <p>{t("exam.start.text", { count: exam.timeLimitMinutes })}</p>
          <div>
            <Button variant="primary">{t("exam.start")}</Button>
          </div>
        </Form>
      </ConfirmDialog>
      <p className="text-sm text-muted">{t("exam.left", { count: attemptsLeft })}</p>
    </Card>
  );
}
