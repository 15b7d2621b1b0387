import { createContext, useContext } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";

type Clock = { timeZone: string; now: number };

const ClockContext = createContext<Clock>({ timeZone: "Asia/Tokyo", now: 0 });

/** The viewer's time zone and the moment the page was made, the same on server and browser. */
export const ClockProvider = ClockContext.Provider;

export function useClock(): Clock {
  return useContext(ClockContext);
}

const DAY = 86_400_000;

/**
 * A moment in words, in the viewer's zone: 「3時間前」 within a week, the date after that.
 * The exact time is in the title and in `datetime`.
 */
export function DateTime({
  value,
  style = "relative",
}: {
  value: Date | string;
  style?: "relative" | "date" | "exact";
}) {
  const { i18n } = useTranslation();
  const { timeZone, now } = useClock();
  const date = new Date(value);
  const exact = formatExact(date, i18n.language, timeZone);
  const text =
    style === "exact"
      ? exact
      : style === "relative" && Math.abs(now - date.getTime()) < 7 * DAY
        ? formatRelative(date.getTime() - now, i18n.language)
        : formatDate(date, i18n.language, timeZone);
  return (
    <time dateTime={date.toISOString()} title={exact} className="whitespace-nowrap">
      {text}
    </time>
  );
}

export function formatExact(date: Date, locale: string, timeZone: string): string {
  return formatter(locale, timeZone, "short").format(date);
}

export function formatDate(date: Date, locale: string, timeZone: string): string {
  return formatter(locale, timeZone, undefined).format(date);
}

// Making a formatter costs a hundred times what using it does, and pages hold dozens of dates.
const formatters = new Map<string, Intl.DateTimeFormat>();
const relativeFormatters = new Map<string, Intl.RelativeTimeFormat>();

function formatter(
  locale: string,
  timeZone: string,
  timeStyle: "short" | undefined,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${timeStyle}`;
  let format = formatters.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle, timeZone });
    formatters.set(key, format);
  }
  return format;
}

function relativeFormatter(locale: string): Intl.RelativeTimeFormat {
  let format = relativeFormatters.get(locale);
  if (!format) {
    format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
    relativeFormatters.set(locale, format);
  }
  return format;
}

/** Milliseconds from now, negative for the past, as 「5分前」 or “in 2 hours”. */
export function formatRelative(milliseconds: number, locale: string): string {
  const format = relativeFormatter(locale);
  const words = (amount: number, unit: Intl.RelativeTimeFormatUnit) => {
    const text = format.format(Math.trunc(amount), unit);
    // Japanese sets no space between a number and its unit.
    return locale.startsWith("ja") ? text.replaceAll(" ", "") : text;
  };
  const seconds = milliseconds / 1000;
  const size = Math.abs(seconds);
  if (size < 60) return justNow(locale);
  if (size < 3600) return words(seconds / 60, "minute");
  if (size < 86_400) return words(seconds / 3600, "hour");
  return words(seconds / 86_400, "day");
}

function justNow(locale: string): string {
  return locale.startsWith("ja") ? "たった今" : "just now";
}
