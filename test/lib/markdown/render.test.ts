import { afterAll, describe, expect, it } from "vitest";
import {
  closeRenderer,
  MAX_MARKDOWN_LENGTH,
  RENDERER_VERSION,
  renderMarkdown,
} from "#app/lib/markdown/render.ts";
import { htmlOf, rendered } from "./rendered.ts";

const FILE = "/files/0199c7a2-5b1e-7c3d-9f00-0123456789ab";

afterAll(closeRenderer);

describe("text", () => {
  it("keeps single line breaks and tells its version", async () => {
    expect(await renderMarkdown("一行目\n二行目\n\n次の段落")).toEqual({
      ok: true,
      html: "<p>一行目<br />二行目</p>\n<p>次の段落</p>",
      text: "一行目\n二行目\n\n次の段落",
      version: RENDERER_VERSION,
    });
  });

  it("renders emptiness to emptiness", async () => {
    expect(await rendered(" \n\t")).toMatchObject({ html: "", text: "" });
  });

  it("accepts the longest text and refuses one character more", async () => {
    const line = "あ".repeat(99);
    const longest = `${line}\n`.repeat(MAX_MARKDOWN_LENGTH / 100);
    expect(await renderMarkdown(longest)).toMatchObject({ ok: true });
    expect(await renderMarkdown(`${longest}x`)).toEqual({ ok: false, reason: "too-long" });
  });

  it("survives NUL and lone surrogates, which the database refuses", async () => {
    const { html, text } = await rendered("a\0b\ud800c [x](https://example.com/\ud800)");
    expect(html).not.toContain("\0");
    expect(html.isWellFormed() && text.isWellFormed()).toBe(true);
  });

  it("shifts headings below the page's own h1", async () => {
    const html = await htmlOf("# a\n## b\n### c\n#### d\n##### e\n###### f");
    expect(html.match(/<h\d>/g)).toEqual(["<h2>", "<h3>", "<h4>", "<h5>", "<h5>", "<h5>"]);
    expect(await htmlOf("題\n===")).toBe("<h2>題</h2>");
  });

  it("gives plain text with list marks, rows and decoded characters", async () => {
    const source =
      "# 題\n\n- a &amp; <b>\n  - *b*\n\n3. c\n4. d\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```\nif (a < b) {\n\n}\n```\n\n![図](https://example.com/a.png)";
    expect((await rendered(source)).text).toBe(
      "題\n\n- a & <b>\n  - b\n\n3. c\n4. d\n\nx\ty\n1\t2\n\nif (a < b) {\n\n}\n\n図",
    );
  });
});

describe("blocks", () => {
  it("renders tables with their alignment", async () => {
    const html = await htmlOf("| 件数 | 額 |\n|:--|--:|\n| 1 | ¥2 |");
    expect(html).toContain('<th align="left">件数</th>');
    expect(html).toContain('<td align="right">¥2</td>');
  });

  it("labels the checkboxes of a task list, tight and loose", async () => {
    expect(await htmlOf("- [ ] **未**\n- [x] 済")).toBe(
      '<ul>\n<li><label><input type="checkbox" disabled /> <strong>未</strong></label></li>\n<li><label><input type="checkbox" disabled checked /> 済</label></li>\n</ul>',
    );
    expect(await htmlOf("- [ ] 未\n\n- [x] 済")).toContain(
      '<p><label><input type="checkbox" disabled checked /> 済</label></p>',
    );
  });

  it("keeps the start of a numbered list", async () => {
    expect(await htmlOf("3. c\n4. d")).toMatch(/^<ol start="3">/);
  });

  it("colours code of known languages by class only", async () => {
    const html = await htmlOf('```ts title="a"\nconst a = "<b>";\n```');
    expect(html).toBe(
      '<pre tabindex="0"><code class="hljs language-ts"><span class="hljs-keyword">const</span> a = <span class="hljs-string">"&lt;b&gt;"</span>;</code></pre>',
    );
  });

  it.each([
    ..."js ts json html xml css sql bash python php java csharp go yaml csv diff http".split(" "),
  ])("knows %s", async (language) => {
    expect(await htmlOf(`\`\`\`${language}\na\n\`\`\``)).toContain(
      `<code class="hljs language-${language}">`,
    );
  });

  it("leaves code of unknown languages and very long code uncoloured", async () => {
    expect(await htmlOf("```brainfuck\n<+>\n```")).toBe(
      '<pre tabindex="0"><code>&lt;+&gt;</code></pre>',
    );
    expect(await htmlOf(`\`\`\`js\n${"let a;\n".repeat(4_000)}\n\`\`\``)).not.toContain("<span");
  });
});

describe("links and images", () => {
  it("marks links to other sites and leaves local ones plain", async () => {
    expect(await htmlOf("[a](https://example.com/x)")).toBe(
      '<p><a href="https://example.com/x" rel="nofollow ugc noopener">a</a></p>',
    );
    expect(await htmlOf("[a](/questions/1?a=1&b=2#c)")).toBe(
      '<p><a href="/questions/1?a=1&amp;b=2#c">a</a></p>',
    );
    expect(await htmlOf("[a](mailto:a@example.com)")).toContain('href="mailto:a@example.com"');
  });

  it("shows uploaded images and links all others", async () => {
    expect(await htmlOf(`![画面 "1"](${FILE} "t")`)).toBe(
      `<p><img src="${FILE}" alt="画面 &quot;1&quot;" loading="lazy" /></p>`,
    );
    expect(await htmlOf("![図](https://example.com/a.png)")).toBe(
      '<p><a href="https://example.com/a.png" rel="nofollow ugc noopener">図</a></p>',
    );
    expect(await htmlOf("![](https://example.com/a.png)")).toContain(">https://example.com/a.png<");
    expect(await htmlOf("[**太字**](https://example.com/)")).toContain("<strong>太字</strong></a>");
    expect(await htmlOf(`![x](${FILE}/../../logout)`)).not.toContain("<img");
  });

  it("never nests links", async () => {
    expect(await htmlOf("[![図](https://example.com/a.png)](https://example.com)")).toBe(
      '<p><a href="https://example.com" rel="nofollow ugc noopener">図</a></p>',
    );
    const inImage = await htmlOf("![a [b](https://b.example)](https://a.example)");
    expect(inImage.match(/<a /g)).toHaveLength(1);
  });
});

describe("mentions", () => {
  const people = { sato: '佐藤 <"花子">', "tanaka-1": "田中 & 太郎" };

  it("links known people by name and leaves others", async () => {
    expect(await htmlOf("@satoさん、@unknown **@tanaka-1**", people)).toBe(
      '<p><a href="/people/sato" class="mention">@佐藤 &lt;"花子"&gt;</a>さん、@unknown <strong><a href="/people/tanaka-1" class="mention">@田中 &amp; 太郎</a></strong></p>',
    );
  });

  it.each([
    ["code spans", "`@sato`"],
    ["code blocks", "```\n@sato\n```"],
    ["links", "[@sato](https://example.com)"],
    ["image texts", "![@sato](https://example.com/a.png)"],
    ["e-mail addresses", "x@sato.example"],
    ["escapes", "\\@sato"],
    ["names of objects", "@constructor @to-string"],
  ])("leaves %s alone", async (_what, source) => {
    expect(await htmlOf(source, people)).not.toContain("mention");
  });

  it("cannot be forged", async () => {
    expect(
      await htmlOf('<a class="mention" href="/people/x">@佐藤</a> [@佐藤](/people/x)'),
    ).not.toMatch(/<a [^>]*mention/);
  });

  it("names people in the plain text too", async () => {
    expect((await rendered("@sato さん", people)).text).toBe('@佐藤 <"花子"> さん');
  });
});
