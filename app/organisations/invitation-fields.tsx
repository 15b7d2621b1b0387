import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxField, RadioGroupField, TextAreaField, TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

type Fields = { email: string; message: string; asLead: boolean; role: string };

/** The form of an invitation: to a company, for some as its lead, or to the vendor's team. */
export function InvitationForm({
  lastResult,
  cancelTo,
  withLead = false,
  withRole = false,
}: {
  lastResult?: SubmissionResult<string[]>;
  cancelTo: string;
  withLead?: boolean;
  withRole?: boolean;
}) {
  const { t } = useTranslation(["organisations", "common"]);
  const [form, fields] = useForm<Fields>({ lastResult, defaultValue: { role: "staff" } });
  const labels = {
    email: t("invite.email"),
    message: t("invite.message"),
    role: t("invite.role"),
  };
  return (
    <Form method="post" {...getFormProps(form)}>
      <Card className="grid gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <TextField
          field={fields.email}
          label={labels.email}
          required
          type="email"
          autoComplete="off"
          maxLength={254}
        />
        {withRole && (
          <RadioGroupField
            field={fields.role}
            label={labels.role}
            required
            choices={(["staff", "admin"] as const).map((role) => ({
              value: role,
              label: t(`common:role.${role}`),
              hint: t(`invite.role.${role}.hint`),
            }))}
          />
        )}
        {withLead && (
          <CheckboxField
            field={fields.asLead}
            label={t("invite.asLead")}
            hint={t("invite.asLead.hint")}
          />
        )}
        <TextAreaField
          field={fields.message}
          label={labels.message}
          hint={t("invite.message.hint")}
          optional
          rows={4}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t("invite.submit")}</Button>
          <ButtonLink to={cancelTo} variant="bare">
            {t("common:form.cancel")}
          </ButtonLink>
        </div>
      </Card>
    </Form>
  );
}
