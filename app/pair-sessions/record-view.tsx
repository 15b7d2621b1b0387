import { useTranslation } from "#app/i18n/use-translation.tsx";

const PARTS = ["shown", "toRepeat", "nextStep"] as const;

/** What came out of a session: three short parts, of which the last two may be empty. */
export function RecordView({ record }: { record: Record<(typeof PARTS)[number], string> }) {
  const { t } = useTranslation("pair-sessions");
  return (
    <dl className="grid gap-4">
      {PARTS.map((part) => (
        <div key={part}>
          <dt className="text-sm font-semibold text-muted">{t(`session.record.${part}`)}</dt>
          <dd className="whitespace-pre-line wrap-anywhere">
            {record[part] || <span className="text-muted">{t("session.record.none")}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
