import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { SelectField, TextAreaField, TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PHASES, TIERS } from "#db/vocabulary.ts";
import type { OrganisationFields } from "./organisations.ts";

/** The form in which staff keep what they know about a company. */
export function OrganisationForm({
  organisation,
  version,
  lastResult,
  submit,
  children,
}: {
  organisation?: OrganisationFields;
  /** Of what the form shows; left out for a new organisation. */
  version?: string;
  lastResult?: SubmissionResult<string[]>;
  submit: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation(["staff", "common"]);
  const [form, fields] = useForm<Record<keyof OrganisationFields, string>>({
    lastResult,
    defaultValue: organisation && {
      ...organisation,
      contractStartsOn: organisation.contractStartsOn ?? "",
      contractEndsOn: organisation.contractEndsOn ?? "",
      domains: organisation.domains.join("\n"),
    },
  });
  const labels = {
    name: t("field.name"),
    tier: t("field.tier"),
    phase: t("field.phase"),
    industry: t("field.industry"),
    region: t("field.region"),
    contractStartsOn: t("field.contractStartsOn"),
    contractEndsOn: t("field.contractEndsOn"),
    domains: t("field.domains"),
  };
  return (
    <Form method="post" {...getFormProps(form)}>
      <Card className="grid gap-5">
        {children}
        <FormErrors form={form} fields={fields} labels={labels} />
        {version !== undefined && <input type="hidden" name="version" value={version} />}
        <TextField
          field={fields.name}
          label={labels.name}
          required
          autoComplete="off"
          maxLength={200}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField
            field={fields.tier}
            label={labels.tier}
            hint={t("field.tier.hint")}
            required
            empty={organisation ? undefined : t("common:form.choose")}
            choices={TIERS.map((value) => ({ value, label: t(`common:tier.${value}`) }))}
            className="content-between"
          />
          <SelectField
            field={fields.phase}
            label={labels.phase}
            required
            empty={organisation ? undefined : t("common:form.choose")}
            choices={PHASES.map((value) => ({ value, label: t(`common:phase.${value}`) }))}
            className="content-between"
          />
          <TextField
            field={fields.industry}
            label={labels.industry}
            optional
            autoComplete="off"
            maxLength={100}
          />
          <TextField
            field={fields.region}
            label={labels.region}
            optional
            autoComplete="off"
            maxLength={100}
          />
          <TextField
            field={fields.contractStartsOn}
            label={labels.contractStartsOn}
            optional
            type="date"
          />
          <TextField
            field={fields.contractEndsOn}
            label={labels.contractEndsOn}
            optional
            type="date"
          />
        </div>
        <TextAreaField
          field={fields.domains}
          label={labels.domains}
          hint={t("field.domains.hint")}
          optional
          rows={3}
          spellCheck={false}
          autoCapitalize="none"
        />
        <div>
          <Button variant="primary">{submit}</Button>
        </div>
      </Card>
    </Form>
  );
}
