import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, CardList, CardRow } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { CheckboxField, RadioGroupField, TextAreaField, TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EVENT_QUESTION_KINDS, type EventQuestionKind } from "#db/vocabulary.ts";
import { type FormValues, useFields } from "./use-fields.ts";

type Row = {
  id: number;
  kind: EventQuestionKind;
  label: string;
  choices: string[];
  isRequired: boolean;
  answers: number;
};

/** What applicants are asked, in its order. */
export function QuestionList({ eventId, questions }: { eventId: number; questions: Row[] }) {
  const { t } = useTranslation("organising");
  const here = `/events/${eventId}/questions`;
  return (
    <CardList label={t("question.title")}>
      {questions.map(({ id, kind, label, choices, isRequired, answers }, index) => (
        <CardRow key={id} className="grid gap-1">
          <p className="font-semibold wrap-anywhere">{label}</p>
          <p className="text-sm text-muted">
            {t(`question.kind.${kind}`)}
            {isRequired && <> ・ {t("question.required")}</>}
            {answers > 0 && <> ・ {t("question.answers", { count: answers })}</>}
          </p>
          {choices.length > 0 && (
            <p className="text-sm text-muted wrap-anywhere">{choices.join(" / ")}</p>
          )}
          <div className="flex flex-wrap items-start gap-2">
            <Link
              to={`${here}/${id}`}
              className="text-link inline-flex min-h-11 items-center text-sm"
            >
              {t("question.edit")}
              <span className="sr-only"> {label}</span>
            </Link>
            {index > 0 && (
              <Form method="post" action={`${here}/${id}/position`}>
                <Button variant="bare" size="small">
                  {t("question.raise")}
                  <span className="sr-only"> {label}</span>
                </Button>
              </Form>
            )}
            <ConfirmDialog
              trigger={t("question.remove")}
              title={t("question.remove.title")}
              variant="bare"
            >
              <Form method="post" action={`${here}/${id}/removal`}>
                <p className="mb-4">
                  {answers > 0 ? t("question.remove.answers", { count: answers }) : label}
                </p>
                <Button variant="danger">{t("question.remove")}</Button>
              </Form>
            </ConfirmDialog>
          </div>
        </CardRow>
      ))}
    </CardList>
  );
}

/** The form of one question. Once it was answered, its kind stays. */
export function QuestionForm({
  eventId,
  values,
  isFixed,
  lastResult,
}: {
  eventId: number;
  values: FormValues;
  isFixed: boolean;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation("organising");
  const { form, fields, field } = useFields(values, lastResult, "question");
  const labels = {
    label: t("question.label"),
    kind: t("question.kind"),
    choices: t("question.choices"),
    isRequired: t("question.isRequired"),
  };
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-2xl">
      <Card className="grid grid-cols-1 gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <TextField field={field("label")} label={labels.label} required maxLength={400} />
        {isFixed ? (
          <>
            <input type="hidden" name="kind" value={String(values.kind)} />
            <p className="text-sm text-muted">{t("question.fixed")}</p>
          </>
        ) : (
          <RadioGroupField
            field={field("kind")}
            label={labels.kind}
            required
            choices={EVENT_QUESTION_KINDS.map((value) => ({
              value,
              label: t(`question.kind.${value}`),
            }))}
          />
        )}
        {!(isFixed && values.kind === "text") && (
          <TextAreaField
            field={field("choices")}
            label={labels.choices}
            hint={t("question.choices.hint")}
            rows={5}
          />
        )}
        <CheckboxField field={field("isRequired")} label={labels.isRequired} />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t("form.save")}</Button>
          <ButtonLink to={`/events/${eventId}/questions`} variant="bare">
            {t("form.back")}
          </ButtonLink>
        </div>
      </Card>
    </Form>
  );
}
