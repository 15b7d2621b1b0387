import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { examName } from "./exams.ts";

/** What can be done with an exam beside editing it. */
export function ExamActions({
  exam,
}: {
  exam: { id: number; slug: string; nameJa: string; nameEn: string; retiredAt: Date | null };
}) {
  const { t, i18n } = useTranslation("exams");
  const here = `/staff/exams/${exam.id}`;
  return (
    <>
      <ButtonLink to={`${here}/preview`} size="small">
        {t("exams.preview")}
      </ButtonLink>
      {exam.retiredAt ? (
        <Form method="post" action={`${here}/retirement/removal`}>
          <Button size="small">{t("exams.restore")}</Button>
        </Form>
      ) : (
        <>
          <ButtonLink to={`/exams/${exam.slug}`} size="small">
            {t("exams.page")}
          </ButtonLink>
          <ConfirmDialog
            trigger={t("exams.retire")}
            title={t("exams.retire.title", { name: examName(exam, i18n.language) })}
            variant="danger"
          >
            <Form method="post" action={`${here}/retirement`}>
              <p className="mb-4">{t("exams.retire.text")}</p>
              <Button variant="danger">{t("exams.retire")}</Button>
            </Form>
          </ConfirmDialog>
        </>
      )}
    </>
  );
}
