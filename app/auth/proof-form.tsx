import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PasswordField } from "./password-field.tsx";

/** Asks for the password before something that matters. */
export function ProofForm({
  lastResult,
  submit,
  danger = false,
}: {
  lastResult?: SubmissionResult<string[]>;
  submit: string;
  danger?: boolean;
}) {
  const { t } = useTranslation("auth");
  const [form, fields] = useForm<{ password: string }>({ lastResult });
  const labels = { password: t("field.currentPassword") };
  return (
    <Form method="post" {...getFormProps(form)} className="grid gap-5">
      <FormErrors form={form} fields={fields} labels={labels} />
      <PasswordField
        field={fields.password}
        label={labels.password}
        autoComplete="current-password"
      />
      <Button variant={danger ? "danger" : "primary"} className="justify-self-start">
        {submit}
      </Button>
    </Form>
  );
}
