const BLOCKS = new Set("p h2 h3 h4 h5 pre blockquote table hr".split(" "));

const CHARACTERS: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
};

/** Gathers what a reader sees of the HTML that a sanitizer walks through, one call per event. */
export class PlainText {
  #text = "";
  #preDepth = 0;
  /** One entry per open list: the number of its next item, or undefined for bullets. */
  #lists: (number | undefined)[] = [];

  open(tag: string, attributes: Record<string, string>): void {
    if (tag === "pre") this.#preDepth += 1;
    if (BLOCKS.has(tag)) this.#text += "\n\n";
    else if (tag === "ul" || tag === "ol") this.#openList(tag, attributes.start);
    else if (tag === "li") this.#text += `\n${this.#itemMark()}`;
    else if (tag === "br" || tag === "tr") this.#text += "\n";
    else if (tag === "td" || tag === "th") this.#text += "\t";
    else if (tag === "input") this.#text += attributes.checked === undefined ? "[ ]" : "[x]";
    else if (tag === "img") this.#text += attributes.alt ?? "";
  }

  close(tag: string): void {
    if (tag === "pre") this.#preDepth -= 1;
    if (tag === "ul" || tag === "ol") {
      this.#lists.pop();
      if (this.#lists.length === 0) this.#text += "\n\n";
    } else if (BLOCKS.has(tag)) this.#text += "\n\n";
  }

  /** @param escaped text with `&`, `<`, `>` and `"` as character references */
  add(escaped: string): void {
    // Line ends between tags are layout of the HTML source, those inside `pre` are content.
    const isLayout = this.#preDepth === 0 && escaped.trim() === "" && escaped.includes("\n");
    if (isLayout) return;
    this.#text += escaped.replace(
      /&(?:amp|lt|gt|quot);/g,
      (reference) => CHARACTERS[reference] ?? reference,
    );
  }

  /** The text so far: blocks apart by an empty line, list items and table rows on their own lines. */
  toString(): string {
    return this.#text
      .replace(/\n\t/g, "\n")
      .replace(/(\n *(?:-|\d+\.) )\n+/g, "$1")
      .replace(/[ \t]+\n/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
  }

  #openList(tag: string, start = "1"): void {
    if (this.#lists.length === 0) this.#text += "\n\n";
    this.#lists.push(tag === "ol" ? Number(start) : undefined);
  }

  #itemMark(): string {
    const indent = "  ".repeat(Math.max(0, this.#lists.length - 1));
    const next = this.#lists.at(-1);
    if (next === undefined) return `${indent}- `;
    this.#lists[this.#lists.length - 1] = next + 1;
    return `${indent}${next}. `;
  }
}
