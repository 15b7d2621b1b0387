import type { DefaultTreeAdapterTypes } from "parse5";

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** All elements of a page in the order of its source. */
export function allElements(node: Node): Element[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(allElements) : [];
  return "tagName" in node ? [node, ...children] : children;
}

/** The text a browser would show of an element, or run of a script. */
export function textOf(node: Node | undefined): string {
  if (!node) return "";
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
