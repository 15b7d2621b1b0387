import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxGroupField } from "#app/ui/checkbox-group-field.tsx";
import {
  CheckboxField,
  RadioGroupField,
  SelectField,
  TextAreaField,
  TextField,
} from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { ADMISSIONS, PHASES, TIERS, type TicketPlace } from "#db/vocabulary.ts";
import { type FormValues, useFields } from "./use-fields.ts";

const NAMES = [
  "name",
  "description",
  "place",
  "capacity",
  "admission",
  "organisationCap",
  "phases",
  "tiers",
  "supportersOnly",
  "drawAt",
] as const;

/** The form of a ticket. What people applied under cannot be chosen any more. */
export function TicketForm({
  eventId,
  values,
  version,
  places,
  timeZone,
  isFixed,
  lastResult,
}: {
  eventId: number;
  values: FormValues;
  version: number;
  places: readonly TicketPlace[];
  timeZone: string;
  /** Somebody applied. */
  isFixed: boolean;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation("organising");
  const { t: words } = useTranslation("events");
  const { form, fields, field } = useFields(values, lastResult, "ticket");
  const labels = Object.fromEntries(NAMES.map((name) => [name, t(`ticket.${name}`)]));
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-2xl">
      <Card className="grid grid-cols-1 gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <input type="hidden" name="version" value={version} />
        <TextField field={field("name")} label={labels.name} required maxLength={120} />
        <TextAreaField
          field={field("description")}
          label={labels.description}
          optional
          rows={2}
          maxLength={800}
        />
        {isFixed && <p className="text-sm text-muted">{t("ticket.fixed")}</p>}
        {isFixed || places.length === 1 ? (
          <input type="hidden" name="place" value={String(values.place)} />
        ) : (
          <SelectField
            field={field("place")}
            label={labels.place}
            required
            className="max-w-xs"
            choices={places.map((value) => ({ value, label: words(`place.${value}`) }))}
          />
        )}
        <TextField
          field={field("capacity")}
          label={labels.capacity}
          required
          inputMode="numeric"
          maxLength={6}
          className="max-w-xs"
        />
        <TextField
          field={field("organisationCap")}
          label={labels.organisationCap}
          hint={t("ticket.organisationCap.hint")}
          optional
          inputMode="numeric"
          maxLength={4}
          className="max-w-xs"
        />
        {isFixed ? (
          <input type="hidden" name="admission" value={String(values.admission)} />
        ) : (
          <RadioGroupField
            field={field("admission")}
            label={labels.admission}
            required
            choices={ADMISSIONS.map((value) => ({
              value,
              label: words(`admission.${value}`),
              hint: t(`ticket.admission.${value}`),
            }))}
          />
        )}
        {(!isFixed || values.admission === "lottery") && (
          <TextField
            field={field("drawAt")}
            label={labels.drawAt}
            hint={t("ticket.drawAt.hint", { zone: timeZone })}
            type="datetime-local"
            className="max-w-xs"
          />
        )}
        <CheckboxGroupField
          field={field("phases")}
          label={labels.phases ?? ""}
          hint={t("ticket.phases.hint")}
          choices={PHASES.map((value) => ({ value, label: t(`phase.${value}`) }))}
        />
        <CheckboxGroupField
          field={field("tiers")}
          label={labels.tiers ?? ""}
          choices={TIERS.map((value) => ({ value, label: t(`tier.${value}`) }))}
        />
        <CheckboxField field={field("supportersOnly")} label={labels.supportersOnly} />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t("form.save")}</Button>
          <ButtonLink to={`/events/${eventId}/tickets`} variant="bare">
            {t("form.back")}
          </ButtonLink>
        </div>
      </Card>
    </Form>
  );
}
