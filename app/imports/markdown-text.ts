const SIGNS = "0123456789+-";
const RAISED = { above: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", below: "₀₁₂₃₄₅₆₇₈₉₊₋" };

/** A fenced code block whose fence is longer than any run of backticks in the code. */
export function fencedCode(code: string, language: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}${language}\n${code}\n${fence}`;
}

/** Code within a line; "" for nothing but spaces. */
export function codeSpan(text: string): string {
  const code = text.replace(/\s+/g, " ").trim();
  if (code === "") return "";
  const fence = "`".repeat(longestRun(code) + 1);
  const space = /^`|`$/.test(code) ? " " : "";
  return `${fence}${space}${code}${space}${fence}`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/**
 * Digits and signs as Unicode's raised or lowered ones: Markdown has neither, and 10<sup>6</sup>
 * must not become 106. Undefined for a text that has other characters.
 */
export function raisedSigns(text: string, position: "above" | "below"): string | undefined {
  if (!/^[\d+-]+$/.test(text)) return undefined;
  return text.replace(/./g, (sign) => RAISED[position][SIGNS.indexOf(sign)] ?? sign);
}

/**
 * A web or mail address in the form that can stand in `(…)` and `<…>`, otherwise as it was written;
 * addresses without a host are read against `base`. Undefined for anything else.
 */
export function webAddress(written: string, base: string | undefined): string | undefined {
  const trimmed = written.trim();
  const full = trimmed.startsWith("//") ? `https:${trimmed}` : trimmed;
  if (!URL.canParse(full, base)) return undefined;
  const url = new URL(full, base);
  if (!["http:", "https:", "mailto:"].includes(url.protocol)) return undefined;
  const address = URL.canParse(full) ? full : url.href;
  return address.replace(/[\s<>()\\]/g, percentEncoded);
}

/** encodeURIComponent leaves brackets as they are. */
function percentEncoded(sign: string): string {
  return { "(": "%28", ")": "%29" }[sign] ?? encodeURIComponent(sign);
}

/**
 * Plain text as Markdown. Adds to turndown's escaping, handed in, what the portal's dialect needs:
 * `&` before what reads like an entity, `<` before an address, `~`, and `1)`, which begins a list
 * as `1.` does. Bare web addresses become `<…>`, so that signs in them stay what they are.
 */
export function escapeText(text: string, escapeMarkdown: (text: string) => string): string {
  return text
    .split(/(https?:\/\/[^\s<>]*[^\s<>.,:;!?'")\]])/)
    .map((part, index) =>
      index % 2 === 1
        ? `<${part}>`
        : escapeMarkdown(part)
            .replace(/&(?=#?\w+;)/g, "\\&")
            .replace(/<(?=[a-z][a-z0-9+.-]*:|[^\s<>@]+@)|<$/gi, "\\<")
            .replace(/~/g, "\\~")
            .replace(/^(\d{1,9})\)(?=\s|$)/, "$1\\)"),
    )
    .join("");
}

/** The text of a link, which must hold no link of its own. */
export function withoutAddressMarks(markdown: string): string {
  return markdown.replace(/<(https?:\/\/[^\s<>]+)>/g, "$1");
}
