import { describe, expect, it } from "vitest";
import { excerpt, mentionedHandles, referencedFileIds } from "#app/lib/markdown/scan.ts";

describe("mentionedHandles", () => {
  it("finds handles beside Japanese, each once and in order", () => {
    expect(mentionedHandles("@sato さん、こんにちは@tanaka-1さん。（@suzuki）@sato")).toEqual([
      "sato",
      "tanaka-1",
      "suzuki",
    ]);
  });

  it.each([
    ["an e-mail address", "foo@example.com と foo.bar+baz@example.com"],
    ["a profile URL", "https://social.example/@sato"],
    ["a domain name", "@example.com の件"],
    ["a code span", "`@sato` と ``a ` @sato``"],
    ["a fenced block", "```\n@sato\n```\n\n~~~~\n@sato\n~~~\n@sato\n~~~~"],
    ["a fenced block in a quote", "> ```\n> @sato\n> ```"],
    ["an indented block", "例:\n\n    @sato\n    @sato"],
    ["an escaped at sign", "\\@sato"],
    ["a one-letter or an over-long handle", `@a @${"x".repeat(40)}`],
    ["capitals", "@Sato @satO"],
  ])("leaves out %s", (_what, source) => {
    expect(mentionedHandles(source)).toEqual([]);
  });

  it("finds them after a code block, in a list's continuation and around a stray backtick", () => {
    expect(mentionedHandles("```\nx\n```\n@sato")).toEqual(["sato"]);
    expect(mentionedHandles("- 手順\n\n    @sato さんに聞く")).toEqual(["sato"]);
    expect(mentionedHandles("5` です\n\n@sato\n\n6` です")).toEqual(["sato"]);
  });

  it("stops at twenty", () => {
    const many = Array.from({ length: 40 }, (_, n) => `@user-${n}`).join(" ");
    expect(mentionedHandles(many)).toHaveLength(20);
  });

  it("answers at once on hostile input", () => {
    const start = performance.now();
    for (const bomb of ["`", "`a", "@", "@a", "> ", "- ", "```\n", "@ab.", "\n    "]) {
      mentionedHandles(bomb.repeat(100_000));
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe("referencedFileIds", () => {
  it("finds each uploaded file once, also with an absolute address", () => {
    const id = "0199c7a2-5b1e-7c3d-9f00-0123456789ab";
    const other = "0199c7a2-5b1e-7c3d-9f00-0123456789AC";
    const source = `![](/files/${id}) [資料](https://portal.example/files/${other}) /files/${id} /files/123`;
    expect(referencedFileIds(source)).toEqual([id, other.toLowerCase()]);
  });
});

describe("excerpt", () => {
  it("keeps short text and puts it on one line", () => {
    expect(excerpt(" 一行目\n\n二行目 ", 20)).toBe("一行目 二行目");
    expect(excerpt("ちょうど", 4)).toBe("ちょうど");
    expect(excerpt("", 4)).toBe("");
  });

  it("cuts between characters as people see them", () => {
    expect(excerpt("👨‍👩‍👧‍👦家族です", 1)).toBe("👨‍👩‍👧‍👦…");
    expect(excerpt("か\u3099き\u3099く", 2)).toBe("か\u3099き\u3099…");
    expect(excerpt("🇯🇵🇺🇸", 1)).toBe("🇯🇵…");
  });

  it("bounds characters that carry endless marks", () => {
    expect(excerpt(`a${"\u0301".repeat(50_000)}`, 10).length).toBeLessThan(200);
  });
});
