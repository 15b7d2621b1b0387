/** How many materials an event may have at a time. */
export const MATERIALS_MAX = 100;
/** How long what was taken away can be brought back, in days. */
export const RESTORE_DAYS = 30;
export const NOTES_MAX = 20_000;

/** Only the encrypted web: a link that people open must not run anything. */
export function isHttpsAddress(text: string): boolean {
  return text.length <= 2_000 && text.startsWith("https://") && URL.canParse(text);
}
