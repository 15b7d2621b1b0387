import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

type Node = DefaultTreeAdapterMap["node"];

const ATTRIBUTES: Record<string, string[]> = {
  a: ["href", "rel", "class"],
  img: ["src", "alt", "loading"],
  ol: ["start"],
  pre: ["tabindex"],
  code: ["class"],
  span: ["class"],
  input: ["type", "checked", "disabled"],
  th: ["align"],
  td: ["align"],
};
const TAGS = new Set([
  ..."p br h2 h3 h4 h5 strong em del blockquote ul li hr label table thead tbody tr".split(" "),
  ...Object.keys(ATTRIBUTES),
]);

/**
 * Everything in `html` that rendered Markdown must never hold, as a browser would read it (parse5
 * implements the HTML standard's parser and is not the one the sanitizer uses). Empty when safe.
 */
export function disallowed(html: string): string[] {
  return inspect(parseFragment(html));
}

function inspect(node: Node): string[] {
  const found: string[] = [];
  if (node.nodeName === "#comment") found.push("comment");
  if ("tagName" in node) {
    if (!TAGS.has(node.tagName)) found.push(`<${node.tagName}>`);
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    for (const name of Object.keys(attributes)) {
      if (!ATTRIBUTES[node.tagName]?.includes(name)) found.push(`${node.tagName}[${name}]`);
    }
    found.push(...inspectValues(node.tagName, attributes));
  }
  const children = "childNodes" in node ? node.childNodes : [];
  return found.concat(children.flatMap(inspect));
}

function inspectValues(tag: string, attributes: Record<string, string>): string[] {
  const found: string[] = [];
  const { href, src, rel, class: className } = attributes;
  if (tag === "a") {
    const base = new URL("https://portal.example/questions/1");
    const target = URL.canParse(href ?? "", base) ? new URL(href ?? "", base) : undefined;
    if (!href || !target) found.push(`a without a target: ${href}`);
    else if (!["http:", "https:", "mailto:"].includes(target.protocol)) found.push(`a to ${href}`);
    else if (target.protocol !== "mailto:" && target.origin !== base.origin) {
      if (!/^https?:\/\//i.test(href)) found.push(`a to another site without scheme: ${href}`);
      if (rel !== "nofollow ugc noopener") found.push(`a to ${href} with rel ${rel}`);
    }
    if (className !== undefined && className !== "mention") found.push(`a.${className}`);
  }
  if (tag === "img" && !/^\/files\/[0-9a-f-]{36}$/i.test(src ?? "")) found.push(`img of ${src}`);
  if (tag === "input" && (attributes.type !== "checkbox" || attributes.disabled === undefined)) {
    found.push("input that is not a disabled checkbox");
  }
  if (
    tag === "span" &&
    !/^(?:hljs-[a-z_-]+|[a-z]+_{1,2}|language-[a-z]+|\s)+$/.test(className ?? "")
  ) {
    found.push(`span.${className}`);
  }
  return found;
}
