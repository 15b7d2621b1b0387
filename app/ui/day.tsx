import { useTranslation } from "#app/i18n/use-translation.tsx";
import { formatDate } from "./date-time.tsx";

/** A calendar day without a time or zone, `YYYY-MM-DD`, in words. */
export function Day({ value }: { value: string }) {
  const { i18n } = useTranslation();
  return (
    <time dateTime={value} className="whitespace-nowrap">
      {formatDay(value, i18n.language)}
    </time>
  );
}

export function formatDay(day: string, locale: string): string {
  return formatDate(new Date(`${day}T12:00:00Z`), locale, "UTC");
}
