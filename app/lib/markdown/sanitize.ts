import sanitizeHtml, { type Attributes, type IOptions, type Tag } from "sanitize-html";
import { PlainText } from "./plain-text.ts";
import { isFilePath } from "./scan.ts";

const ALLOWED_TAGS =
  "p br h2 h3 h4 h5 strong em del code pre blockquote ul ol li a img hr span label input table thead tbody tr th td";

const refused = (tagName: string): Tag => ({ tagName, attribs: {} });

const OPTIONS: IOptions = {
  allowedTags: ALLOWED_TAGS.split(" "),
  disallowedTagsMode: "discard",
  nestingLimit: 100,
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  allowedAttributes: {
    a: ["href", "rel"],
    img: ["src", "alt", "loading"],
    ol: ["start"],
    pre: ["tabindex"],
    input: ["type", "checked", "disabled"],
    th: [{ name: "align", values: ["left", "center", "right"] }],
    td: [{ name: "align", values: ["left", "center", "right"] }],
  },
  allowedClasses: {
    a: ["mention"],
    code: ["hljs", /^language-[a-z0-9+#.-]+$/],
    // `language-…` wraps code inside code, such as a script in HTML.
    span: [/^hljs-[a-z_-]+$/, /^[a-z]+_{1,2}$/, /^language-[a-z]+$/],
  },
  transformTags: {
    a: (_tag, attribs) => safeLink(attribs),
    img: (_tag, { src = "", alt = "" }) =>
      isFilePath(src) ? { tagName: "img", attribs: { src, alt, loading: "lazy" } } : refused("img"),
    pre: () => ({ tagName: "pre", attribs: { tabindex: "0" } }),
    ol: (_tag, { start = "" }) => ({
      tagName: "ol",
      attribs: (/^\d{1,9}$/.test(start) ? { start } : {}) as Attributes,
    }),
    input: (_tag, { type, checked }) => {
      if (type !== "checkbox") return refused("input");
      const attribs: Attributes = { type, disabled: "" };
      if (checked !== undefined) attribs.checked = "";
      return { tagName: "input", attribs };
    },
  },
  // Renaming a refused tag to one outside the allowlist would be simpler, but sanitize-html then
  // gives that name to the next closing tag on the same level.
  exclusiveFilter: ({ tag, attribs }) => {
    if (tag === "a" && !attribs.href) return "excludeTag";
    return (tag === "img" && !attribs.src) || (tag === "input" && !attribs.type);
  },
};

function safeLink({ href = "", class: className }: Attributes): Tag {
  if (isLocalPath(href)) {
    const attribs: Attributes = className === "mention" ? { href, class: className } : { href };
    return { tagName: "a", attribs };
  }
  if (isWebAddress(href)) {
    return { tagName: "a", attribs: { href, rel: "nofollow ugc noopener" } };
  }
  return /^mailto:[^\s@]+@[^\s@]+$/i.test(href)
    ? { tagName: "a", attribs: { href } }
    : refused("a");
}

/** A path of this site: browsers read `//host`, `/\host` and `/<tab>/host` as another site. */
function isLocalPath(href: string): boolean {
  if (!href.startsWith("/") || /[\p{Cc}\\]/u.test(href)) return false;
  const base = "http://portal.invalid";
  return URL.canParse(href, base) && new URL(href, base).origin === base;
}

function isWebAddress(href: string): boolean {
  return /^https?:\/\/[^/\\]/i.test(href) && !/\p{Cc}/u.test(href) && URL.canParse(href);
}

/**
 * Reduces HTML to the portal's allowlist and collects the text that a reader then sees.
 * Refused links and images lose their tag and keep their words.
 */
export function sanitize(html: string): { html: string; text: string } {
  const text = new PlainText();
  const clean = sanitizeHtml(html, {
    ...OPTIONS,
    onOpenTag: (tag, attributes) => text.open(tag, attributes),
    onCloseTag: (tag) => text.close(tag),
    textFilter: (escaped) => {
      text.add(escaped);
      return escaped;
    },
  });
  return { html: clean.trim(), text: text.toString() };
}
