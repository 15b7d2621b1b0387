import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextAreaField, TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { TRACK_MAX } from "./timetable.ts";
import { type FormValues, useFields } from "./use-fields.ts";

/** The form of an item of the timetable. */
export function SessionForm({
  event,
  values,
  version,
  lastResult,
}: {
  event: { id: number; timeZone: string };
  values: FormValues;
  version: number;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation("organising");
  const { form, fields, field } = useFields(values, lastResult, "session");
  const labels = {
    title: t("session.title"),
    startsAt: t("session.startsAt"),
    minutes: t("session.minutes"),
    track: t("session.track"),
    description: t("session.description"),
  };
  return (
    <Form method="post" {...getFormProps(form)}>
      <Card className="grid grid-cols-1 gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <input type="hidden" name="version" value={version} />
        <TextField field={field("title")} label={labels.title} required maxLength={240} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            field={field("startsAt")}
            label={labels.startsAt}
            hint={t("session.startsAt.hint", { zone: event.timeZone })}
            type="datetime-local"
            required
          />
          <TextField
            field={field("minutes")}
            label={labels.minutes}
            hint={t("session.minutes.hint")}
            required
            inputMode="numeric"
            maxLength={4}
          />
        </div>
        <TextField
          field={field("track")}
          label={labels.track}
          hint={t("session.track.hint")}
          optional
          maxLength={TRACK_MAX * 2}
        />
        <TextAreaField field={field("description")} label={labels.description} optional />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t("form.save")}</Button>
          <ButtonLink to={`/events/${event.id}/timetable`} variant="bare">
            {t("form.back")}
          </ButtonLink>
        </div>
      </Card>
    </Form>
  );
}
