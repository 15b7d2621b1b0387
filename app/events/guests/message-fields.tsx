import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioGroupField, TextAreaField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { MessageSegment } from "#db/vocabulary.ts";
import { MESSAGE_MAX } from "./messages.ts";

export type MessagePreview = { segment: MessageSegment; count: number; names: string[] };

/** Where a message is written once; it is sent after having seen whom it reaches. */
export function MessageFields({
  segments,
  formKey,
  preview,
  lastResult,
}: {
  segments: { segment: MessageSegment; count: number }[];
  formKey: string;
  preview?: MessagePreview;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation("organising");
  const [form, fields] = useForm<{ segment: string; message: string }>({
    lastResult,
    shouldRevalidate: "onSubmit",
  });
  const labels = { segment: t("messages.segment"), message: t("messages.message") };
  return (
    <Form method="post" {...getFormProps(form)}>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="previewed" value={preview?.segment ?? ""} />
      <Card className="grid gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <RadioGroupField
          field={fields.segment}
          label={labels.segment}
          required
          choices={segments.map(({ segment, count }) => ({
            value: segment,
            label: t("messages.segment.count", {
              segment: t(`messages.segment.${segment}`),
              people: count,
            }),
            hint: t(`messages.segment.${segment}.hint`),
          }))}
        />
        <TextAreaField
          field={fields.message}
          label={labels.message}
          hint={t("messages.message.hint", { max: MESSAGE_MAX })}
          rows={8}
          maxLength={MESSAGE_MAX}
          required
        />
        {preview ? <Preview {...preview} /> : null}
        <div className="flex flex-wrap gap-3">
          {preview ? (
            <>
              <Button variant="primary">{t("messages.send", { people: preview.count })}</Button>
              <Button name="previewed" value="">
                {t("messages.check")}
              </Button>
            </>
          ) : (
            <Button variant="primary">{t("messages.preview")}</Button>
          )}
        </div>
      </Card>
    </Form>
  );
}

function Preview({ count, names }: MessagePreview) {
  const { t } = useTranslation("organising");
  return (
    <div role="status" className="rounded-card border border-line-strong bg-sunken p-4">
      <p className="font-semibold">{t("messages.preview.title", { people: count })}</p>
      <p className="mt-1 text-sm">
        {names.join("、")}
        {count > names.length && ` ${t("messages.preview.more", { people: count - names.length })}`}
      </p>
      <p className="mt-2 text-sm text-muted">{t("messages.preview.text")}</p>
    </div>
  );
}
