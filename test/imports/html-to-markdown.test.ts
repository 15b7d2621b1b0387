import { afterAll, describe, expect, it } from "vitest";
import { htmlToMarkdown } from "#app/imports/html-to-markdown.server.ts";
import { closeRenderer, renderMarkdown } from "#app/lib/markdown/render.ts";

afterAll(closeRenderer);

function markdownOf(html: string, host?: string): string {
  const converted = htmlToMarkdown(html, { host });
  if (!converted.ok) throw new Error(converted.reason);
  return converted.markdown;
}

/** What a reader of the portal gets to see of a post's HTML. */
async function shown(html: string) {
  const rendered = await renderMarkdown(markdownOf(html));
  if (!rendered.ok) throw new Error(rendered.reason);
  return rendered;
}

describe("code", () => {
  it("keeps lines, indentation, language and backticks", () => {
    const html = `<pre class="lang-js prettyprint-override"><code>if (a &lt; b) {\n\n    run(\`x\`);\n}\n</code></pre>`;
    expect(markdownOf(html)).toBe("```js\nif (a < b) {\n\n    run(`x`);\n}\n```");
  });

  it("gets a fence that its own fences cannot close", async () => {
    const html = "<pre><code>```\nnot the end\n```\n</code></pre>";
    expect(markdownOf(html)).toBe("````\n```\nnot the end\n```\n````");
    expect((await shown(html)).text).toContain("not the end");
  });

  it("is recognised without an inner element, in a list and as keys", () => {
    expect(markdownOf("<pre>a\n  b</pre>")).toBe("```\na\n  b\n```");
    expect(markdownOf("<ol><li>run<pre><code>x\ny\n</code></pre></li></ol>")).toBe(
      "1. run\n\n   ```\n   x\n   y\n   ```",
    );
    expect(markdownOf("<p>press <kbd>Ctrl</kbd>+<kbd>C</kbd> or <code>a_b</code></p>")).toBe(
      "press `Ctrl`+`C` or `a_b`",
    );
  });
});

describe("text", () => {
  it("is shown as it was, whatever Markdown would make of it", async () => {
    const texts = [
      "*stars* and _lines_ and a_b_c",
      "# no heading",
      "1. no list",
      "1) no list",
      "- no list",
      "> no quote",
      "~5 cm to ~~6 cm~",
      "AT&T, &lt; and &amp;copy; as typed",
      "<http://a.example> and <me@a.example> and <b>",
      "[no](http://a.example/link)",
      "`no code`",
      "\\*",
    ];
    for (const text of texts) {
      const html = `<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;
      expect((await shown(html)).text).toBe(text);
    }
  });

  it("keeps emphasis, also where one piece touches the next", async () => {
    expect(markdownOf("<p><b>bold</b> <i>slanted</i> <s>gone</s></p>")).toBe(
      "**bold** *slanted* ~~gone~~",
    );
    expect((await shown("<p><strong>a</strong><strong>b</strong></p>")).html).toBe(
      "<p><strong>ab</strong></p>",
    );
    expect((await shown("<b>x</b><sup><b><a href='https://a.example'>1</a></b></sup>")).text).toBe(
      "x 1",
    );
  });

  it("keeps what stands above and below the line", () => {
    expect(markdownOf("<p>10<sup>-6</sup> CO<sub>2</sub> 4<sup>th</sup></p>")).toBe(
      "10⁻⁶ CO₂ 4^th",
    );
  });

  it("keeps line breaks, rules, headings and quotes", async () => {
    const html = "<h1>One</h1><p>a<br>b</p><hr><blockquote><p>c</p><p>d</p></blockquote>";
    expect((await shown(html)).html).toBe(
      "<h2>One</h2>\n<p>a<br />b</p>\n<hr />\n<blockquote>\n<p>c</p>\n<p>d</p>\n</blockquote>",
    );
  });

  it("loses scripts and styles", () => {
    expect(markdownOf("<p>a</p><script>alert(1)</script><style>b{}</style>")).toBe("a");
  });
});

describe("lists and tables", () => {
  it("nest, and number on from their start", () => {
    expect(markdownOf("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>")).toBe("- a\n  - b\n- c");
    expect(markdownOf('<ol start="3"><li>a</li><li>b</li></ol>')).toBe("3. a\n4. b");
  });

  it("come through as GFM tables", async () => {
    const html = `<div class="s-table-container"><table class="s-table"><thead><tr><th>A|B</th>
      <th style="text-align: right;">C</th></tr></thead><tbody><tr><td>1</td>
      <td><code>x|y</code></td></tr></tbody></table></div>`;
    expect(markdownOf(html)).toBe(
      "| A\\|B | C |\n| --- | --: |\n| 1 | `x|y` |".replace("x|y", "x\\|y"),
    );
    expect((await shown(html)).text).toBe("A|B\tC\n1\tx|y");
  });
});

describe("links and images", () => {
  it("keep addresses that Markdown would cut or change", async () => {
    const { html } = await shown(
      '<p><a href="http://a.example/x_(y)_z?a=1&amp;b=2">one</a> <a href="https://a.example/a_b_c">https://a.example/a_b_c</a> https://a.example/_d_.</p>',
    );
    expect(html).toContain('href="http://a.example/x_%28y%29_z?a=1&amp;b=2"');
    expect(html).toContain('href="https://a.example/a_b_c"');
    expect(html).toContain(">https://a.example/_d_</a>.");
    expect(markdownOf('<a href="https://a.example/1">at https://a.example</a>')).toBe(
      "[at https://a.example](https://a.example/1)",
    );
  });

  it("lead to the site they were written on, or nowhere when it is unknown", () => {
    const html = '<a href="/questions/3">that</a> <a href="//b.example/x">this</a>';
    expect(markdownOf(html, "lamps.example")).toBe(
      "[that](https://lamps.example/questions/3) [this](https://b.example/x)",
    );
    expect(markdownOf(html, "lamps")).toBe("that [this](https://b.example/x)");
  });

  it("never run code", () => {
    expect(markdownOf('<a href="javascript:alert(1)">x</a><img src="data:image/png,1">')).toBe(
      "ximage",
    );
  });

  it("turn images into links that name them", () => {
    expect(markdownOf('<img src="https://i.example/1.png" alt="a [lamp]">')).toBe(
      "[a \\[lamp\\]](https://i.example/1.png)",
    );
    expect(
      markdownOf('<img src="https://i.example/1.png" alt="enter image description here">'),
    ).toBe("[image](https://i.example/1.png)");
    expect(markdownOf('<p>図です<img src="https://i.example/1.png"></p>')).toBe(
      "図です[画像](https://i.example/1.png)",
    );
    expect(
      markdownOf(
        '<a href="https://i.example/1.png"><img src="https://i.example/s.png" alt="lamp"></a>',
      ),
    ).toBe("[lamp](https://i.example/1.png)");
  });
});

describe("bombs", () => {
  it("are refused by length and by depth", () => {
    expect(htmlToMarkdown("a".repeat(300_001))).toEqual({ ok: false, reason: "too-long" });
    expect(htmlToMarkdown("<b>".repeat(90_000))).toEqual({ ok: false, reason: "too-complex" });
    expect(htmlToMarkdown("<ul><li>".repeat(30_000))).toEqual({ ok: false, reason: "too-complex" });
    expect(htmlToMarkdown("<div>".repeat(199)).ok).toBe(true);
  });

  it.each([
    ["unclosed paragraphs", "<p>a".repeat(50_000)],
    ["markup signs", "<".repeat(290_000)],
    ["ampersands", "&".repeat(290_000)],
    ["emphasis signs", "_a__b".repeat(50_000)],
    ["backticks in code", `<pre>${"` ".repeat(140_000)}</pre>`],
    ["cells", `<table><tr>${"<td>".repeat(60_000)}`],
  ])("of %s are worked off in bounded time", (_name, html) => {
    const begun = performance.now();
    expect(htmlToMarkdown(html).ok).toBe(true);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
