import TurndownService from "turndown";
import {
  codeSpan,
  escapeText,
  fencedCode,
  raisedSigns,
  webAddress,
  withoutAddressMarks,
} from "./markdown-text.ts";

export type ConvertedHtml =
  | { ok: true; markdown: string }
  | { ok: false; reason: "too-long" | "too-complex" };

type Options = {
  /** Host that addresses without one belong to; without it such links become plain text. */
  host?: string | undefined;
};

/** The site allows 30,000 characters of Markdown; its HTML is never ten times that. */
const MAX_HTML_LENGTH = 300_000;
/** Depth of elements beyond which the converter's recursion gets slow and then overflows. */
const MAX_DEPTH = 200;

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** What a site writes when the author described nothing. */
const NO_DESCRIPTION = /^(?:enter image description here|alt text|image)?$/i;

/**
 * Turns the HTML of a post into Markdown in the portal's dialect (GFM, no raw HTML). Images become
 * links: they lie on other hosts, which would learn who reads. Pure in effect, in spite of the DOM.
 *
 * Refusals: `too-long` (over 300,000 characters), `too-complex` (elements nested beyond 200).
 */
export function htmlToMarkdown(html: string, { host }: Options = {}): ConvertedHtml {
  if (html.length > MAX_HTML_LENGTH) return { ok: false, reason: "too-long" };
  if (depthOf(html) > MAX_DEPTH) return { ok: false, reason: "too-complex" };
  const base = host?.includes(".") ? `https://${host}` : undefined;
  const imageLabel = JAPANESE.test(html) ? "画像" : "image";
  const markdown = converterFor(base, imageLabel).turndown(html);
  return { ok: true, markdown: markdown.trim() };
}

/** An upper bound of how deep the elements lie in each other, without building them. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag, closing] of html.matchAll(/<(\/?)[a-z][^>]*>?/gi)) {
    if (closing) depth = Math.max(0, depth - 1);
    else if (!/^<(?:br|hr|img|input|wbr|p|li|dt|dd|tr|td|th)\b/i.test(tag)) depth++;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const converters = new Map<string, TurndownService>();

function converterFor(base: string | undefined, imageLabel: string): TurndownService {
  const key = `${base} ${imageLabel}`;
  const known = converters.get(key);
  if (known) return known;
  const made = createConverter(base, imageLabel);
  converters.set(key, made);
  return made;
}

function createConverter(base: string | undefined, imageLabel: string): TurndownService {
  const converter = new TurndownService({
    headingStyle: "atx",
    hr: "---",
    bulletListMarker: "-",
    codeBlockStyle: "fenced",
    emDelimiter: "*",
  });
  converter.escape = (text) => escapeText(text, TurndownService.prototype.escape);

  converter.remove(["script", "style"]);
  converter.addRule("codeBlock", {
    filter: "pre",
    replacement: (_content, node) => codeBlock(node as HTMLElement),
  });
  converter.addRule("listItem", {
    filter: "li",
    replacement: (content, node) => {
      const parent = node.parentNode as HTMLElement;
      const position = Array.prototype.indexOf.call(parent.children, node);
      const start = Number(parent.getAttribute("start") ?? "1") || 0;
      const marker = parent.nodeName === "OL" ? `${start + position}. ` : "- ";
      const item = content.replace(/^\n+|\n+$/g, "");
      const apart = content.endsWith("\n\n") && node.nextSibling ? "\n" : "";
      return `${marker}${item.replace(/\n(?!\n)/g, `\n${" ".repeat(marker.length)}`)}${apart}\n`;
    },
  });
  converter.addRule("strong", {
    filter: ["strong", "b"],
    replacement: (content, node) => emphasized(content, node as HTMLElement, "**", ["STRONG", "B"]),
  });
  converter.addRule("emphasis", {
    filter: ["em", "i"],
    replacement: (content, node) => emphasized(content, node as HTMLElement, "*", ["EM", "I"]),
  });
  converter.addRule("strikethrough", {
    filter: (node) => ["DEL", "S", "STRIKE"].includes(node.nodeName),
    replacement: (content) => (content.trim() ? `~~${content}~~` : ""),
  });
  converter.addRule("key", {
    filter: "kbd",
    replacement: (_content, node) => codeSpan(node.textContent ?? ""),
  });
  converter.addRule("raised", {
    filter: ["sup", "sub"],
    replacement: (content, node) => raised(content, node as HTMLElement),
  });
  converter.addRule("link", {
    filter: (node) => node.nodeName === "A" && node.getAttribute("href") !== null,
    replacement: (content, node) => {
      const address = webAddress((node as HTMLElement).getAttribute("href") ?? "", base);
      if (!address || content.trim() === "") return content;
      if (node.textContent === address) return `<${address}>`;
      return `[${withoutAddressMarks(content).replace(/\s*\n\s*/g, " ")}](${address})`;
    },
  });
  converter.addRule("image", {
    filter: "img",
    replacement: (_content, node) => {
      const image = node as HTMLElement;
      const alt = (image.getAttribute("alt") ?? "").replace(/\s+/g, " ").trim();
      const label = NO_DESCRIPTION.test(alt)
        ? imageLabel
        : withoutAddressMarks(converter.escape(alt));
      const address = webAddress(image.getAttribute("src") ?? "", base);
      return !address || isInside(image, "A") ? label : `[${label}](${address})`;
    },
  });
  addTableRules(converter);
  return converter;
}

/** GFM tables: one line per row, the first row as the head whether it was marked so or not. */
function addTableRules(converter: TurndownService): void {
  converter.addRule("tableCell", {
    filter: ["th", "td"],
    replacement: (content) =>
      ` ${content
        .trim()
        .replace(/\s*\n\s*/g, " ")
        .replace(/(?<!\\)\|/g, "\\|")} |`,
  });
  converter.addRule("tableRow", {
    filter: "tr",
    replacement: (content, node) => {
      const row = node as HTMLTableRowElement;
      const table = enclosing(row, "TABLE");
      const line = `\n|${content.replace(/\n/g, "")}`;
      if (!table || table.querySelector("tr") !== row) return line;
      const rules = Array.from(row.children, (cell) => ` ${alignment(cell)} |`);
      return `${line}\n|${rules.join("")}`;
    },
  });
  converter.addRule("tableSection", {
    filter: ["thead", "tbody", "tfoot"],
    replacement: (content) => content,
  });
  converter.addRule("table", {
    filter: "table",
    replacement: (content) => `\n\n${content.replace(/\n{2,}/g, "\n").trim()}\n\n`,
  });
}

function alignment(cell: Element): string {
  const style = `${cell.getAttribute("style") ?? ""};text-align:${cell.getAttribute("align") ?? ""}`;
  const side = /text-align:\s*(left|center|right)/i.exec(style)?.[1]?.toLowerCase();
  return { left: ":--", center: ":-:", right: "--:" }[side ?? ""] ?? "---";
}

/** Neighbours of one kind share their delimiters: `**a****b**` would be read as something else. */
function emphasized(
  content: string,
  node: HTMLElement,
  delimiter: string,
  names: string[],
): string {
  if (content.trim() === "") return "";
  const continues = (neighbour: Node | null) =>
    neighbour !== null &&
    names.includes(neighbour.nodeName) &&
    neighbour.textContent?.trim() !== "";
  const opening = continues(node.previousSibling) ? "" : delimiter;
  const closing = continues(node.nextSibling) ? "" : delimiter;
  return `${opening}${content}${closing}`;
}

function codeBlock(pre: HTMLElement): string {
  const inner = pre.querySelector("code");
  const classes = `${pre.getAttribute("class") ?? ""} ${inner?.getAttribute("class") ?? ""}`;
  const named = /(?:^|\s)lang(?:uage)?-([\w+#.-]+)/.exec(classes)?.[1] ?? "";
  const language = /^(?:none|default)$/.test(named) ? "" : named;
  return `\n\n${fencedCode((pre.textContent ?? "").replace(/\n$/, ""), language)}\n\n`;
}

/** Raised words are a note: a space keeps them apart from the word before. */
function raised(content: string, node: HTMLElement): string {
  const position = node.nodeName === "SUP" ? "above" : "below";
  const signs = node.children.length === 0 && raisedSigns(node.textContent ?? "", position);
  if (signs) return signs;
  if (position === "below") return content;
  return /^\S{1,8}$/.test(node.textContent ?? "") && node.children.length === 0
    ? `^${content}`
    : ` ${content}`;
}

function isInside(node: Node, name: string): boolean {
  return enclosing(node, name) !== undefined;
}

function enclosing(node: Node, name: string): HTMLElement | undefined {
  for (let above = node.parentNode; above; above = above.parentNode) {
    if (above.nodeName === name) return above as HTMLElement;
  }
  return undefined;
}
