import { useTranslation } from "#app/i18n/use-translation.tsx";
import { type FieldState, SelectField, TextAreaField, TextField } from "#app/ui/fields.tsx";
import { NOTICE_CHOICES } from "./pair-sessions.ts";

type Parts<T> = { offer: T; meetingUrl: T; noticeHours: T };

const HOURS_A_DAY = 24;

export function HostingFields({
  fields,
  labels,
}: {
  fields: Parts<FieldState>;
  labels: Parts<string>;
}) {
  const { t } = useTranslation("pair-sessions");
  const words = (hours: number) =>
    hours < HOURS_A_DAY
      ? t("hosting.notice.hours", { count: hours })
      : t("hosting.notice.days", { count: hours / HOURS_A_DAY });
  return (
    <>
      <TextAreaField
        field={fields.offer}
        label={labels.offer}
        hint={t("hosting.offer.hint")}
        required
      />
      <TextField
        field={fields.meetingUrl}
        label={labels.meetingUrl}
        hint={t("hosting.url.hint")}
        required
        type="url"
        inputMode="url"
        pattern="https://.+"
        placeholder="https://"
        autoComplete="off"
      />
      <SelectField
        field={fields.noticeHours}
        label={labels.noticeHours}
        hint={t("hosting.notice.hint")}
        required
        className="max-w-xs"
        choices={NOTICE_CHOICES.map((hours) => ({ value: String(hours), label: words(hours) }))}
      />
    </>
  );
}
