/** One `<row …/>` of a dump file, still uninterpreted. */
export type DumpRow = {
  /** 1 for the first row of the file. */
  number: number;
  /** Line of the file on which the row starts, from 1. */
  line: number;
  attributes: Readonly<Record<string, string>>;
  /** Set when the row holds characters that XML 1.0 forbids, so that its values cannot be trusted. */
  damaged?: boolean;
};

export type ParsedRow<T> = { ok: true; value: T } | { ok: false; problem: string };

type Attributes = DumpRow["attributes"];

/** A value that makes its row unusable; `parsing` turns it into a problem. */
class BadValue extends Error {}

/** Runs `read` over a row's attributes and returns what is wrong instead of throwing it. */
export function parsing<T>(row: DumpRow, read: (attributes: Attributes) => T): ParsedRow<T> {
  if (row.damaged) return { ok: false, problem: "it holds a character that XML forbids" };
  try {
    return { ok: true, value: read(row.attributes) };
  } catch (error) {
    if (error instanceof BadValue) return { ok: false, problem: error.message };
    throw error;
  }
}

/** Stops the reading of the current row inside `parsing`. */
export function refuse(problem: string): never {
  throw new BadValue(problem);
}

/** Value for a message on a terminal: quoted, short, without control characters. */
export function shown(value: string): string {
  const plain = value.replace(/\p{C}+/gu, " ");
  return plain.length > 40 ? `"${plain.slice(0, 40)}…"` : `"${plain}"`;
}

/** A non-empty attribute, or undefined. */
export function optionalText(attributes: Attributes, name: string): string | undefined {
  const value = attributes[name];
  return value === undefined || value === "" ? undefined : value;
}

/** A key of the dump: digits, kept as text because nothing is computed with it. */
export function optionalId(attributes: Attributes, name: string): string | undefined {
  const value = optionalText(attributes, name);
  if (value === undefined) return undefined;
  if (!/^-?\d{1,18}$/.test(value)) refuse(`${name} ${shown(value)} is not a number`);
  return String(BigInt(value));
}

export function requiredId(attributes: Attributes, name: string): string {
  return optionalId(attributes, name) ?? refuse(`${name} is missing`);
}

/** A 32-bit whole number; 0 when absent. */
export function wholeNumber(attributes: Attributes, name: string): number {
  const value = optionalText(attributes, name) ?? "0";
  const number = /^-?\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (!(Math.abs(number) < 2 ** 31)) refuse(`${name} ${shown(value)} is not a whole number`);
  return number;
}

const DATE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,3})0*)?Z?$/;

/** Moment of a dump: ISO 8601 in UTC, usually written without a zone, kept to the millisecond. */
export function optionalDate(attributes: Attributes, name: string): Date | undefined {
  const value = optionalText(attributes, name);
  if (value === undefined) return undefined;
  const [, seconds, fraction = ""] = DATE.exec(value) ?? [];
  const date = new Date(`${seconds}.${fraction.padEnd(3, "0")}Z`);
  // JavaScript turns February 30 into March 1: what does not come back unchanged is no date.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 19) !== seconds) {
    refuse(`${name} ${shown(value)} is not a date`);
  }
  return date;
}

export function requiredDate(attributes: Attributes, name: string): Date {
  return optionalDate(attributes, name) ?? refuse(`${name} is missing`);
}
