import { type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import type { FieldState } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";

/**
 * A page with a short form about a question: its reason, its message, its comment. `labels`
 * names the fields; `children` draws them from their states.
 */
export function QuestionFormPage({
  id,
  title,
  lead,
  question,
  labels,
  values,
  hidden = {},
  lastResult,
  submitLabel,
  children,
  before,
}: {
  id: string;
  title: string;
  lead?: string;
  question: { id: number; title: string };
  labels: Record<string, string>;
  values?: Record<string, string>;
  hidden?: Record<string, string | number>;
  lastResult?: SubmissionResult<string[]> | null;
  submitLabel: string;
  children: (field: (name: string) => FieldState) => ReactNode;
  before?: ReactNode;
}) {
  const [form, fields] = useForm<Record<string, string>>({
    id,
    lastResult,
    defaultValue: values,
  });
  const field = (name: string) => fields[name] as FieldState;
  return (
    <Page
      title={title}
      lead={lead}
      breadcrumbs={[{ label: question.title, to: `/questions/${question.id}` }]}
      width="reading"
    >
      {before}
      <Form method="post" id={form.id} noValidate={form.noValidate} className="grid gap-6">
        <FormErrors form={form} fields={fields} labels={labels} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children(field)}
        <div>
          <Button variant="primary">{submitLabel}</Button>
        </div>
      </Form>
    </Page>
  );
}
