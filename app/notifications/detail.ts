/** Values that the texts of a kind fill in, as the row keeps them. */
export type StoredDetail = Record<string, string | number>;

/** Moments are kept as ISO 8601, so that every reader gets them in their own zone. */
export function storedDetail(
  detail: Record<string, string | number | Date | undefined>,
): StoredDetail {
  const stored: StoredDetail = {};
  for (const [name, value] of Object.entries(detail)) {
    if (value !== undefined) stored[name] = value instanceof Date ? value.toISOString() : value;
  }
  return stored;
}

/**
 * The values of a detail as texts show them: `when` in the reader's zone, `date` as the day it is.
 *
 * @param reader.namesZone whether the zone is said, for texts that are read anywhere
 */
export function shownDetail(
  detail: StoredDetail,
  reader: { locale: string; timeZone: string; namesZone?: boolean },
): StoredDetail {
  const shown = { ...detail };
  const { when, date } = detail;
  if (when !== undefined) shown.when = formatted(when, momentFormat(reader));
  if (date !== undefined) shown.date = formatted(date, dayFormat(reader.locale));
  return shown;
}

function formatted(value: string | number, format: Intl.DateTimeFormat): string {
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? String(value) : format.format(moment);
}

// Making a formatter costs a hundred times what using it does.
const formats = new Map<string, Intl.DateTimeFormat>();

function momentFormat(reader: { locale: string; timeZone: string; namesZone?: boolean }) {
  const { locale, timeZone, namesZone = false } = reader;
  return cached(`${locale} ${timeZone} ${namesZone}`, locale, {
    year: "numeric",
    month: "long",
    day: "numeric",
    weekday: "short",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
    timeZoneName: namesZone ? "short" : undefined,
  });
}

function dayFormat(locale: string) {
  return cached(locale, locale, { dateStyle: "long", timeZone: "UTC" });
}

function cached(key: string, locale: string, options: Intl.DateTimeFormatOptions) {
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}
