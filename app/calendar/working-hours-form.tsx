import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import {
  CheckboxField,
  type Choice,
  controlProps,
  FieldError,
  type FieldState,
  SelectField,
} from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { WEEKDAYS } from "./weekdays.ts";

/** Working hours by weekday, zone and holidays. */
export function WorkingHoursForm({
  values,
  zones,
  lastResult,
}: {
  values: Record<string, string>;
  zones: Choice[];
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation("calendar");
  const [form, fields] = useForm<Record<string, string>>({ lastResult, defaultValue: values });
  const field = (name: string) => fields[name] as FieldState;
  const labels: Record<string, string> = {
    timeZone: t("hours.zone"),
    publicHolidays: t("hours.holidays"),
  };
  for (const day of WEEKDAYS) {
    const weekday = t(`weekday.${day}`);
    labels[`opens${day}`] = t("hours.opens", { weekday });
    labels[`closes${day}`] = t("hours.closes", { weekday });
  }
  return (
    <Form method="post" {...getFormProps(form)}>
      <Card className="grid gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <p className="text-sm text-muted">{t("hours.hint")}</p>
        <ul className="grid gap-1">
          {WEEKDAYS.map((day) => (
            <li key={day} className="grid gap-1">
              <div className="grid grid-cols-[5.5rem_minmax(0,7rem)_auto_minmax(0,7rem)] items-center justify-start gap-x-2">
                <span className="font-semibold">{t(`weekday.${day}`)}</span>
                <TimeInput field={field(`opens${day}`)} label={labels[`opens${day}`] ?? ""} />
                <span aria-hidden="true">–</span>
                <TimeInput field={field(`closes${day}`)} label={labels[`closes${day}`] ?? ""} />
              </div>
              <FieldError field={field(`opens${day}`)} />
              <FieldError field={field(`closes${day}`)} />
            </li>
          ))}
        </ul>
        <SelectField
          field={field("timeZone")}
          label={labels.timeZone}
          choices={zones}
          required
          className="max-w-md"
        />
        <CheckboxField field={field("publicHolidays")} label={labels.publicHolidays} />
        <div>
          <Button variant="primary">{t("hours.save")}</Button>
        </div>
      </Card>
    </Form>
  );
}

function TimeInput({ field, label }: { field: FieldState; label: string }) {
  return (
    <input
      key={field.key}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      placeholder="--:--"
      maxLength={8}
      aria-label={label}
      defaultValue={typeof field.initialValue === "string" ? field.initialValue : ""}
      className="control w-full tabular-nums"
      {...controlProps(field, undefined)}
    />
  );
}
