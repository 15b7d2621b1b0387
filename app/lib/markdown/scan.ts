/** Longest Markdown source that is accepted, in UTF-16 code units (what `String#length` counts). */
export const MAX_MARKDOWN_LENGTH = 50_000;

const MAX_MENTIONS = 20;

/**
 * `@handle` where a mention may stand: not glued to a word, an e-mail address, a path or a second
 * `@` on the left, nor to a longer word or a domain name on the right. Japanese may touch both sides.
 */
export const MENTION_PATTERN =
  /(?<![\w%+\-/@\\])@([a-z0-9][a-z0-9-]{1,38})(?![\w@-])(?!\.[A-Za-z0-9])/g;

const FILE_ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const FILE_URL = new RegExp(`/files/(${FILE_ID})(?![0-9a-f-])`, "gi");
const FILE_PATH = new RegExp(`^/files/${FILE_ID}$`, "i");

const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const QUOTE_MARKERS = /^(?: {0,3}> ?)+/;

/** Length and kind of the code fence that a line opens or closes; undefined on any other line. */
export function fenceOf(line: string): { marker: string; length: number } | undefined {
  const run = /^\s*(?:>\s?)*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})([^\n]*)$/.exec(line);
  const fence = run?.[1];
  if (!fence || (fence.startsWith("`") && run[2]?.includes("`"))) return undefined;
  return { marker: fence.charAt(0), length: fence.length };
}

/** True when `path` is exactly `/files/<uuid>`, the address of an uploaded file. */
export function isFilePath(path: string): boolean {
  return FILE_PATH.test(path);
}

/**
 * Handles mentioned in Markdown source, in order of first appearance, at most 20.
 * Code blocks, code spans and e-mail addresses mention nobody.
 */
export function mentionedHandles(source: string): string[] {
  const handles = new Set<string>();
  for (const block of textBlocks(source.slice(0, MAX_MARKDOWN_LENGTH))) {
    const text = block.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, " ");
    for (const [, handle] of text.matchAll(MENTION_PATTERN)) {
      if (handle) handles.add(handle);
      if (handles.size === MAX_MENTIONS) return [...handles];
    }
  }
  return [...handles];
}

/** Ids (lower case, each once) of the uploaded files that Markdown source links to or shows. */
export function referencedFileIds(source: string): string[] {
  const ids = new Set<string>();
  for (const [, id] of source.matchAll(FILE_URL)) {
    if (id) ids.add(id.toLowerCase());
  }
  return [...ids];
}

/**
 * The beginning of plain text on one line: at most `length` user-perceived characters (Unicode
 * grapheme clusters, UAX #29), followed by `…` when something was left out.
 */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  // One "character" may carry any number of combining marks, so code units are bounded as well.
  const mostUnits = length * 8 + 64;
  let end = 0;
  let count = 0;
  for (const { index, segment } of new Intl.Segmenter("ja", { granularity: "grapheme" }).segment(
    line.slice(0, mostUnits + 1),
  )) {
    if (count === length || index + segment.length > mostUnits) break;
    end = index + segment.length;
    count += 1;
  }
  return end < line.length ? `${line.slice(0, end).trimEnd()}…` : line;
}

/** Paragraph-sized pieces of the source without its fenced and indented code blocks. */
function textBlocks(source: string): string[] {
  const blocks: string[] = [];
  let current: string[] = [];
  let fence: { marker: string; length: number } | undefined;
  let inList = false;
  let afterBlank = true;
  const finish = () => {
    if (current.length > 0) blocks.push(current.join("\n"));
    current = [];
  };
  for (const line of source.split(/\r\n?|\n/)) {
    const mark = fenceOf(line);
    if (fence) {
      if (mark?.marker === fence.marker && mark.length >= fence.length) fence = undefined;
      continue;
    }
    if (mark) {
      fence = mark;
      finish();
      afterBlank = true;
      continue;
    }
    const content = line.replace(QUOTE_MARKERS, "");
    if (content.trim() === "") {
      finish();
      afterBlank = true;
      continue;
    }
    if (LIST_ITEM.test(content)) inList = true;
    else if (afterBlank && !/^\s/.test(content)) inList = false;
    // Inside a list, four spaces continue the item rather than start code.
    const isCode = afterBlank && !inList && /^(?: {4}| {0,3}\t)/.test(content);
    if (!isCode) {
      current.push(content);
      afterBlank = false;
    }
  }
  finish();
  return blocks;
}
