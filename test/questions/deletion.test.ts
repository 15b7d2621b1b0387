import { sql } from "drizzle-orm";
import { after, DAY, SECOND } from "#app/lib/time.ts";
import { acceptAnswer } from "#app/questions/acceptance.server.ts";
import { editComment } from "#app/questions/commenting.server.ts";
import {
  deleteAnswer,
  deleteComment,
  deleteQuestion,
  restoreAnswer,
  restoreComment,
  restoreQuestion,
} from "#app/questions/deletion.server.ts";
import { findEditableComment } from "#app/questions/editable-posts.server.ts";
import { listRevisions } from "#app/questions/history.server.ts";
import { findQuestionPage } from "#app/questions/question-page.server.ts";
import type { Db } from "#db/client.server.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { answer, ask, comment, NOW } from "#test/support/factories.ts";
import { cast } from "./cast.ts";
import { stateOfStored, storedQuestions } from "./thread.ts";

const now = NOW;
const notAllowed = { ok: false, reason: "not-allowed" };
const notFound = { ok: false, reason: "not-found" };
const lastMoment = after(NOW, 30 * DAY);
const tooLate = after(lastMoment, SECOND);

async function scene(db: Db) {
  const people = await cast(db);
  const questionId = await ask(db, people.asker, { productAreaId: people.area.id });
  return { ...people, questionId };
}

describe("a question", () => {
  test("is taken back by its asker while nobody has answered, by staff always", async ({ db }) => {
    const s = await scene(db);
    const at = { questionId: s.questionId, now };
    for (const viewer of [s.colleague, s.lead, s.supporter]) {
      expect(await deleteQuestion(db, { ...at, viewer })).toEqual(notAllowed);
    }
    const answerId = await answer(db, s.helper, s.questionId);
    expect(await deleteQuestion(db, { ...at, viewer: s.asker })).toEqual(notAllowed);
    await deleteAnswer(db, { viewer: s.helper, answerId, now });
    expect(await deleteQuestion(db, { ...at, viewer: s.asker })).toMatchObject({ ok: true });
    expect(await deleteQuestion(db, { ...at, viewer: s.staff })).toEqual(notFound);
    expect(await findQuestionPage(db, { ...at, viewer: s.staff })).toBeUndefined();
  });

  test("comes back for whoever deleted it, for 30 days", async ({ db }) => {
    const s = await scene(db);
    const at = { questionId: s.questionId, now };
    await deleteQuestion(db, { ...at, viewer: s.asker });
    expect(await restoreQuestion(db, { ...at, viewer: s.colleague })).toEqual(notFound);
    expect(await restoreQuestion(db, { ...at, viewer: s.asker, now: tooLate })).toEqual(notFound);
    const restored = await restoreQuestion(db, { ...at, viewer: s.asker, now: lastMoment });
    expect(restored).toMatchObject({ ok: true });
    expect(await restoreQuestion(db, { ...at, viewer: s.asker })).toEqual(notFound);
    await deleteQuestion(db, { ...at, viewer: s.staff });
    expect(await restoreQuestion(db, { ...at, viewer: s.asker })).toEqual(notFound);
    expect(await restoreQuestion(db, { ...at, viewer: s.admin })).toMatchObject({ ok: true });
  });
});

describe("an answer", () => {
  test("is taken back by its author unless it is the accepted one", async ({ db }) => {
    const s = await scene(db);
    const answerId = await answer(db, s.helper, s.questionId);
    await acceptAnswer(db, { viewer: s.asker, answerId, now });
    for (const viewer of [s.helper, s.asker, s.stranger]) {
      expect(await deleteAnswer(db, { viewer, answerId, now })).toEqual(notAllowed);
    }
    expect(await deleteAnswer(db, { viewer: s.staff, answerId, now })).toMatchObject({ ok: true });
    expect((await storedQuestions(db))[0]).toMatchObject({ state: "open", accepted: false });
    expect(await restoreAnswer(db, { viewer: s.helper, answerId, now })).toEqual(notFound);
    expect(await restoreAnswer(db, { viewer: s.staff, answerId, now })).toMatchObject({ ok: true });
    // The mark does not come back by itself.
    expect(await stateOfStored(db, s.questionId)).toBe("answered");
  });

  test("comes back for its author for 30 days", async ({ db }) => {
    const s = await scene(db);
    const answerId = await answer(db, s.helper, s.questionId);
    await deleteAnswer(db, { viewer: s.helper, answerId, now });
    const restore = { viewer: s.helper, answerId };
    expect(await restoreAnswer(db, { ...restore, now: tooLate })).toEqual(notFound);
    expect(await restoreAnswer(db, { ...restore, now: lastMoment })).toMatchObject({ ok: true });
  });

  test("takes the comments on it along", async ({ db }) => {
    const s = await scene(db);
    const answerId = await answer(db, s.helper, s.questionId);
    const commentId = await comment(db, s.stranger, s.questionId, { answerId });
    const post = { kind: "comment", id: commentId } as const;
    const viewer = s.stranger;
    expect(await listRevisions(db, { viewer, post })).toHaveLength(1);
    await deleteAnswer(db, { viewer: s.helper, answerId, now });
    expect(await listRevisions(db, { viewer, post })).toEqual([]);
    expect(await findEditableComment(db, { viewer, commentId })).toBeUndefined();
    const edit = { viewer, commentId, version: 1, body: "いまさら", now };
    expect(await editComment(db, edit)).toEqual(notFound);
    expect(await deleteComment(db, { viewer, commentId, now })).toEqual(notFound);
    await expect(comment(db, s.asker, s.questionId, { answerId })).rejects.toThrow("not-found");
    await restoreAnswer(db, { viewer: s.helper, answerId, now });
    const page = await findQuestionPage(db, { viewer, questionId: s.questionId });
    expect(page?.answers[0]?.comments).toHaveLength(1);
  });

  test("of one question takes no comment meant for another", async ({ db }) => {
    const s = await scene(db);
    const other = await ask(db, s.stranger, { productAreaId: s.area.id });
    const answerId = await answer(db, s.helper, other);
    await expect(comment(db, s.asker, s.questionId, { answerId })).rejects.toThrow("not-found");
  });
});

describe("a comment", () => {
  test("is deleted and restored by its author and by staff", async ({ db }) => {
    const s = await scene(db);
    const commentId = await comment(db, s.stranger, s.questionId);
    const at = { commentId, now };
    expect(await deleteComment(db, { ...at, viewer: s.asker })).toEqual(notAllowed);
    expect(await deleteComment(db, { ...at, viewer: s.stranger })).toMatchObject({ ok: true });
    expect(await deleteComment(db, { ...at, viewer: s.stranger })).toEqual(notFound);
    const restore = { ...at, viewer: s.stranger };
    expect(await restoreComment(db, { ...restore, viewer: s.asker })).toEqual(notFound);
    expect(await restoreComment(db, { ...restore, now: tooLate })).toEqual(notFound);
    expect(await restoreComment(db, { ...restore, now: lastMoment })).toMatchObject({ ok: true });
    await deleteComment(db, { ...at, viewer: s.staff });
    expect(await restoreComment(db, restore)).toEqual(notFound);
    const rows = await db.execute(sql`select * from comments where deleted_at is not null`);
    expect(rows).toHaveLength(1);
  });
});
