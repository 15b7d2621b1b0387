import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CheckboxField, type FieldState, SelectField } from "#app/ui/fields.tsx";
import { HOURS, WEEKDAYS } from "./offered-hours.ts";

type Fields = Record<
  "digestHour" | "digestWeekday" | "quiet" | "quietFrom" | "quietUntil",
  FieldState
>;

/** When mail may come. */
export function MailHours({ fields, timeZone }: { fields: Fields; timeZone: string }) {
  const { t } = useTranslation("notifications");
  const hours = HOURS.map((hour) => ({ value: String(hour), label: t("times.hour", { hour }) }));
  return (
    <>
      <p className="mb-4 text-sm text-muted">{t("times.lead", { zone: timeZone })}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField field={fields.digestHour} label={t("times.digestHour")} choices={hours} />
        <SelectField
          field={fields.digestWeekday}
          label={t("times.digestWeekday")}
          choices={WEEKDAYS.map((day) => ({ value: String(day), label: t(`weekday.${day}`) }))}
        />
        <CheckboxField
          field={fields.quiet}
          label={t("times.quiet")}
          hint={t("times.quiet.hint")}
          className="sm:col-span-2"
        />
        <SelectField field={fields.quietFrom} label={t("times.quietFrom")} choices={hours} />
        <SelectField field={fields.quietUntil} label={t("times.quietUntil")} choices={hours} />
      </div>
    </>
  );
}
