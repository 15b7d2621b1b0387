const formats = new Map<string, Intl.DateTimeFormat>();

/** The month 「6月」 and the day `2` of a moment in a zone, to be set one above the other. */
export function dayParts(
  moment: Date,
  locale: string,
  timeZone: string,
): { month: string; day: string } {
  const part = (name: "month" | "day") => {
    const key = `${name} ${locale} ${timeZone}`;
    // Making a formatter costs a hundred times what using it does.
    const format =
      formats.get(key) ??
      new Intl.DateTimeFormat(name === "day" ? "en" : locale, {
        [name]: name === "day" ? "numeric" : "short",
        timeZone,
      });
    formats.set(key, format);
    return format.format(moment);
  };
  return { month: part("month"), day: part("day") };
}
