import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { type Area, areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { timeZoneChoices } from "#app/lib/time-zones.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxGroupField } from "#app/ui/checkbox-group-field.tsx";
import {
  CheckboxField,
  type FieldState,
  RadioGroupField,
  SelectField,
  TextAreaField,
  TextField,
} from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { MarkdownField } from "#app/ui/markdown-field.tsx";
import { EVENT_KINDS, EVENT_PLACES, EVENT_SCOPES, PHASES } from "#db/vocabulary.ts";
import { SUMMARY_MAX, TITLE_MAX } from "../events.ts";
import { type FormValues, useFields } from "./use-fields.ts";

type Part = { field: (name: string) => FieldState; labels: Record<string, string> };

const NAMES = [
  "kind",
  "place",
  "scope",
  "invitedOnly",
  "title",
  "summary",
  "body",
  "areas",
  "phases",
  "series",
  "startsAt",
  "endsAt",
  "timeZone",
  "region",
  "venueName",
  "venueAddress",
  "mapUrl",
  "venueNote",
  "onlineUrl",
  "onlineNote",
  "registrationOpensAt",
  "registrationClosesAt",
  "offerHours",
  "colleaguesMax",
  "proposalsCloseAt",
  "proposalsNote",
] as const;

/** The form of an event: what it is, when, where, and who may apply until when. */
export function EventForm({
  values,
  version,
  areas,
  series,
  withDate,
  newestUrl,
  lastResult,
}: {
  values: FormValues;
  version: number;
  areas: Area[];
  series: { id: number; name: string }[];
  /** Of a draft alone: an announced event is moved on a page of its own. */
  withDate: boolean;
  /** Leads to what somebody else saved meanwhile, if they did. */
  newestUrl?: string;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation("organising");
  const { form, fields, field } = useFields(values, lastResult, "event");
  const labels = Object.fromEntries(NAMES.map((name) => [name, t(`field.${name}`)]));
  const part = { field, labels };
  return (
    <Form method="post" {...getFormProps(form)} className="grid grid-cols-1 gap-6">
      <input type="hidden" name="version" value={version} />
      <FormErrors form={form} fields={fields} labels={labels} />
      {newestUrl && (
        <p>
          <a href={newestUrl} target="_blank" rel="noreferrer" className="text-link">
            {t("form.newest")}
          </a>
        </p>
      )}
      <AboutFields {...part} areas={areas} series={series} />
      {withDate && <DateFields {...part} />}
      <PlaceFields {...part} />
      <RegistrationFields {...part} />
      <CallFields {...part} />
      <div>
        <Button variant="primary">{t("form.save")}</Button>
      </div>
    </Form>
  );
}

function AboutFields({
  field,
  labels,
  areas,
  series,
}: Part & { areas: Area[]; series: { id: number; name: string }[] }) {
  const { t, i18n } = useTranslation("organising");
  const { t: words } = useTranslation("events");
  return (
    <Card className="grid grid-cols-1 gap-5">
      <h3 className="text-lg font-bold">{t("edit.about")}</h3>
      <SelectField
        field={field("kind")}
        label={labels.kind}
        required
        className="max-w-sm"
        choices={EVENT_KINDS.map((value) => ({ value, label: words(`kind.${value}`) }))}
      />
      <TextField field={field("title")} label={labels.title} required maxLength={TITLE_MAX * 2} />
      <TextField
        field={field("summary")}
        label={labels.summary}
        hint={t("field.summary.hint")}
        optional
        maxLength={SUMMARY_MAX * 2}
      />
      <MarkdownField field={field("body")} label={labels.body ?? ""} optional rows={14} />
      <RadioGroupField
        field={field("scope")}
        label={labels.scope}
        required
        choices={EVENT_SCOPES.toReversed().map((value) => ({
          value,
          label: words(`scope.${value}`),
          hint: t(`field.scope.${value}`),
        }))}
      />
      <CheckboxField
        field={field("invitedOnly")}
        label={labels.invitedOnly}
        hint={t("field.invitedOnly.hint")}
      />
      {areas.length > 0 && (
        <CheckboxGroupField
          field={field("areas")}
          label={labels.areas ?? ""}
          hint={t("field.areas.hint")}
          choices={areas.map((area) => ({
            value: String(area.id),
            label: areaName(area, i18n.language),
          }))}
        />
      )}
      <CheckboxGroupField
        field={field("phases")}
        label={labels.phases ?? ""}
        hint={t("field.phases.hint")}
        choices={PHASES.map((value) => ({ value, label: t(`phase.${value}`) }))}
      />
      {series.length > 0 && (
        <SelectField
          field={field("series")}
          label={labels.series}
          optional
          empty={t("field.series.none")}
          className="max-w-sm"
          choices={series.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
    </Card>
  );
}

function DateFields(part: Part) {
  const { t } = useTranslation("organising");
  return (
    <Card className="grid grid-cols-1 gap-5">
      <h3 className="text-lg font-bold">{t("edit.date")}</h3>
      <SpanFields {...part} />
    </Card>
  );
}

/** Beginning, end and zone of an event. */
export function SpanFields({ field, labels }: Part) {
  const { t, i18n } = useTranslation("organising");
  const zone = field("timeZone");
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          field={field("startsAt")}
          label={labels.startsAt}
          type="datetime-local"
          required
        />
        <TextField field={field("endsAt")} label={labels.endsAt} type="datetime-local" required />
      </div>
      <SelectField
        field={zone}
        label={labels.timeZone}
        hint={t("field.timeZone.hint")}
        required
        className="max-w-sm"
        choices={timeZoneChoices(i18n.language, String(zone.initialValue ?? "") || undefined)}
      />
    </>
  );
}

function PlaceFields({ field, labels }: Part) {
  const { t } = useTranslation("organising");
  const { t: words } = useTranslation("events");
  const url = {
    type: "url",
    inputMode: "url",
    pattern: "https://.+",
    placeholder: "https://",
    autoComplete: "off",
  } as const;
  return (
    <Card className="grid grid-cols-1 gap-5">
      <h3 className="text-lg font-bold">{t("edit.place")}</h3>
      <RadioGroupField
        field={field("place")}
        label={labels.place}
        required
        choices={EVENT_PLACES.map((value) => ({ value, label: words(`place.${value}`) }))}
      />
      <TextField
        field={field("venueName")}
        label={labels.venueName}
        hint={t("field.venueName.hint")}
        optional
        maxLength={200}
      />
      <TextField
        field={field("venueAddress")}
        label={labels.venueAddress}
        optional
        maxLength={400}
      />
      <TextField
        field={field("region")}
        label={labels.region}
        hint={t("field.region.hint")}
        optional
        maxLength={80}
        className="max-w-sm"
      />
      <TextField field={field("mapUrl")} label={labels.mapUrl} optional {...url} />
      <TextAreaField
        field={field("venueNote")}
        label={labels.venueNote}
        hint={t("field.confirmedOnly")}
        optional
        rows={3}
      />
      <TextField
        field={field("onlineUrl")}
        label={labels.onlineUrl}
        hint={t("field.confirmedOnly")}
        optional
        {...url}
      />
      <TextAreaField
        field={field("onlineNote")}
        label={labels.onlineNote}
        hint={t("field.confirmedOnly")}
        optional
        rows={3}
      />
    </Card>
  );
}

function RegistrationFields({ field, labels }: Part) {
  const { t } = useTranslation("organising");
  return (
    <Card className="grid grid-cols-1 gap-5">
      <h3 className="text-lg font-bold">{t("edit.registration")}</h3>
      <p className="text-sm text-muted">{t("edit.registration.lead")}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          field={field("registrationOpensAt")}
          label={labels.registrationOpensAt}
          hint={t("field.registrationOpensAt.hint")}
          optional
          type="datetime-local"
        />
        <TextField
          field={field("registrationClosesAt")}
          label={labels.registrationClosesAt}
          hint={t("field.registrationClosesAt.hint")}
          optional
          type="datetime-local"
        />
        <TextField
          field={field("offerHours")}
          label={labels.offerHours}
          hint={t("field.offerHours.hint")}
          required
          inputMode="numeric"
          maxLength={4}
        />
        <TextField
          field={field("colleaguesMax")}
          label={labels.colleaguesMax}
          hint={t("field.colleaguesMax.hint")}
          required
          inputMode="numeric"
          maxLength={2}
        />
      </div>
    </Card>
  );
}

function CallFields({ field, labels }: Part) {
  const { t } = useTranslation("organising");
  return (
    <Card className="grid grid-cols-1 gap-5">
      <h3 className="text-lg font-bold">{t("edit.call")}</h3>
      <TextField
        field={field("proposalsCloseAt")}
        label={labels.proposalsCloseAt}
        hint={t("field.proposalsCloseAt.hint")}
        optional
        type="datetime-local"
        className="max-w-sm"
      />
      <TextAreaField
        field={field("proposalsNote")}
        label={labels.proposalsNote}
        hint={t("field.proposalsNote.hint")}
        optional
        rows={3}
      />
    </Card>
  );
}
