import { useTranslation } from "#app/i18n/use-translation.tsx";
import { useClock } from "#app/ui/date-time.tsx";
import { timeLeft } from "./progress.ts";

/** Deadlines in words: what is left of a near one, day and time of a far one. */
export function useDeadline() {
  const { t, i18n } = useTranslation("routing");
  const { timeZone, now } = useClock();
  const moment = (deadline: Date | string) =>
    formatMoment(new Date(deadline), i18n.language, timeZone);
  return {
    /** 「6月2日(火) 10:00」 */
    moment,
    /** 「あと3時間」, or 「6月2日(火) 10:00まで」 */
    left(deadline: Date | string | null): string {
      if (deadline === null) return t("left.none");
      const left = timeLeft(new Date(deadline), new Date(now));
      if (left.unit === "soon") return t("left.soon");
      if (left.unit === "until") return t("left.until", { time: moment(deadline) });
      return t(`left.${left.unit}`, { count: left.count });
    },
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatMoment(moment: Date, locale: string, timeZone: string): string {
  const key = `${locale} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      month: "short",
      day: "numeric",
      weekday: "short",
      hour: "numeric",
      minute: "2-digit",
      timeZone,
    });
    formats.set(key, format);
  }
  return format.format(moment);
}
