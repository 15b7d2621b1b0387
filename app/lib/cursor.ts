/**
 * Where a keyset page begins: the sort values of the row before it, as one opaque word for the
 * address (base64url of JSON).
 */
export type Cursor = (string | number)[];

export function encodeCursor(values: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(values));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/**
 * The values of a cursor that was handed back.
 *
 * @param shape the type of each value, in order, for example `["string", "number"]`
 * @returns undefined for anything that is not a cursor of this shape: lists then begin at the top
 */
export function decodeCursor(
  word: string | null | undefined,
  shape: ("string" | "number")[],
): Cursor | undefined {
  if (!word || word.length > 2_000 || !/^[\w-]+$/.test(word)) return undefined;
  try {
    const binary = atob(word.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const values: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!Array.isArray(values) || values.length !== shape.length) return undefined;
    const fits = values.every((value, i) =>
      typeof value === "string"
        ? shape[i] === "string" && !value.includes("\0")
        : isNumber(value, shape[i]),
    );
    return fits ? (values as Cursor) : undefined;
  } catch {
    return undefined;
  }
}

function isNumber(value: unknown, type: "string" | "number" | undefined): boolean {
  return type === "number" && Number.isSafeInteger(value);
}

/** Splits rows fetched with `limit + 1` into the page and the cursor of the next one, if any. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  cursorOf: (last: Row) => Cursor,
): { rows: Row[]; next?: string } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return rows.length > limit && last !== undefined
    ? { rows: page, next: encodeCursor(cursorOf(last)) }
    : { rows: page };
}
