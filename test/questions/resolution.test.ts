import { sql } from "drizzle-orm";
import { acceptAnswer } from "#app/questions/acceptance.server.ts";
import { editQuestion } from "#app/questions/asking.server.ts";
import { editComment } from "#app/questions/commenting.server.ts";
import { findQuestionPage } from "#app/questions/question-page.server.ts";
import {
  closeQuestion,
  markDuplicate,
  reopenQuestion,
  requestInformation,
  unmarkDuplicate,
  withdrawInformationRequest,
} from "#app/questions/resolution.server.ts";
import type { Db } from "#db/client.server.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { answer, ask, comment, NOW } from "#test/support/factories.ts";
import { cast } from "./cast.ts";
import { historyOf, stateOfStored } from "./thread.ts";

const now = NOW;
const notAllowed = { ok: false, reason: "not-allowed" };

async function scene(db: Db) {
  const people = await cast(db);
  const questionId = await ask(db, people.asker, { productAreaId: people.area.id });
  return { ...people, questionId };
}

describe("要情報", () => {
  const message = "お使いの版を教えてください。";

  async function waiting(db: Db) {
    const s = await scene(db);
    const noteId = await comment(db, s.asker, s.questionId, { body: "急いでいます。" });
    await requestInformation(db, { viewer: s.staff, questionId: s.questionId, message, now });
    expect(await stateOfStored(db, s.questionId)).toBe("needs-info");
    return { ...s, noteId };
  }

  test("is asked for by those who help, and only while it may help", async ({ db }) => {
    const s = await scene(db);
    const request = { questionId: s.questionId, message, now };
    for (const viewer of [s.asker, s.helper, s.lead, s.stranger]) {
      expect(await requestInformation(db, { ...request, viewer })).toEqual(notAllowed);
    }
    expect(await requestInformation(db, { ...request, viewer: s.supporter })).toEqual({ ok: true });
    expect(await requestInformation(db, { ...request, viewer: s.staff })).toEqual(notAllowed);
    const page = await findQuestionPage(db, { viewer: undefined, questionId: s.questionId });
    expect(page?.question.informationRequest).toMatchObject({ message, by: s.supporter.name });
    const closed = await ask(db, s.asker, { productAreaId: s.area.id });
    await closeQuestion(db, {
      viewer: s.asker,
      questionId: closed,
      reason: "off-topic",
      note: "",
      now,
    });
    const late = { ...request, questionId: closed, viewer: s.staff };
    expect(await requestInformation(db, late)).toEqual(notAllowed);
  });

  test("goes on whatever others add", async ({ db }) => {
    const s = await waiting(db);
    await comment(db, s.colleague, s.questionId);
    await answer(db, s.helper, s.questionId);
    expect(await stateOfStored(db, s.questionId)).toBe("needs-info");
  });

  const byAsker: Record<
    string,
    (db: Db, s: Awaited<ReturnType<typeof waiting>>) => Promise<unknown>
  > = {
    "a comment": (db, s) => comment(db, s.asker, s.questionId, { body: "4.2です。" }),
    "a comment changed": (db, s) =>
      editComment(db, { viewer: s.asker, commentId: s.noteId, version: 1, body: "4.2です。", now }),
    "an answer": (db, s) => answer(db, s.asker, s.questionId, { body: "自分で解決しました。" }),
    "an edit": (db, s) =>
      editQuestion(db, {
        viewer: s.asker,
        questionId: s.questionId,
        version: 1,
        content: {
          title: "取り込みが4.2で止まる",
          body: "版は4.2です。",
          productAreaId: s.area.id,
          scope: "public",
          tags: "",
        },
        now,
      }),
  };
  for (const [name, add] of Object.entries(byAsker)) {
    test(`ends when the asker adds ${name}`, async ({ db }) => {
      const s = await waiting(db);
      await add(db, s);
      const state = await stateOfStored(db, s.questionId);
      expect(state).toBe(name === "an answer" ? "answered" : "open");
      expect(await historyOf(db, s.questionId)).toContain("information-given");
    });
  }

  test("does not end when staff edit the question", async ({ db }) => {
    const s = await waiting(db);
    const content = {
      title: "取り込みが止まる（要確認）",
      body: "整えた本文です。",
      productAreaId: s.area.id,
      scope: "public" as const,
      tags: "",
    };
    const edit = { viewer: s.staff, questionId: s.questionId, version: 1, content, now };
    expect(await editQuestion(db, edit)).toEqual({ ok: true });
    expect(await stateOfStored(db, s.questionId)).toBe("needs-info");
  });

  test("is withdrawn by the asker or staff, and ended by accepting", async ({ db }) => {
    const s = await waiting(db);
    const given = { questionId: s.questionId, now };
    expect(await withdrawInformationRequest(db, { ...given, viewer: s.helper })).toEqual(
      notAllowed,
    );
    expect(await withdrawInformationRequest(db, { ...given, viewer: s.asker })).toEqual({
      ok: true,
    });
    await requestInformation(db, { ...given, viewer: s.staff, message });
    const answerId = await answer(db, s.helper, s.questionId);
    await acceptAnswer(db, { viewer: s.asker, answerId, now });
    expect(await stateOfStored(db, s.questionId)).toBe("solved");
    expect(await withdrawInformationRequest(db, { ...given, viewer: s.staff })).toEqual(notAllowed);
  });
});

describe("closing", () => {
  test("gives a reason, stops answers but not comments, and can be undone", async ({ db }) => {
    const s = await scene(db);
    const at = { questionId: s.questionId, now };
    const close = { ...at, reason: "resolved-elsewhere", note: "電話で解決しました。" } as const;
    for (const viewer of [s.colleague, s.lead, s.supporter]) {
      expect(await closeQuestion(db, { ...close, viewer })).toEqual(notAllowed);
    }
    expect(await closeQuestion(db, { ...close, viewer: s.asker })).toEqual({ ok: true });
    expect(await closeQuestion(db, { ...close, viewer: s.staff })).toEqual(notAllowed);
    const page = await findQuestionPage(db, { viewer: undefined, questionId: s.questionId });
    expect(page?.question.closure).toMatchObject({
      reason: "resolved-elsewhere",
      note: "電話で解決しました。",
      by: s.asker.name,
    });
    await expect(answer(db, s.helper, s.questionId)).rejects.toThrow("not-allowed");
    await comment(db, s.helper, s.questionId);
    expect(await reopenQuestion(db, { ...at, viewer: s.helper })).toEqual(notAllowed);
    expect(await reopenQuestion(db, { ...at, viewer: s.staff })).toEqual({ ok: true });
    expect(await stateOfStored(db, s.questionId)).toBe("open");
    expect(await historyOf(db, s.questionId)).toEqual(["asked", "closed", "reopened"]);
  });

  test("gives way to what was before when reopened", async ({ db }) => {
    const s = await scene(db);
    const at = { questionId: s.questionId, viewer: s.staff, now };
    await requestInformation(db, { ...at, message: "版は？" });
    await closeQuestion(db, { ...at, reason: "no-longer-relevant", note: "" });
    await reopenQuestion(db, at);
    expect(await stateOfStored(db, s.questionId)).toBe("needs-info");
  });
});

describe("duplicates", () => {
  const canonicals = async (db: Db) =>
    Object.fromEntries(
      (await db.execute<Record<string, string>>(sql`select * from question_duplicates`)).map(
        (row) => [Number(row.question_id), Number(row.canonical_id)],
      ),
    );

  async function several(db: Db, n: number) {
    const people = await cast(db);
    const ids: number[] = [];
    for (let i = 0; i < n; i += 1) {
      ids.push(await ask(db, people.asker, { productAreaId: people.area.id }));
    }
    const mark = (questionId: number | undefined, canonicalId: number | undefined) =>
      markDuplicate(db, {
        viewer: people.staff,
        questionId: questionId ?? 0,
        canonicalId: canonicalId ?? 0,
        now,
      });
    return { ...people, ids, mark };
  }

  test("lead straight to the canonical question, in whatever order they were marked", async ({
    db,
  }) => {
    const { ids, mark } = await several(db, 4);
    const [a, b, c, d] = ids as [number, number, number, number];
    await mark(a, b);
    await mark(b, c);
    expect(await canonicals(db)).toEqual({ [a]: c, [b]: c });
    await mark(d, a);
    expect(await canonicals(db)).toEqual({ [a]: c, [b]: c, [d]: c });
  });

  test("never point at themselves, not even around a corner", async ({ db }) => {
    const { ids, mark } = await several(db, 3);
    const [a, b, c] = ids as [number, number, number];
    expect(await mark(a, a)).toEqual({ ok: false, reason: "same-question" });
    await mark(a, b);
    await mark(b, c);
    expect(await mark(c, a)).toEqual({ ok: false, reason: "same-question" });
    expect(await mark(c, b)).toEqual({ ok: false, reason: "same-question" });
    expect(await mark(c, 999_999)).toEqual({ ok: false, reason: "canonical-not-found" });
  });

  test("two opposite marks at the same moment: one is refused, neither hangs", async () => {
    const connection = await freshDatabase();
    try {
      const { db } = connection;
      for (let round = 0; round < 5; round += 1) {
        const { ids, mark } = await several(db, 3);
        const [a, b, c] = ids as [number, number, number];
        const outcomes = await Promise.all([mark(a, b), mark(b, a), mark(b, c), mark(c, a)]);
        const pointing = await canonicals(db);
        const marked = ids.filter((id) => id in pointing);
        expect(outcomes.filter(({ ok }) => ok)).toHaveLength(marked.length);
        // Whoever is pointed at points at nobody: no chain, no circle.
        for (const id of marked) expect(pointing[pointing[id] ?? 0]).toBeUndefined();
        expect(marked.length).toBeGreaterThan(0);
      }
    } finally {
      await connection.close();
    }
  });

  test("send nobody where they may not read, and tell no title", async ({ db }) => {
    const { ids, mark, staff, area, stranger, ...people } = await several(db, 1);
    const insider = await ask(db, staff, { productAreaId: area.id });
    await db.execute(sql`update questions set scope = 'organisation', organisation_id = ${people.away.id}
      where id = ${insider}`);
    expect(await mark(ids[0], insider)).toEqual({ ok: false, reason: "canonical-not-found" });
    const forCustomers = await ask(db, stranger, { productAreaId: area.id, scope: "customers" });
    expect(await mark(ids[0], forCustomers)).toEqual({ ok: true });
    const shown = async (viewer?: typeof staff) =>
      (await findQuestionPage(db, { viewer, questionId: ids[0] ?? 0 }))?.question;
    expect((await shown(people.asker))?.canonical?.id).toBe(forCustomers);
    expect(await shown()).toMatchObject({ state: "duplicate", canonical: null });
  });

  test("keep their answers, take no new ones, and stand alone again when unmarked", async ({
    db,
  }) => {
    const { ids, mark, asker, helper, colleague } = await several(db, 2);
    const [a, b] = ids as [number, number];
    await answer(db, helper, a);
    const byOther = { viewer: colleague, questionId: a, canonicalId: b, now };
    expect(await markDuplicate(db, byOther)).toEqual(notAllowed);
    await mark(a, b);
    await expect(answer(db, helper, a)).rejects.toThrow("not-allowed");
    expect((await findQuestionPage(db, { viewer: asker, questionId: a }))?.answers).toHaveLength(1);
    expect(await unmarkDuplicate(db, { viewer: asker, questionId: a, now })).toEqual({ ok: true });
    expect(await stateOfStored(db, a)).toBe("answered");
  });
});
