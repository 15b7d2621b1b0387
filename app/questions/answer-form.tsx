import { type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { MarkdownField } from "#app/ui/markdown-field.tsx";
import { DraftStatus } from "./draft-notice.tsx";
import { useDraft } from "./use-draft.ts";

type Values = { body?: string; trueForVersion?: string; reviewOn?: string };

/** The form of an answer: a new one (`key`), or an edited one (`version`). */
export function AnswerForm({
  action,
  submitLabel,
  hidden,
  place,
  values,
  lastResult,
}: {
  action: string;
  submitLabel: string;
  hidden: { key: string } | { version: number };
  /** Where drafts of this form are kept. */
  place: string;
  values?: Values;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation("questions");
  const element = useRef<HTMLFormElement>(null);
  const draft = useDraft(element, place);
  const [form, fields] = useForm<Values>({
    id: place.replace(":", "-"),
    lastResult,
    defaultValue: values,
  });
  const details = Boolean(
    fields.trueForVersion.initialValue || fields.reviewOn.initialValue || fields.reviewOn.errors,
  );
  return (
    <Form
      ref={element}
      method="post"
      action={action}
      id={form.id}
      noValidate={form.noValidate}
      className="grid gap-5"
    >
      <FormErrors
        form={form}
        fields={fields}
        labels={{
          body: t("field.answer"),
          trueForVersion: t("field.trueForVersion"),
          reviewOn: t("field.reviewOn"),
        }}
      />
      {"key" in hidden ? (
        <input type="hidden" name="key" value={hidden.key} />
      ) : (
        <input type="hidden" name="version" value={hidden.version} />
      )}
      <MarkdownField field={fields.body} label={t("field.answer")} required rows={8} />
      <details open={details}>
        <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-muted">
          {t("field.answerDetails")}
        </summary>
        <div className="mt-2 grid gap-4 sm:grid-cols-2">
          <TextField
            field={fields.trueForVersion}
            label={t("field.trueForVersion")}
            hint={t("field.trueForVersion.hint")}
            optional
            maxLength={40}
          />
          <TextField
            field={fields.reviewOn}
            type="date"
            label={t("field.reviewOn")}
            hint={t("field.reviewOn.hint")}
            optional
          />
        </div>
      </details>
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="primary">{submitLabel}</Button>
        <DraftStatus state={draft} />
      </div>
    </Form>
  );
}
