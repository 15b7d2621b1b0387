import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { acceptAnswer, unacceptAnswer, verifyAnswer } from "#app/questions/acceptance.server.ts";
import { answerQuestion, editAnswer } from "#app/questions/answering.server.ts";
import { addComment } from "#app/questions/commenting.server.ts";
import { listRevisions } from "#app/questions/history.server.ts";
import { findQuestionPage } from "#app/questions/question-page.server.ts";
import { closeQuestion, reopenQuestion } from "#app/questions/resolution.server.ts";
import { voteForAnswer, voteForQuestion } from "#app/questions/voting.server.ts";
import type { Db } from "#db/client.server.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { answer, ask, NOW } from "#test/support/factories.ts";
import { cast } from "./cast.ts";
import { historyOf, stateOfStored, storedQuestions } from "./thread.ts";

const now = NOW;

async function scene(db: Db) {
  const people = await cast(db);
  const questionId = await ask(db, people.asker, { productAreaId: people.area.id });
  const first = await answer(db, people.helper, questionId);
  const second = await answer(db, people.stranger, questionId);
  return { ...people, questionId, first, second };
}

const content = (body: string) => ({ body, trueForVersion: null, reviewOn: null });

describe("accepting", () => {
  test("is for the asker and for staff", async ({ db }) => {
    const s = await scene(db);
    for (const viewer of [s.colleague, s.lead, s.stranger, s.helper, s.supporter]) {
      const refused = await acceptAnswer(db, { viewer, answerId: s.first, now });
      expect(refused).toEqual({ ok: false, reason: "not-allowed" });
    }
    for (const viewer of [s.asker, s.staff, s.admin]) {
      expect(await acceptAnswer(db, { viewer, answerId: s.first, now })).toMatchObject({
        ok: true,
      });
      expect(await unacceptAnswer(db, { viewer, answerId: s.first, now })).toMatchObject({
        ok: true,
      });
    }
  });

  test("moves the mark, and each step is in the history", async ({ db }) => {
    const s = await scene(db);
    const by = { viewer: s.asker, now };
    await acceptAnswer(db, { ...by, answerId: s.first });
    expect(await stateOfStored(db, s.questionId)).toBe("solved");
    await acceptAnswer(db, { ...by, answerId: s.first });
    await acceptAnswer(db, { ...by, answerId: s.second });
    expect((await storedQuestions(db))[0]?.acceptedAnswerId).toBe(s.second);
    // The first carries it no more: taking it off there takes nothing off.
    await unacceptAnswer(db, { ...by, answerId: s.first });
    expect(await stateOfStored(db, s.questionId)).toBe("solved");
    await unacceptAnswer(db, { ...by, answerId: s.second });
    expect(await stateOfStored(db, s.questionId)).toBe("answered");
    expect((await historyOf(db, s.questionId)).slice(3)).toEqual([
      "accepted",
      "accepted",
      "unaccepted",
    ]);
    const [moved] = await db.execute<{ detail: object }>(
      sql`select detail from question_history where kind = 'accepted' order by id desc limit 1`,
    );
    expect(moved?.detail).toEqual({ movedFrom: s.first });
  });

  test("shows the accepted answer first", async ({ db }) => {
    const s = await scene(db);
    await acceptAnswer(db, { viewer: s.asker, answerId: s.second, now });
    await voteForAnswer(db, { viewer: s.asker, answerId: s.first, helpful: true, now });
    const page = await findQuestionPage(db, { viewer: undefined, questionId: s.questionId });
    expect(page?.answers.map(({ id }) => id)).toEqual([s.second, s.first]);
  });

  test("two at the same moment leave one", async () => {
    const connection = await freshDatabase();
    try {
      const { db } = connection;
      const s = await scene(db);
      const outcomes = await Promise.all(
        [s.first, s.second, s.first, s.second].map((answerId) =>
          acceptAnswer(db, { viewer: s.asker, answerId, now }),
        ),
      );
      expect(outcomes.every(({ ok }) => ok)).toBe(true);
      expect(await db.execute(sql`select * from accepted_answers`)).toHaveLength(1);
      expect(await stateOfStored(db, s.questionId)).toBe("solved");
    } finally {
      await connection.close();
    }
  });
});

describe("公式確認済み", () => {
  const verifications = async (db: Db) =>
    (await db.execute(sql`select * from answer_verifications`)).length;

  async function verified(db: Db) {
    const s = await scene(db);
    await verifyAnswer(db, { viewer: s.staff, answerId: s.first, verified: true, now });
    return s;
  }

  test("is said by staff only", async ({ db }) => {
    const s = await scene(db);
    for (const viewer of [s.asker, s.helper, s.supporter, s.lead]) {
      const refused = await verifyAnswer(db, { viewer, answerId: s.first, verified: true, now });
      expect(refused).toEqual({ ok: false, reason: "not-allowed" });
    }
    await verifyAnswer(db, { viewer: s.staff, answerId: s.first, verified: true, now });
    await verifyAnswer(db, { viewer: s.admin, answerId: s.first, verified: true, now });
    expect(await verifications(db)).toBe(1);
    await verifyAnswer(db, { viewer: s.admin, answerId: s.first, verified: false, now });
    expect((await historyOf(db, s.questionId)).slice(3)).toEqual(["verified", "unverified"]);
  });

  test("goes when its author changes the text, and the history says so", async ({ db }) => {
    const s = await verified(db);
    const edit = { viewer: s.helper, answerId: s.first, version: 1, now };
    await editAnswer(db, { ...edit, content: content("別の手順にしてください。") });
    expect(await verifications(db)).toBe(0);
    expect((await historyOf(db, s.questionId)).slice(3)).toEqual([
      "verified",
      "answer-edited",
      "unverified",
    ]);
  });

  test("stays when staff change the text, or the author only the version it is true for", async ({
    db,
  }) => {
    const s = await verified(db);
    const edit = { answerId: s.first, now };
    const staffText = content("正しくはこうです。");
    await editAnswer(db, { ...edit, viewer: s.staff, version: 1, content: staffText });
    const sameText = { ...staffText, trueForVersion: "4.2" };
    await editAnswer(db, { ...edit, viewer: s.helper, version: 2, content: sameText });
    expect(await verifications(db)).toBe(1);
  });
});

describe("editing an answer", () => {
  test("keeps every version, and a stale form changes nothing and shows the newest", async ({
    db,
  }) => {
    const s = await scene(db);
    const mine = { viewer: s.helper, answerId: s.first, version: 1, now };
    await editAnswer(db, { ...mine, viewer: s.staff, content: content("CS担当が直した文。") });
    const stale = await editAnswer(db, { ...mine, content: content("古い画面から直した文。") });
    expect(stale).toMatchObject({
      ok: false,
      reason: "changed-meanwhile",
      current: { version: 2, body: "CS担当が直した文。" },
    });
    const saved = await editAnswer(db, {
      ...mine,
      version: 2,
      content: content("両方を活かした文。"),
    });
    expect(saved).toMatchObject({ ok: true });
    const post = { kind: "answer", id: s.first } as const;
    const versions = await listRevisions(db, { viewer: undefined, post });
    expect(versions.map(({ bodySource, editor }) => [bodySource, editor])).toEqual([
      ["文字コードを UTF-8 にしてください。", s.helper.name],
      ["CS担当が直した文。", s.staff.name],
      ["両方を活かした文。", s.helper.name],
    ]);
  });

  test("is for its author and staff", async ({ db }) => {
    const s = await scene(db);
    for (const viewer of [s.asker, s.stranger, s.supporter, s.lead]) {
      const edit = { viewer, answerId: s.first, version: 1, content: content("横から直す。"), now };
      expect(await editAnswer(db, edit)).toEqual({ ok: false, reason: "not-allowed" });
    }
  });
});

describe("「役に立った」", () => {
  test("is not for one's own posts", async ({ db }) => {
    const s = await scene(db);
    const refused = { ok: false, reason: "not-allowed" };
    const vote = { helpful: true, now };
    expect(await voteForAnswer(db, { ...vote, viewer: s.helper, answerId: s.first })).toEqual(
      refused,
    );
    const onOwn = { ...vote, viewer: s.asker, questionId: s.questionId };
    expect(await voteForQuestion(db, onOwn)).toEqual(refused);
  });

  test("counts each person once, on top of what was imported", async ({ db }) => {
    const s = await scene(db);
    await db.execute(sql`update answers set imported_helpful_count = 7, helpful_count = 7`);
    const vote = { answerId: s.first, helpful: true, now };
    for (const viewer of [s.asker, s.asker, s.stranger])
      await voteForAnswer(db, { ...vote, viewer });
    const count = async () =>
      (await findQuestionPage(db, { viewer: s.asker, questionId: s.questionId }))?.answers[0];
    expect(await count()).toMatchObject({ id: s.first, helpfulCount: 9, votedByViewer: true });
    for (const _ of [1, 2]) await voteForAnswer(db, { ...vote, viewer: s.asker, helpful: false });
    expect(await count()).toMatchObject({ helpfulCount: 8, votedByViewer: false });
  });

  test("is exact when many press at the same moment", async () => {
    const connection = await freshDatabase();
    try {
      const { db } = connection;
      const s = await scene(db);
      const voters = [s.asker, s.colleague, s.lead, s.stranger, s.supporter, s.staff];
      const votes = [...voters, ...voters, ...voters].map((viewer) =>
        voteForAnswer(db, { viewer, answerId: s.first, helpful: true, now }),
      );
      await Promise.all(votes);
      const [row] = await db.execute<{ n: number }>(
        sql`select helpful_count as n from answers where id = ${s.first}`,
      );
      expect(Number(row?.n)).toBe(6);
    } finally {
      await connection.close();
    }
  });
});

describe("sending the same answer twice", () => {
  test("gives one answer; one refused can be sent again once that is lifted", async ({ db }) => {
    const s = await scene(db);
    const form = {
      viewer: s.helper,
      questionId: s.questionId,
      content: content("もう一つの方法です。"),
      submissionKey: randomUUID(),
      now,
    };
    const staff = { viewer: s.staff, questionId: s.questionId, now };
    await closeQuestion(db, { ...staff, reason: "off-topic", note: "" });
    expect(await answerQuestion(db, form)).toEqual({ ok: false, reason: "not-allowed" });
    await reopenQuestion(db, staff);
    const sent = await answerQuestion(db, form);
    expect(sent).toMatchObject({ ok: true });
    expect(await answerQuestion(db, form)).toEqual(sent);
    await closeQuestion(db, { ...staff, reason: "off-topic", note: "" });
    expect(await answerQuestion(db, form)).toEqual(sent);
  });

  test("a key of somebody else's form, or of another form, is refused", async ({ db }) => {
    const s = await scene(db);
    const submissionKey = randomUUID();
    const form = { questionId: s.questionId, content: content("回答です。"), submissionKey, now };
    await answerQuestion(db, { ...form, viewer: s.helper });
    const foreign = await answerQuestion(db, { ...form, viewer: s.stranger });
    expect(foreign).toEqual({ ok: false, reason: "not-allowed" });
    const other = { viewer: s.helper, questionId: s.questionId, body: "補足", submissionKey, now };
    expect(await addComment(db, other)).toEqual({ ok: false, reason: "not-allowed" });
  });
});
