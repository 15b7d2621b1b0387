import { Hooks, Tokenizer, type Tokens } from "marked";

const MAX_TABLE_CELLS = 5_000;

/** Chinese, Japanese and Korean letters and punctuation, half- and full-width forms included. */
const CJK =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u3001-\\u303f\\u30a0\\u30fb\\u30fc\\ufe10-\\ufe1f\\ufe30-\\ufe4f\\uff01-\\uffef";
const PUNCTUATION = "(?![*_~])[\\p{P}\\p{S}]";

const CJK_CHARACTER = new RegExp(`[${CJK}]`, "u");
const STARTS_WITH_CJK = new RegExp(`^[*~]+[${CJK}]`, "u");
const AUTOLINK_START = /^(?:https?:\/\/|ftp:\/\/|www\.)/i;

/** Punctuation that must not keep the `*` or `~` beside it from opening or closing emphasis. */
const TRANSPARENT_PUNCTUATION = new RegExp(
  [
    `(?=[${CJK}])${PUNCTUATION}(?=[*~])`,
    `(?<=[*~])(?=[${CJK}])${PUNCTUATION}`,
    `${PUNCTUATION}(?=[*~]+[${CJK}])`,
    `(?<=[${CJK}][*~]+)${PUNCTUATION}`,
  ].join("|"),
  "gu",
);

/**
 * CommonMark lets `**` close only where a word boundary is visible, which fails between Japanese
 * punctuation and letters (`**重要。**次に`). As proposed for CommonMark
 * (https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md), punctuation that is
 * CJK itself, or stands across the delimiter from a CJK character, counts as a letter. The mask is
 * only read to find closing delimiters; it never reaches the output.
 */
export class JapaneseHooks extends Hooks {
  override emStrongMask(source: string): string {
    return source.replace(TRANSPARENT_PUNCTUATION, (found) => "あ".repeat(found.length));
  }
}

/** marked's GFM tokenizer without raw HTML, with bounded tables and Japanese-aware inline rules. */
export class PortalTokenizer extends Tokenizer {
  // Raw HTML is no syntax here: `<b>` falls through to text and is shown as typed.
  override html(): undefined {}

  override tag(): undefined {}

  override emStrong(source: string, masked: string, previous = "") {
    return super.emStrong(source, masked, opensBesideCjk(source, previous) ? "" : previous);
  }

  override del(source: string, masked: string, previous = "") {
    return super.del(source, masked, opensBesideCjk(source, previous) ? "" : previous);
  }

  /** Ends a bare URL at the first CJK character: Japanese puts no space after it. */
  override url(source: string): Tokens.Link | undefined {
    const link = super.url(source);
    if (!link || !AUTOLINK_START.test(link.raw)) return link;
    const end = link.raw.search(CJK_CHARACTER);
    return end === -1 ? link : super.url(source.slice(0, end));
  }

  /** Refuses tables whose short rows would be padded to a huge grid; they stay a paragraph. */
  override table(source: string): Tokens.Table | undefined {
    const found = this.rules.block.table.exec(source);
    if (!found) return undefined;
    const columns = (found[2] ?? "").split("|").length;
    const rows = (found[3] ?? "").split("\n").length + 1;
    return columns * rows > MAX_TABLE_CELLS ? undefined : super.table(source);
  }
}

function opensBesideCjk(source: string, previous: string): boolean {
  const delimiter = source.charAt(0);
  if (delimiter !== "*" && delimiter !== "~") return false;
  return CJK_CHARACTER.test(previous) || STARTS_WITH_CJK.test(source);
}
