import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { type FieldState, RadioGroupField, TextAreaField, TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { REVIEW_VERDICTS } from "#db/vocabulary.ts";
import type { RubricCriterion } from "../definitions/definitions.ts";

type Props = {
  round: number;
  rubric: RubricCriterion[];
  rubricPass: number;
  needsSecondReviewer: boolean;
  lastResult?: SubmissionResult<string[]> | null;
};

/** Where a reviewer scores a practical and decides. */
export function ReviewForm({ round, rubric, rubricPass, needsSecondReviewer, lastResult }: Props) {
  const { t, i18n } = useTranslation("certification");
  const [form, fields] = useForm<Record<string, string>>({ lastResult });
  const field = (name: string) => fields[name] as FieldState;
  const labels: Record<string, string> = {
    verdict: t("review.verdict"),
    note: t("review.note"),
    retryOn: t("review.retryOn"),
  };
  rubric.forEach(({ ja, en, points }, index) => {
    const criterion = i18n.language === "en" ? en : ja;
    labels[`score${index}`] = t("review.score", { criterion, points });
  });
  const hints = {
    approve: t(
      needsSecondReviewer ? "review.verdict.approve.second" : "review.verdict.approve.hint",
    ),
    return: t("review.verdict.return.hint"),
    decline: t("review.verdict.decline.hint"),
  };
  return (
    <Form method="post" {...getFormProps(form)}>
      <input type="hidden" name="round" value={round} />
      <Card className="grid gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        {rubric.length > 0 && (
          <fieldset className="grid gap-3">
            <legend className="mb-2 font-semibold">{t("review.scores")}</legend>
            <p className="text-sm text-muted">{t("review.pass", { points: rubricPass })}</p>
            {rubric.map((criterion, index) => (
              <TextField
                key={criterion.ja}
                field={field(`score${index}`)}
                label={labels[`score${index}`]}
                inputMode="numeric"
                maxLength={3}
                className="max-w-md"
              />
            ))}
          </fieldset>
        )}
        <RadioGroupField
          field={field("verdict")}
          label={labels.verdict}
          required
          choices={REVIEW_VERDICTS.map((value) => ({
            value,
            label: t(`review.verdict.${value}`),
            hint: hints[value],
          }))}
        />
        <TextAreaField
          field={field("note")}
          label={labels.note}
          hint={t("review.note.hint")}
          rows={4}
          maxLength={2000}
        />
        <TextField
          field={field("retryOn")}
          label={labels.retryOn}
          type="date"
          className="max-w-60"
        />
        <div>
          <Button variant="primary">{t("review.submit")}</Button>
        </div>
      </Card>
    </Form>
  );
}
