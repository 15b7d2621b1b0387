import { afterAll, describe, expect, it } from "vitest";
import { closeRenderer } from "#app/lib/markdown/render.ts";
import { htmlOf } from "./rendered.ts";

afterAll(closeRenderer);

describe("emphasis beside Japanese", () => {
  it.each([
    ["**重要。**次に", "<strong>重要。</strong>次に"],
    ["これは**「引用」**です", "これは<strong>「引用」</strong>です"],
    ["これは**（注意）**です", "これは<strong>（注意）</strong>です"],
    ["これは**(A)**です", "これは<strong>(A)</strong>です"],
    ["**100%**の", "<strong>100%</strong>の"],
    ["**`code`**を", "<strong><code>code</code></strong>を"],
    ["**完了🎉**です", "<strong>完了🎉</strong>です"],
    ["**[一覧](/questions)**を", '<strong><a href="/questions">一覧</a></strong>を'],
    ["*斜体。*次", "<em>斜体。</em>次"],
    ["~~取り消し。~~次", "<del>取り消し。</del>次"],
    ["**一。**二**三。**四", "<strong>一。</strong>二<strong>三。</strong>四"],
    ["***両方。***次", "<em><strong>両方。</strong></em>次"],
    ["ふつうの**強調**です", "ふつうの<strong>強調</strong>です"],
  ])("%s", async (source, expected) => {
    expect(await htmlOf(source)).toBe(`<p>${expected}</p>`);
  });

  it.each([
    ["2 * 3 * 4", "2 * 3 * 4"],
    ["** 強調しない **", "** 強調しない **"],
    ["a * 「b」 * c", "a * 「b」 * c"],
    ["snake_case_name と 変数_名前_です", "snake_case_name と 変数_名前_です"],
    ["\\*\\*重要。\\*\\*次", "**重要。**次"],
    ["`**重要。**`次", "<code>**重要。**</code>次"],
    ["foo**(bar)**baz", "foo**(bar)**baz"],
  ])("leaves %s as CommonMark has it", async (source, expected) => {
    expect(await htmlOf(source)).toBe(`<p>${expected}</p>`);
  });
});

describe("addresses beside Japanese", () => {
  const link = (href: string) => `<a href="${href}" rel="nofollow ugc noopener">${href}</a>`;

  it.each([
    ["https://example.com/を見て", `${link("https://example.com/")}を見て`],
    ["（https://example.com/a?b=1）", `（${link("https://example.com/a?b=1")}）`],
    ["詳細はhttps://example.com/x。", `詳細は${link("https://example.com/x")}。`],
    ["https://example.com/a.を", `${link("https://example.com/a")}.を`],
    ["https://example.com　全角", `${link("https://example.com")}　全角`],
    [
      "https://example.com、https://example.org",
      `${link("https://example.com")}、${link("https://example.org")}`,
    ],
  ])("%s", async (source, expected) => {
    expect(await htmlOf(source)).toBe(`<p>${expected}</p>`);
  });

  it("keeps Japanese in an address that is marked as one", async () => {
    const path = encodeURI("/wiki/日本語");
    for (const source of [
      "<https://example.com/wiki/日本語>",
      "[x](https://example.com/wiki/日本語)",
    ]) {
      expect(await htmlOf(source)).toContain(`href="https://example.com${path}"`);
    }
  });

  it("links an e-mail address only", async () => {
    expect(await htmlOf("foo@example.comまで")).toBe(
      '<p><a href="mailto:foo@example.com">foo@example.com</a>まで</p>',
    );
  });
});
