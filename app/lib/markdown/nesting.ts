import { fenceOf } from "./scan.ts";

const MAX_CONTAINERS = 16;
const CONTAINER_MARKER = /[ \t]*(?:(>)|[-*+](?=[ \t])|\d{1,9}([.)])(?=[ \t]))/y;
const THEMATIC_BREAK = /^[ \t]*([-*])(?:[ \t]*\1){2,}[ \t]*$/;

/**
 * Makes the quote and list markers of a line literal text from the 17th on, by a backslash before
 * it. The parser recurses once per marker, so a line of 5,000 `>` would overflow its stack; nobody
 * reads more than a few levels. Lines inside fenced code stay as they are.
 */
export function boundNesting(source: string): string {
  let fence: { marker: string; length: number } | undefined;
  return source
    .split("\n")
    .map((line) => {
      const mark = fenceOf(line);
      if (fence) {
        if (mark?.marker === fence.marker && mark.length >= fence.length) fence = undefined;
        return line;
      }
      if (mark) fence = mark;
      return boundLine(line);
    })
    .join("\n");
}

function boundLine(line: string): string {
  CONTAINER_MARKER.lastIndex = 0;
  for (let depth = 0; ; depth += 1) {
    const start = CONTAINER_MARKER.lastIndex;
    const marker = CONTAINER_MARKER.exec(line);
    if (!marker) return line;
    if (depth < MAX_CONTAINERS) continue;
    if (THEMATIC_BREAK.test(line.slice(start))) return line;
    const at = start + marker[0].length - 1;
    return `${line.slice(0, at)}\\${line.slice(at)}`;
  }
}
