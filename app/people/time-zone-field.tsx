import { useTranslation } from "#app/i18n/use-translation.tsx";
import { type Choice, controlProps, FieldFrame, type FieldState } from "#app/ui/fields.tsx";

/** Every time zone: first those most members live in, with their names, then the others by IANA name. */
export function TimeZoneField({
  field,
  common,
  others,
}: {
  field: FieldState;
  common: Choice[];
  /** IANA names, without the common ones. */
  others: string[];
}) {
  const { t } = useTranslation("settings");
  const hint = t("field.timeZone.hint");
  return (
    <FieldFrame field={field} label={t("field.timeZone")} hint={hint}>
      <select
        key={field.key}
        defaultValue={String(field.initialValue ?? "")}
        className="control w-full"
        {...controlProps(field, hint)}
      >
        <optgroup label={t("field.timeZone.common")}>
          {common.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </optgroup>
        <optgroup label={t("field.timeZone.others")}>
          {others.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </optgroup>
      </select>
    </FieldFrame>
  );
}
