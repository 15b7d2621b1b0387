/** Longest subject we send; mail programs show far less. */
const SUBJECT_LENGTH = 150;

/**
 * One line without control, format and line-separator characters: nothing in it can end a header
 * or turn the reading direction. Cut at whole characters to `length`, with an ellipsis.
 */
export function oneLine(text: string, length = SUBJECT_LENGTH): string {
  const clean = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const characters = [...clean];
  return characters.length <= length ? clean : `${characters.slice(0, length - 1).join("")}…`;
}
