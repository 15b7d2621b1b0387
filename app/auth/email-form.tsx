import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

/** One mail address and one verb: for sign-up and for a forgotten password. */
export function EmailForm({
  lastResult,
  label,
  hint,
  submit,
}: {
  lastResult?: SubmissionResult<string[]>;
  label: string;
  hint?: string;
  submit: string;
}) {
  const [form, fields] = useForm<{ email: string }>({ lastResult });
  return (
    <Form method="post" {...getFormProps(form)} className="grid gap-5">
      <FormErrors form={form} fields={fields} labels={{ email: label }} />
      <TextField
        field={fields.email}
        label={label}
        hint={hint}
        required
        type="email"
        autoComplete="email"
        autoCapitalize="none"
      />
      <Button variant="primary">{submit}</Button>
    </Form>
  );
}
