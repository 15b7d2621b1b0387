import { useTranslation } from "#app/i18n/use-translation.tsx";
import { useClock } from "./date-time.tsx";

type Other = { name: string; timeZone: string };

/**
 * When something takes place, in the viewer's zone: 「6月2日(火) 10:00–10:15（日本時間）」. Where clocks
 * of the `other` one show something else at that moment, their time stands below.
 */
export function ZonedSpan({
  start,
  minutes,
  other,
}: {
  start: Date | string;
  minutes: number;
  other?: Other;
}) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useClock();
  const from = new Date(start);
  const own = formatSpan(from, minutes, i18n.language, timeZone);
  const theirs = other && formatSpan(from, minutes, i18n.language, other.timeZone);
  return (
    <>
      <time dateTime={from.toISOString()}>
        <span className="whitespace-nowrap">{own}</span>
        <span className="text-sm font-normal text-muted">
          {t("time.in", { zone: zoneName(from, i18n.language, timeZone) })}
        </span>
      </time>
      {other && theirs && theirs !== own && (
        <span className="block text-sm font-normal text-muted">
          {t("time.of", {
            name: other.name,
            time: theirs,
            zone: zoneName(from, i18n.language, other.timeZone),
          })}
        </span>
      )}
    </>
  );
}

const MINUTE = 60_000;

/** 「6月2日(火) 10:00–10:15」; the day of its end is said where it is another one. */
function formatSpan(from: Date, minutes: number, locale: string, timeZone: string): string {
  const to = new Date(from.getTime() + minutes * MINUTE);
  const [day, lastDay] = [from, to].map((moment) => formatWeekday(moment, locale, timeZone));
  const [first, last] = [from, to].map((moment) => formatTime(moment, locale, timeZone));
  return `${day} ${first}–${day === lastDay ? "" : `${lastDay} `}${last}`;
}

/** 「6月2日(火)」. */
export function formatWeekday(moment: Date, locale: string, timeZone: string): string {
  const options = { month: "long", day: "numeric", weekday: "short" } as const;
  return cached("day", { ...options, timeZone }, locale).format(moment);
}

/** `10:00`, by 24 hours in every language. */
export function formatTime(moment: Date, locale: string, timeZone: string): string {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return cached("time", { ...options, timeZone }, locale).format(moment);
}

/** 「日本時間」, as the zone is called at that moment. */
export function zoneName(moment: Date, locale: string, timeZone: string): string {
  const format = cached("zone", { timeZoneName: "longGeneric", timeZone }, locale);
  const parts = format.formatToParts(moment);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

// Making a formatter costs a hundred times what using it does.
const formats = new Map<string, Intl.DateTimeFormat>();

function cached(kind: string, options: Intl.DateTimeFormatOptions, locale: string) {
  const key = `${kind} ${locale} ${options.timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}
