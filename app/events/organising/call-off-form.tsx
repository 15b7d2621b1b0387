import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextAreaField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { NOTE_MAX } from "../events.ts";
import { useFields } from "./use-fields.ts";

/** Asks why before an event is postponed or cancelled: everyone who applied reads it. */
export function CallOffForm({
  eventId,
  act,
  lastResult,
}: {
  eventId: number;
  act: "postpone" | "cancel";
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation("organising");
  const { form, fields, field } = useFields({ message: "" }, lastResult, act);
  const labels = { message: t("calledOff.message") };
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-2xl">
      <Card className="grid gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <TextAreaField
          field={field("message")}
          label={labels.message}
          hint={t("calledOff.message.hint")}
          required
          maxLength={NOTE_MAX}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant={act === "cancel" ? "danger" : "primary"}>{t(`${act}.submit`)}</Button>
          <ButtonLink to={`/events/${eventId}/publication`} variant="bare">
            {t("form.back")}
          </ButtonLink>
        </div>
      </Card>
    </Form>
  );
}
