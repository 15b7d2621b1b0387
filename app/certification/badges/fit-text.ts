/** Letters as wide as they are high, in East Asian type. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const NARROW_SHARE = 0.58;

export const LINE_HEIGHT = 1.3;

/**
 * Breaks a text into lines and finds the largest of the type sizes in which it fits into a box; in
 * the smallest one it is cut off. Widths are estimates, good enough for a picture.
 */
export function fitText(
  content: string,
  { width, height, sizes }: { width: number; height: number; sizes: readonly number[] },
): { lines: string[]; size: number } {
  const pieces = wordsOf(content);
  const room = (size: number) => Math.max(1, Math.floor(height / (size * LINE_HEIGHT)));
  for (const size of sizes) {
    const lines = breakLines(pieces, width / size);
    if (lines.length <= room(size) && lines.every((line) => ems(line) <= width / size)) {
      return { lines, size };
    }
  }
  const size = sizes.at(-1) ?? 16;
  const most = room(size);
  const lines = breakLines([...content], width / size);
  if (lines.length <= most) return { lines, size };
  const last = [...(lines[most - 1] ?? "")].slice(0, -1).join("");
  return { lines: [...lines.slice(0, most - 1), `${last}…`], size };
}

function breakLines(pieces: readonly string[], room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && ems((line + piece).trimEnd()) > room) {
      lines.push(line.trim());
      line = "";
    }
    line += piece;
  }
  if (line.trim() !== "") lines.push(line.trim());
  return lines;
}

/** Japanese has no spaces between words; punctuation stays with the word before it. */
function wordsOf(content: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter("ja", { granularity: "word" }).segment(
    content,
  )) {
    const before = words.length - 1;
    if (isWordLike || before < 0) words.push(segment);
    else words[before] += segment;
  }
  return words;
}

function ems(line: string): number {
  let sum = 0;
  for (const letter of line) sum += WIDE.test(letter) ? 1 : NARROW_SHARE;
  return sum;
}
