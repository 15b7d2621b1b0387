// Control characters (PostgreSQL refuses NUL), marks that turn the direction of the text around
// them, and whatever else shows nothing. Joiners and variation selectors stay: emoji and the
// exact forms of characters in Japanese names need them.
const UNSEEN =
  /(?!\n|\t|\u200C|\u200D|[\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const ATTACHED = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A single line as it is stored: composed (NFC), free of unseen characters, blanks collapsed and
 * trimmed. What shows nothing at all becomes the empty string.
 */
export function cleanLine(input: string): string {
  const line = input
    .normalize("NFC")
    .replace(/[\u2028\u2029\r\n\t]/g, " ")
    .replace(UNSEEN, "")
    .replace(/\s+/g, (blank) => (blank.includes("\u3000") ? "\u3000" : " "))
    .trim();
  return showsNothing(line) ? "" : line;
}

/** Text of several lines as it is stored: like `cleanLine`, but line breaks (as \n) and tabs stay. */
export function cleanText(input: string): string {
  const text = input
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(UNSEEN, "")
    .replace(/[^\S\n]+$/gm, "")
    .replace(/\n{4,}/g, "\n\n\n")
    .trim();
  return showsNothing(text) ? "" : text;
}

function showsNothing(text: string): boolean {
  return text.replace(ATTACHED, "").trim() === "";
}

/** Length in characters as people count them, not in UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}
