import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextAreaField, TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { type FormValues, useFields } from "./use-fields.ts";

/** Name and description of a series. */
export function SeriesForm({
  values,
  lastResult,
}: {
  values: FormValues;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation("organising");
  const { form, fields, field } = useFields(values, lastResult, "series");
  const labels = { name: t("series.name"), description: t("series.description") };
  return (
    <Form method="post" {...getFormProps(form)}>
      <Card className="grid gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <TextField field={field("name")} label={labels.name} required maxLength={200} />
        <TextAreaField field={field("description")} label={labels.description} optional />
        <div>
          <Button variant="primary">{t("form.save")}</Button>
        </div>
      </Card>
    </Form>
  );
}
