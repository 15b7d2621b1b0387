import { cleanLine } from "#app/lib/clean-text.ts";

/** Markdown that shows an image, described by its file name until the author writes better words. */
export function imageMarkdown(url: string, fileName: string): string {
  const words = cleanLine(fileName.replace(/\.[a-z0-9]{1,5}$/i, ""))
    .replace(/[^\p{L}\p{N} _-]+/gu, " ")
    .trim();
  // What a browser calls a pasted picture says nothing.
  const description = /^(image|blob|unknown)?$/i.test(words)
    ? ""
    : [...words].slice(0, 80).join("");
  return `![${description}](${url})`;
}
