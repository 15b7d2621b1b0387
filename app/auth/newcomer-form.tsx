import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { type Choice, type FieldState, SelectField, TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { LOCALES, type Locale } from "#db/vocabulary.ts";
import { PasswordField } from "./password-field.tsx";

type Fields = {
  code: string;
  email: string;
  name: string;
  reading: string;
  title: string;
  password: string;
  locale: string;
  timeZone: string;
};

/**
 * What a newcomer tells about themselves: the same form after sign-up, by invitation and for the
 * first admin, who also types the setup code and a mail address.
 *
 * @param email already proven; shown to password managers as the user name
 */
export function NewcomerForm({
  lastResult,
  email,
  withSetupCode = false,
  locale,
  timeZones,
  submit,
  children,
}: {
  lastResult?: SubmissionResult<string[]>;
  email?: string;
  withSetupCode?: boolean;
  locale: Locale;
  timeZones: Choice[];
  submit: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation(["auth", "common"]);
  const [form, fields] = useForm<Fields>({
    lastResult,
    defaultValue: { locale, timeZone: "Asia/Tokyo" },
  });
  useBrowserTimeZone(fields.timeZone, timeZones, lastResult === undefined);
  const labels = {
    code: t("field.setupCode"),
    email: t("field.email"),
    name: t("field.name"),
    reading: t("field.reading"),
    title: t("field.title"),
    password: t("field.password"),
    locale: t("field.locale"),
    timeZone: t("field.timeZone"),
  };
  return (
    <Form method="post" {...getFormProps(form)} className="grid gap-5">
      <FormErrors form={form} fields={fields} labels={labels} />
      {children}
      {withSetupCode && (
        <>
          <TextField
            field={fields.code}
            label={labels.code}
            hint={t("field.setupCode.hint")}
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <TextField
            field={fields.email}
            label={labels.email}
            required
            type="email"
            autoComplete="username"
          />
        </>
      )}
      {email && (
        <label className="grid gap-1.5">
          <span className="font-semibold">{t("field.email")}</span>
          <input
            type="email"
            value={email}
            readOnly
            autoComplete="username"
            className="w-full bg-transparent py-1 text-ink outline-offset-4"
          />
        </label>
      )}
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
      <PasswordField
        field={fields.password}
        label={labels.password}
        hint={t("field.newPassword.hint")}
        autoComplete="new-password"
      />
      <div className="grid gap-5 sm:grid-cols-[1fr_2fr]">
        <SelectField
          field={fields.locale}
          label={labels.locale}
          choices={LOCALES.map((value) => ({ value, label: t(`common:locale.${value}`) }))}
        />
        <SelectField field={fields.timeZone} label={labels.timeZone} choices={timeZones} />
      </div>
      <Button variant="primary">{submit}</Button>
    </Form>
  );
}

/** Proposes the browser's time zone on the first showing, when it is among the choices. */
function useBrowserTimeZone(field: FieldState, choices: Choice[], first: boolean) {
  const { id } = field;
  useEffect(() => {
    const select = document.getElementById(id);
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const offered = choices.some((choice) => choice.value === zone);
    if (first && offered && select instanceof HTMLSelectElement) select.value = zone;
  }, [id, choices, first]);
}
