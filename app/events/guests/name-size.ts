/** Type sizes of a name on its card, in points, the largest that keeps it on one line of 79 mm. */
const SIZES = [26, 22, 18, 15, 12] as const;
const LINE = 224;

/**
 * The size in which a name fits its card: a Japanese character is as wide as the size, a Latin one
 * about six tenths of it. The longest names take the smallest size and a second line.
 */
export function nameSize(name: string): (typeof SIZES)[number] {
  const widths = [...name].map((character) => (character < "\u0300" ? 0.6 : 1));
  const width = widths.reduce((sum, one) => sum + one, 0);
  return SIZES.find((size) => width * size <= LINE) ?? 12;
}

/** Sheets of ten. */
export function sheetsOf<Row>(rows: Row[], size = 10): Row[][] {
  const sheets: Row[][] = [];
  for (let start = 0; start < rows.length; start += size) {
    sheets.push(rows.slice(start, start + size));
  }
  return sheets;
}
