import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextAreaField, TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { AreaFields } from "./area-commands.server.ts";

/** The form of a product area, in both languages. */
export function AreaForm({
  area,
  lastResult,
  submit,
}: {
  area?: AreaFields;
  lastResult?: SubmissionResult<string[]>;
  submit: string;
}) {
  const { t } = useTranslation(["staff", "common"]);
  const [form, fields] = useForm<AreaFields>({ lastResult, defaultValue: area });
  const labels = {
    nameJa: t("area.nameJa"),
    nameEn: t("area.nameEn"),
    slug: t("area.slug"),
    descriptionJa: t("area.descriptionJa"),
    descriptionEn: t("area.descriptionEn"),
  };
  return (
    <Form method="post" {...getFormProps(form)}>
      <Card className="grid gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <TextField
          field={fields.nameJa}
          label={labels.nameJa}
          required
          autoComplete="off"
          maxLength={60}
        />
        <TextField
          field={fields.nameEn}
          label={labels.nameEn}
          required
          autoComplete="off"
          maxLength={60}
        />
        <TextField
          field={fields.slug}
          label={labels.slug}
          hint={t("area.slug.hint")}
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
        />
        <TextAreaField
          field={fields.descriptionJa}
          label={labels.descriptionJa}
          optional
          rows={2}
        />
        <TextAreaField
          field={fields.descriptionEn}
          label={labels.descriptionEn}
          optional
          rows={2}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{submit}</Button>
          <ButtonLink to="/staff/areas" variant="bare">
            {t("common:form.cancel")}
          </ButtonLink>
        </div>
      </Card>
    </Form>
  );
}
