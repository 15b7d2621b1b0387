import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { after, DAY } from "#app/lib/time.ts";
import { allowedScopes, askQuestion, editQuestion } from "#app/questions/asking.server.ts";
import {
  discardDraft,
  findDraft,
  isDraftPlace,
  purgeDrafts,
  saveDraft,
} from "#app/questions/drafts.server.ts";
import { listQuestionHistory, listRevisions } from "#app/questions/history.server.ts";
import { findQuestion } from "#app/questions/question-page.server.ts";
import { parseTags, TAG_LENGTH_MAX, TAGS_MAX } from "#app/questions/questions.ts";
import type { Db } from "#db/client.server.ts";
import type { Scope } from "#db/vocabulary.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { ask, NOW } from "#test/support/factories.ts";
import { type Cast, cast } from "./cast.ts";
import { fingerprint } from "./thread.ts";

const now = NOW;

function form(people: Cast, changes: object = {}) {
  return {
    title: "CSVの取り込みが途中で止まります",
    body: "1,000行目で止まります。",
    productAreaId: people.area.id,
    scope: "public" as Scope,
    tags: "CSV 取り込み",
    ...changes,
  };
}

const put = (db: Db, people: Cast, changes: object = {}, viewer = people.asker) =>
  askQuestion(db, {
    viewer,
    content: form(people, changes),
    submissionKey: randomUUID(),
    now,
  });

describe("asking", () => {
  test("stores the question with its tags, its first version and its beginning", async ({ db }) => {
    const people = await cast(db);
    const asked = await put(db, people, { tags: "CSV、取り込み，#csv" });
    if (!asked.ok) throw new Error(asked.reason);
    const { questionId } = asked;
    const question = await findQuestion(db, { viewer: people.asker, questionId });
    expect(question).toMatchObject({
      state: "open",
      locale: "ja",
      tags: ["csv", "取り込み"],
      watchedByViewer: true,
      version: 1,
      organisationId: people.home.id,
    });
    const post = { kind: "question", id: questionId } as const;
    expect(await listRevisions(db, { viewer: undefined, post })).toHaveLength(1);
    const history = await listQuestionHistory(db, { viewer: undefined, questionId });
    expect(history).toMatchObject([{ kind: "asked", actor: people.asker.name }]);
    const english = await ask(db, people.asker, {
      productAreaId: people.area.id,
      title: "Import stops halfway",
      body: "At row 1000.",
    });
    const shown = await findQuestion(db, { viewer: undefined, questionId: english });
    expect(shown?.locale).toBe("en");
  });

  test("the same form sent ten times at the same moment is one question", async () => {
    const connection = await freshDatabase();
    try {
      const { db } = connection;
      const people = await cast(db);
      const request = {
        viewer: people.asker,
        content: form(people),
        submissionKey: randomUUID(),
        now,
      };
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => askQuestion(db, request)),
      );
      expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
      expect(outcomes[0]).toMatchObject({ ok: true });
      expect(await db.execute(sql`select id from questions`)).toHaveLength(1);
      const foreign = await askQuestion(db, { ...request, viewer: people.stranger });
      expect(foreign).toEqual({ ok: false, reason: "not-allowed" });
    } finally {
      await connection.close();
    }
  });

  test("askers choose public or customers, staff may narrow it further", async ({ db }) => {
    const people = await cast(db);
    expect(allowedScopes(people.asker)).toEqual(["public", "customers"]);
    expect(allowedScopes(people.lead)).toEqual(["public", "customers"]);
    const refused = { ok: false, reason: "scope-not-allowed" };
    for (const scope of ["organisation", "supporters"]) {
      expect(await put(db, people, { scope })).toEqual(refused);
      expect(await put(db, people, { scope }, people.supporter)).toEqual(refused);
    }
    const asked = await ask(db, people.asker, { productAreaId: people.area.id });
    const edit = { questionId: asked, now };
    const narrow = { ...edit, version: 1, content: form(people, { scope: "organisation" }) };
    expect(await editQuestion(db, { ...narrow, viewer: people.asker })).toEqual(refused);
    expect(await editQuestion(db, { ...narrow, viewer: people.staff })).toEqual({ ok: true });
    // The asker can go on editing it as it is.
    const kept = { ...narrow, version: 2, viewer: people.asker };
    expect(await editQuestion(db, kept)).toEqual({ ok: true });
    // Staff belong to no company: nothing of theirs can be for one only.
    expect(await put(db, people, { scope: "organisation" }, people.staff)).toEqual(refused);
  });

  test("an area retired or unknown is refused", async ({ db }) => {
    const people = await cast(db);
    const refused = { ok: false, reason: "area-unknown" };
    expect(await put(db, people, { productAreaId: 999_999 })).toEqual(refused);
    await db.execute(sql`update product_areas set retired_at = now()`);
    expect(await put(db, people)).toEqual(refused);
    expect(await db.execute(sql`select * from submissions`)).toHaveLength(0);
  });
});

describe("editing", () => {
  test("two editors: the second gets both versions, and nothing is lost", async ({ db }) => {
    const people = await cast(db);
    const questionId = await ask(db, people.asker, form(people));
    const mine = { questionId, viewer: people.asker, version: 1, now };
    const theirs = form(people, { title: "整えたタイトルです", body: "CS担当が整えました。" });
    await editQuestion(db, { ...mine, viewer: people.staff, content: theirs });
    const before = await fingerprint(db);
    const content = form(people, { title: "書き足したタイトル", body: "私の版です。" });
    expect(await editQuestion(db, { ...mine, content })).toEqual({
      ok: false,
      reason: "changed-meanwhile",
      current: { version: 2, title: "整えたタイトルです", body: "CS担当が整えました。" },
    });
    expect(await fingerprint(db)).toBe(before);
    expect(await editQuestion(db, { ...mine, version: 2, content })).toEqual({ ok: true });
  });

  test("at the same moment: one is saved, the other told", async () => {
    const connection = await freshDatabase();
    try {
      const { db } = connection;
      const people = await cast(db);
      const questionId = await ask(db, people.asker, form(people));
      const outcomes = await Promise.all(
        [people.asker, people.staff, people.admin].map((viewer) =>
          editQuestion(db, { viewer, questionId, version: 1, content: form(people), now }),
        ),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const post = { kind: "question", id: questionId } as const;
      expect(await listRevisions(db, { viewer: undefined, post })).toHaveLength(2);
    } finally {
      await connection.close();
    }
  });

  test("tells nothing of a question that one may not see", async ({ db }) => {
    const people = await cast(db);
    const questionId = await ask(db, people.asker, form(people));
    await editQuestion(db, {
      viewer: people.staff,
      questionId,
      version: 1,
      content: form(people, { scope: "organisation" }),
      now,
    });
    for (const scope of ["public", "customers", "supporters", "organisation"]) {
      for (const id of [questionId, 999_999]) {
        const edit = { viewer: people.stranger, questionId: id, version: 1, now };
        const outcome = await editQuestion(db, { ...edit, content: form(people, { scope }) });
        expect(outcome).toEqual({ ok: false, reason: "not-found" });
      }
    }
    const byColleague = { viewer: people.colleague, questionId, version: 2, now };
    expect(await editQuestion(db, { ...byColleague, content: form(people, { body: "" }) })).toEqual(
      {
        ok: false,
        reason: "not-allowed",
      },
    );
  });

  test("changes tags and area", async ({ db }) => {
    const people = await cast(db);
    const questionId = await ask(db, people.asker, form(people));
    const content = form(people, { tags: "api  API ＡＰＩ 権限" });
    await editQuestion(db, { viewer: people.asker, questionId, version: 1, content, now });
    const question = await findQuestion(db, { viewer: undefined, questionId });
    expect(question?.tags).toEqual(["api", "権限"]);
  });
});

describe("tags", () => {
  test("are few, short, distinct and well formed, whatever was typed", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.string({
        unit: fc.constantFrom("𠮷", "ア", "ｱﾞ", "#", " ", "、", "İ", "a", "\u200b", "\0"),
      }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const names = parseTags(text);
        expect(names.length).toBeLessThanOrEqual(TAGS_MAX);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) {
          expect(name.isWellFormed()).toBe(true);
          expect([...name].length).toBeLessThanOrEqual(TAG_LENGTH_MAX);
          expect(name).toMatch(/^[\p{L}\p{N}\-_.+]+$/u);
        }
        expect(parseTags(names.join(" "))).toEqual(names);
      }),
    );
    expect(parseTags(`${"x".repeat(29)}𠮷𠮷`)).toEqual([`${"x".repeat(29)}𠮷`]);
    expect(parseTags(" , 、 # ")).toEqual([]);
  });
});

describe("drafts", () => {
  test("keep the newest text of each form, for its writer only", async ({ db }) => {
    const people = await cast(db);
    const mine = { personId: people.asker.id, place: "question" };
    expect(await findDraft(db, mine)).toBeUndefined();
    await saveDraft(db, { ...mine, fields: { title: "書きかけ" }, now });
    await saveDraft(db, { ...mine, fields: { title: "書きかけの質問", body: "a\0b" }, now });
    await saveDraft(db, { ...mine, place: "answer:1", fields: { body: "回答" }, now });
    expect(await findDraft(db, mine)).toMatchObject({
      fields: { title: "書きかけの質問", body: "ab" },
    });
    expect(await findDraft(db, { ...mine, personId: people.colleague.id })).toBeUndefined();
    await saveDraft(db, { ...mine, fields: { title: " ", body: "" }, now });
    expect(await findDraft(db, mine)).toBeUndefined();
    const huge = { title: "あ".repeat(60_000) };
    expect(await saveDraft(db, { ...mine, fields: huge, now })).toMatchObject({ ok: false });
  });

  test("end with what they were for, and after a while", async ({ db }) => {
    const people = await cast(db);
    const mine = { personId: people.asker.id, place: "question" };
    await saveDraft(db, { ...mine, fields: { title: "書きかけ" }, now });
    await put(db, people, { productAreaId: 0 });
    expect(await findDraft(db, mine)).toBeDefined();
    await put(db, people);
    expect(await findDraft(db, mine)).toBeUndefined();
    await saveDraft(db, { ...mine, fields: { title: "書きかけ" }, now });
    await purgeDrafts(db, { before: NOW });
    expect(await findDraft(db, mine)).toBeDefined();
    await purgeDrafts(db, { before: after(NOW, DAY) });
    expect(await findDraft(db, mine)).toBeUndefined();
    await discardDraft(db, mine);
  });

  test("have a place of their own", () => {
    for (const place of ["question", "answer:12", "question-edit:3", "answer-edit:4"]) {
      expect(isDraftPlace(place)).toBe(true);
    }
    for (const place of ["", "x", "question:1", "answer:", "answer:1\n", "answer:\0"]) {
      expect(isDraftPlace(place)).toBe(false);
    }
  });
});
