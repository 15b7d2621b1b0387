import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { type FieldState, TextAreaField } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { ProgressList } from "../requirements/progress-list.tsx";
import { missing, type Progress } from "../requirements/requirements.ts";
import { type Work, WorkList } from "./work-list.tsx";

type Props = {
  here: string;
  statement: string;
  progress: Progress[];
  examSlug: string | null;
  works: Work[];
  asksPractical: boolean;
  canEdit: boolean;
  canWithdraw: boolean;
};

/** An application as its applicant works on it. */
export function ApplicationView(props: Props) {
  const { here, statement, progress, examSlug, works, asksPractical, canEdit, canWithdraw } = props;
  const { t } = useTranslation("certification");
  return (
    <>
      <Section title={t("application.progress")}>
        <ProgressList progress={progress} examSlug={examSlug} />
      </Section>
      {asksPractical && (
        <Section title={t("application.works")}>
          <WorkList works={works} removeFrom={canEdit ? here : undefined} />
          {canEdit && (
            <div className="mt-3">
              <ButtonLink to={`${here}/works/new`}>{t("application.works.add")}</ButtonLink>
            </div>
          )}
        </Section>
      )}
      {canEdit ? (
        <StatementForm here={here} statement={statement} progress={progress} />
      ) : (
        statement && (
          <Section title={t("application.statement")}>
            <Card>
              <p className="whitespace-pre-line">{statement}</p>
            </Card>
          </Section>
        )
      )}
      {canWithdraw && (
        <div className="mb-8">
          <ConfirmDialog
            trigger={t("application.withdraw")}
            title={t("application.withdraw")}
            variant="bare"
          >
            <Form method="post" action={`${here}/withdrawal`}>
              <p className="mb-4">{t("application.withdraw.text")}</p>
              <Button variant="danger">{t("application.withdraw")}</Button>
            </Form>
          </ConfirmDialog>
        </div>
      )}
    </>
  );
}

function StatementForm({
  here,
  statement,
  progress,
}: Pick<Props, "here" | "statement" | "progress">) {
  const { t } = useTranslation("certification");
  const [form, fields] = useForm<{ statement: string }>({ defaultValue: { statement } });
  const open = missing(progress).map(({ kind }) => t(`kind.${kind}`));
  return (
    <Form method="post" action={`${here}/statement`} {...getFormProps(form)} className="mb-8">
      <Card className="grid gap-5">
        <TextAreaField
          field={fields.statement as FieldState}
          label={t("application.statement")}
          hint={t("application.statement.hint")}
          optional
          rows={5}
          maxLength={2000}
        />
        {open.length > 0 && (
          <p className="text-sm text-muted">
            {t("application.missing", { list: open.join("、") })}
          </p>
        )}
        <div className="flex flex-wrap gap-3">
          {open.length === 0 && (
            <Button variant="primary" formAction={`${here}/submission`}>
              {t("application.submit")}
            </Button>
          )}
          <Button variant="quiet">{t("application.save")}</Button>
        </div>
      </Card>
    </Form>
  );
}
