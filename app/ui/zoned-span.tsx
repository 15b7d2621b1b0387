import { useTranslation } from "#app/i18n/use-translation.tsx";
import { useClock } from "./date-time.tsx";

/** Whose clocks are meant; without a name those of the place. */
type Other = { name?: string; timeZone: string };

/**
 * When something takes place, in the viewer's zone: 「6月2日(火) 10:00–10:15（日本標準時）」. Where clocks
 * of the `other` one show something else at that moment, their time stands below; where they agree,
 * no zone needs to be named.
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
  const { timeZone, now } = useClock();
  const from = new Date(start);
  const words = (zone: string) => formatSpan(from, { minutes, now, zone }, i18n.language);
  const own = words(timeZone);
  const theirs = other && words(other.timeZone);
  const timeOf = (name: string | undefined, time: { time: string; zone: string }) =>
    name === undefined ? t("time.there", time) : t("time.of", { name, ...time });
  return (
    <>
      <time dateTime={from.toISOString()}>
        <Unbroken words={own} />
        {theirs !== own && (
          // Browsers call zones differently, by the age of their data.
          <span className="text-sm font-normal text-muted" suppressHydrationWarning>
            {t("time.in", { zone: zoneName(from, i18n.language, timeZone) })}
          </span>
        )}
      </time>
      {other && theirs && theirs !== own && (
        <span className="block text-sm font-normal text-muted" suppressHydrationWarning>
          {timeOf(other.name, {
            time: theirs,
            zone: zoneName(from, i18n.language, other.timeZone),
          })}
        </span>
      )}
    </>
  );
}

/** A line may end between the day and the hours, not within them. */
function Unbroken({ words }: { words: string }) {
  const cut = words.lastIndexOf(" ");
  return (
    <>
      <span className="whitespace-nowrap">{words.slice(0, cut)}</span>{" "}
      <span className="whitespace-nowrap">{words.slice(cut + 1)}</span>
    </>
  );
}

const MINUTE = 60_000;

/** 「6月2日(火) 10:00–10:15」, with the year unless it is this one; another day of its end is said. */
function formatSpan(
  from: Date,
  { minutes, now, zone }: { minutes: number; now: number; zone: string },
  locale: string,
): string {
  const to = new Date(from.getTime() + minutes * MINUTE);
  const isThisYear = yearIn(zone, from) === yearIn(zone, new Date(now));
  const dayOf = isThisYear ? formatWeekday : formatLongDay;
  const [day, lastDay] = [from, to].map((moment) => dayOf(moment, locale, zone));
  const [first, last] = [from, to].map((moment) => formatTime(moment, locale, zone));
  return `${day} ${first}–${day === lastDay ? "" : `${lastDay} `}${last}`;
}

/** 「6月2日(火)」. */
export function formatWeekday(moment: Date, locale: string, timeZone: string): string {
  const options = { month: "long", day: "numeric", weekday: "short" } as const;
  return cached("day", { ...options, timeZone }, locale).format(moment);
}

function formatLongDay(moment: Date, locale: string, timeZone: string): string {
  const options = { year: "numeric", month: "long", day: "numeric", weekday: "short" } as const;
  return cached("long", { ...options, timeZone }, locale).format(moment);
}

function yearIn(timeZone: string, moment: Date): string {
  return cached("year", { year: "numeric", timeZone }, "en").format(moment);
}

/** 「火」. */
export function formatShortWeekday(moment: Date, locale: string, timeZone: string): string {
  return cached("weekday", { weekday: "short", timeZone }, locale).format(moment);
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
