import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import { translator } from "#app/i18n/i18n.server.ts";
import { profileSchema } from "#app/people/profile-form.ts";
import { suspensionSchema } from "#app/people/suspension-form.ts";

const good = {
  name: "森 さくら",
  reading: "モリ サクラ",
  title: "主任",
  bio: "こんにちは",
  handle: "sakura",
  locale: "ja",
  timeZone: "Asia/Tokyo",
};

function submit(values: Record<string, string | string[]>, currentHandle = "old") {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...good, ...values })) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return parseWithZod(form, { schema: profileSchema(translator("ja", "settings"), currentHandle) });
}

function errorsOf(values: Record<string, string | string[]>): string[] {
  const submission = submit(values);
  return submission.status === "success" ? [] : Object.keys(submission.error ?? {});
}

describe("the form of one's profile", () => {
  test("cleans what was typed", () => {
    const submission = submit({
      name: " 森\u200b\u0000　さくら\u202e ",
      bio: "1行目\r\n2行目\u0007",
      handle: "ＳＡＫＵＲＡ",
      skills: ["1", "2"],
      showsOrganisation: "on",
    });
    expect(submission).toMatchObject({
      status: "success",
      value: {
        name: "森　さくら",
        reading: "もり さくら",
        bio: "1行目\n2行目",
        handle: "sakura",
        skills: [1, 2],
        showsOrganisation: true,
      },
    });
    expect(submit({})).toMatchObject({ value: { skills: [], showsOrganisation: false } });
  });

  test("keeps script as the text it is", () => {
    const script = `<script>alert("1")</script>`;
    expect(submit({ name: script, bio: script })).toMatchObject({
      value: { name: script, bio: script },
    });
  });

  test("counts characters as people do, emoji included", () => {
    expect(errorsOf({ name: "𠮷".repeat(200) })).toEqual([]);
    expect(errorsOf({ name: "𠮷".repeat(201) })).toEqual(["name"]);
    expect(errorsOf({ bio: "あ".repeat(1_001) })).toEqual(["bio"]);
    expect(errorsOf({ name: "あ".repeat(200_000) })).toEqual(["name"]);
  });

  test.each([
    ["name", ""],
    ["name", "   　"],
    ["name", "\u200b\u2060\u3164"],
    ["handle", "a"],
    ["handle", "-abc"],
    ["handle", "日本"],
    ["handle", "a".repeat(40)],
    ["handle", "admin"],
    ["handle", "../etc"],
    ["locale", "fr"],
    ["timeZone", "Asia/Nowhere"],
    ["timeZone", "'; drop table people; --"],
  ])("refuses %s %j", (field, value) => {
    expect(errorsOf({ [field]: value })).toEqual([field]);
  });

  test("says what is wrong in the reader's language, whatever was sent", () => {
    const submission = submit({ name: "あ".repeat(230), skills: ["x"], locale: "" });
    expect(submission.status).toBe("error");
    const texts = Object.values(
      submission.status === "error" ? (submission.error ?? {}) : {},
    ).flat();
    expect(texts).toContain("200文字以内で入力してください（いま230文字です）。");
    for (const text of texts) expect(text).toMatch(/[ぁ-ん]/);
  });

  test("lets people keep the handle they have", () => {
    expect(submit({ handle: "admin" }, "admin").status).toBe("success");
  });
});

test("a suspension needs a reason that can be read", () => {
  const schema = suspensionSchema(translator("ja", "staff"));
  const form = new FormData();
  form.set("reason", " \u200b\n ");
  expect(parseWithZod(form, { schema }).status).toBe("error");
  form.set("reason", "宣伝の繰り返し");
  expect(parseWithZod(form, { schema })).toMatchObject({ value: { reason: "宣伝の繰り返し" } });
});
