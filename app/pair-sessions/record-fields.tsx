import { useTranslation } from "#app/i18n/use-translation.tsx";
import { type FieldState, TextAreaField } from "#app/ui/fields.tsx";
import { RECORD_MAX } from "./pair-sessions.ts";
import { RecordView } from "./record-view.tsx";

type Parts<T> = { shown: T; toRepeat: T; nextStep: T };

export function RecordFields({
  fields,
  labels,
}: {
  fields: Parts<FieldState>;
  labels: Parts<string>;
}) {
  const { t } = useTranslation("pair-sessions");
  return (
    <>
      <TextAreaField
        field={fields.shown}
        label={labels.shown}
        hint={t("record.shown.hint")}
        required
        maxLength={RECORD_MAX}
      />
      <TextAreaField
        field={fields.toRepeat}
        label={labels.toRepeat}
        hint={t("record.toRepeat.hint")}
        optional
        maxLength={RECORD_MAX}
      />
      <TextAreaField
        field={fields.nextStep}
        label={labels.nextStep}
        hint={t("record.nextStep.hint")}
        optional
        maxLength={RECORD_MAX}
      />
    </>
  );
}

/** What was saved elsewhere meanwhile, beside which one's own words stay in the form. */
export function StaleRecord({ stored }: { stored: Parts<string> }) {
  const { t } = useTranslation("pair-sessions");
  return (
    <div role="alert" className="rounded-card border border-wait bg-wait-soft p-4">
      <p className="font-semibold">{t("record.stale.title")}</p>
      <p className="mt-1 mb-3 max-w-prose">{t("record.stale.text")}</p>
      <RecordView record={stored} />
    </div>
  );
}
