import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { type Area, areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxGroupField } from "#app/ui/checkbox-group-field.tsx";
import {
  CheckboxField,
  type Choice,
  SelectField,
  TextAreaField,
  TextField,
} from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { LOCALES, type Locale } from "#db/vocabulary.ts";
import { TimeZoneField } from "./time-zone-field.tsx";

type Fields = {
  name: string;
  reading: string;
  title: string;
  bio: string;
  handle: string;
  locale: Locale;
  timeZone: string;
  showsOrganisation: boolean;
  skills: number[];
};

/** The form of one's own profile. */
export function ProfileForm({
  profile,
  hasOrganisation,
  areas,
  zones,
  lastResult,
}: {
  profile: Fields;
  /** Vendor staff have no company to show or hide. */
  hasOrganisation: boolean;
  areas: Area[];
  zones: { common: Choice[]; others: string[] };
  lastResult?: SubmissionResult<string[]>;
}) {
  const { t, i18n } = useTranslation(["settings", "common"]);
  const [form, fields] = useForm<Fields>({
    lastResult,
    defaultValue: { ...profile, skills: profile.skills.map(String) },
  });
  const labels = {
    name: t("field.name"),
    reading: t("field.reading"),
    title: t("field.title"),
    bio: t("field.bio"),
    handle: t("field.handle"),
    locale: t("field.locale"),
    timeZone: t("field.timeZone"),
    skills: t("field.skills"),
  };
  return (
    <Form method="post" {...getFormProps(form)} className="grid gap-6">
      <FormErrors form={form} fields={fields} labels={labels} />
      <Card className="grid gap-5">
        <h2 className="text-lg font-bold">{t("profile.about")}</h2>
        <TextField
          field={fields.name}
          label={labels.name}
          hint={t("field.name.hint")}
          required
          autoComplete="name"
          maxLength={200}
        />
        <TextField
          field={fields.reading}
          label={labels.reading}
          hint={t("field.reading.hint")}
          optional
          autoComplete="off"
          maxLength={200}
        />
        <TextField
          field={fields.title}
          label={labels.title}
          hint={t("field.title.hint")}
          optional
          autoComplete="organization-title"
          maxLength={200}
        />
        {hasOrganisation && (
          <CheckboxField
            field={fields.showsOrganisation}
            label={t("field.showsOrganisation")}
            hint={t("field.showsOrganisation.hint")}
          />
        )}
        <TextAreaField
          field={fields.bio}
          label={labels.bio}
          hint={t("field.bio.hint")}
          optional
          rows={6}
        />
        <TextField
          field={fields.handle}
          label={labels.handle}
          hint={t("field.handle.hint")}
          required
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={39}
          className="[&_input]:max-w-80"
        />
      </Card>
      {areas.length > 0 && (
        <Card className="grid gap-4">
          <h2 className="text-lg font-bold">{t("profile.skills")}</h2>
          <CheckboxGroupField
            field={fields.skills}
            label={labels.skills}
            hint={t("field.skills.hint")}
            choices={areas.map((area) => ({
              value: String(area.id),
              label: areaName(area, i18n.language),
            }))}
          />
        </Card>
      )}
      <Card className="grid gap-5">
        <h2 className="text-lg font-bold">{t("profile.language")}</h2>
        <SelectField
          field={fields.locale}
          label={labels.locale}
          choices={LOCALES.map((value) => ({ value, label: t(`common:locale.${value}`) }))}
        />
        <TimeZoneField field={fields.timeZone} {...zones} />
      </Card>
      <div>
        <Button variant="primary">{t("common:form.save")}</Button>
      </div>
    </Form>
  );
}
