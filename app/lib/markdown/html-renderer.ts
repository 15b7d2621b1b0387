import { Renderer, type Tokens } from "marked";
import { highlight, knownLanguage } from "./highlight.ts";
import { isFilePath, MENTION_PATTERN } from "./scan.ts";

// The page around a text owns h1, so `#` becomes h2; deeper levels end at h5.
const MAX_HEADING_LEVEL = 5;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Turns marked's tokens into HTML that the sanitizer has yet to pass; one instance per text. */
export class HtmlRenderer extends Renderer {
  readonly #mentions: ReadonlyMap<string, string>;
  #inLink = false;

  /** @param mentions display name by handle, for the people who may be linked */
  constructor(mentions: ReadonlyMap<string, string>) {
    super();
    this.#mentions = mentions;
  }

  override heading({ tokens, depth }: Tokens.Heading): string {
    const level = Math.min(depth + 1, MAX_HEADING_LEVEL);
    return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
  }

  override code({ text, lang }: Tokens.Code): string {
    const language = knownLanguage(lang);
    const coloured = language && highlight(text, language);
    const className = language ? ` class="hljs language-${escapeHtml(language)}"` : "";
    return `<pre><code${className}>${coloured ?? escapeHtml(text)}</code></pre>\n`;
  }

  /** A task's text labels its checkbox, so that it has a name for assistive technology. */
  override listitem(item: Tokens.ListItem): string {
    const [first, second, ...rest] = item.tokens;
    if (first?.type !== "checkbox" || second?.type !== "text") return super.listitem(item);
    const label = `<label>${this.parser.parse([first, second])}</label>`;
    return `<li>${label}${this.parser.parse(rest)}</li>\n`;
  }

  override paragraph(token: Tokens.Paragraph): string {
    if (token.tokens[0]?.type !== "checkbox") return super.paragraph(token);
    return `<p><label>${this.parser.parseInline(token.tokens)}</label></p>\n`;
  }

  override link(token: Tokens.Link): string {
    const outer = this.#inLink;
    this.#inLink = true;
    const html = super.link(token);
    this.#inLink = outer;
    // A link without text has no name and cannot be seen: show its address.
    return html.replace(
      /^(<a [^>]*>)\s*<\/a>$/,
      (_link, opening) => `${opening}${escapeHtml(token.href)}</a>`,
    );
  }

  /** Uploaded images are shown; others would tell a foreign server who reads, so they are linked. */
  override image(token: Tokens.Image): string {
    if (isFilePath(token.href)) return super.image({ ...token, title: null });
    const alt = this.parser.parseInline(token.tokens, this.parser.textRenderer);
    const text: Tokens.Text = { type: "text", raw: alt, text: alt };
    if (this.#inLink) return super.text(text);
    return this.link({ ...token, type: "link", tokens: [text] });
  }

  override text(token: Tokens.Text | Tokens.Escape): string {
    if (this.#inLink || this.#mentions.size === 0 || token.type === "escape" || token.tokens) {
      return super.text(token);
    }
    let html = "";
    let end = 0;
    for (const found of token.text.matchAll(MENTION_PATTERN)) {
      const handle = found[1] ?? "";
      const name = this.#mentions.get(handle);
      if (name === undefined) continue;
      html += super.text({ ...token, text: token.text.slice(end, found.index) });
      html += `<a href="/people/${handle}" class="mention">@${escapeHtml(name)}</a>`;
      end = found.index + found[0].length;
    }
    return html + super.text({ ...token, text: token.text.slice(end) });
  }
}
