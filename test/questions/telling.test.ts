import { sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { mailDueNotifications } from "#app/notifications/mailing.server.ts";
import { acceptAnswer } from "#app/questions/acceptance.server.ts";
import { answerQuestion } from "#app/questions/answering.server.ts";
import { followArea, followTag, watchQuestion } from "#app/questions/following.server.ts";
import { closeQuestion, requestInformation } from "#app/questions/resolution.server.ts";
import type { Db } from "#db/client.server.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { answer, ask, comment, NOW } from "#test/support/factories.ts";
import { cast } from "./cast.ts";
import { told } from "./thread.ts";

const now = NOW;

async function scene(db: Db) {
  const people = await cast(db);
  const questionId = await ask(db, people.asker, { productAreaId: people.area.id });
  return { ...people, questionId };
}

const suspend = (db: Db, person: Viewer, by: Viewer) =>
  db.execute(sql`insert into suspensions (person_id, reason, suspended_by, suspended_at)
    values (${person.id}, 'x', ${by.id}, ${now.toISOString()}::timestamptz)`);

const mailed = async (db: Db, person: Viewer) => {
  await mailDueNotifications(db, { now });
  return (await db.execute(sql`select * from outgoing_mails where person_id = ${person.id}`))
    .length;
};

describe("who is told", () => {
  test("of an answer: those who watch, not its author", async ({ db }) => {
    const s = await scene(db);
    await watchQuestion(db, { viewer: s.colleague, questionId: s.questionId, watching: true, now });
    await answer(db, s.helper, s.questionId);
    expect(await told(db, s.questionId)).toEqual([
      `question-answered ${s.asker.id}`,
      `watched-answered ${s.colleague.id}`,
    ]);
    await answer(db, s.stranger, s.questionId);
    expect((await told(db, s.questionId)).slice(2)).toEqual([
      `question-answered ${s.asker.id}`,
      `watched-answered ${s.colleague.id}`,
      `watched-answered ${s.helper.id}`,
    ]);
  });

  test("nobody who stopped watching, whatever they write afterwards", async ({ db }) => {
    const s = await scene(db);
    const at = { viewer: s.asker, questionId: s.questionId, now };
    await watchQuestion(db, { ...at, watching: false });
    await comment(db, s.asker, s.questionId);
    await answer(db, s.asker, s.questionId);
    await answer(db, s.helper, s.questionId);
    expect(await told(db, s.questionId)).toEqual([]);
    await watchQuestion(db, { ...at, watching: true });
    await comment(db, s.helper, s.questionId);
    expect(await told(db, s.questionId)).toEqual([`commented ${s.asker.id}`]);
  });

  test("of a question: followers of its area or of a tag, once, if they may see it", async ({
    db,
  }) => {
    const s = await cast(db);
    const productAreaId = s.area.id;
    await ask(db, s.staff, { productAreaId, tags: "csv" });
    const follow = { following: true, now };
    for (const viewer of [s.colleague, s.stranger, s.asker]) {
      expect(await followArea(db, { ...follow, viewer, slug: s.area.slug })).toEqual({ ok: true });
    }
    for (const viewer of [s.stranger, s.helper]) {
      expect(await followTag(db, { ...follow, viewer, name: "csv" })).toEqual({ ok: true });
    }
    const open = await ask(db, s.asker, { productAreaId, tags: "CSV" });
    const each = [s.colleague, s.stranger, s.helper].map(({ id }) => `question-asked ${id}`);
    expect((await told(db, open)).sort()).toEqual(each.sort());
    await followArea(db, { viewer: s.colleague, slug: s.area.slug, following: false, now });
    const inside = await ask(
      db,
      { ...s.staff, organisation: s.away },
      {
        productAreaId,
        tags: "csv",
        scope: "organisation",
      },
    );
    expect((await told(db, inside)).sort()).toEqual(
      [s.stranger, s.helper].map(({ id }) => `question-asked ${id}`).sort(),
    );
  });

  test("nothing to follow: an area retired, an area or a tag that is not there", async ({ db }) => {
    const s = await scene(db);
    const notFound = { ok: false, reason: "not-found" };
    const follow = { viewer: s.asker, following: true, now };
    expect(await followTag(db, { ...follow, name: "nobody-wrote-this" })).toEqual(notFound);
    expect(await followArea(db, { ...follow, slug: "nowhere" })).toEqual(notFound);
    await db.execute(sql`update product_areas set retired_at = now()`);
    expect(await followArea(db, { ...follow, slug: s.area.slug })).toEqual(notFound);
  });

  test("of a mention: once and as a mention, those who may see the question", async ({ db }) => {
    const s = await scene(db);
    const body = `@${s.asker.handle} @${s.lead.handle} @${s.staff.handle} @nobody-at-all`;
    await comment(db, s.helper, s.questionId, { body });
    expect((await told(db, s.questionId)).sort()).toEqual(
      [s.asker, s.lead, s.staff].map(({ id }) => `mentioned ${id}`).sort(),
    );
    const inside = await ask(
      db,
      { ...s.staff, organisation: s.home },
      {
        productAreaId: s.area.id,
        scope: "organisation",
        body: `@${s.stranger.handle} @${s.colleague.handle}`,
      },
    );
    expect(await told(db, inside)).toEqual([`mentioned ${s.colleague.id}`]);
    await answer(db, s.asker, inside, { body: `@${s.helper.handle} @${s.lead.handle}` });
    expect((await told(db, inside)).slice(1).sort()).toEqual(
      [`mentioned ${s.lead.id}`, `question-answered ${s.staff.id}`].sort(),
    );
  });

  test("of acceptance, of a request and of closing: whom it concerns", async ({ db }) => {
    const s = await scene(db);
    const at = { questionId: s.questionId, now };
    await requestInformation(db, { ...at, viewer: s.staff, message: "版は？" });
    const answerId = await answer(db, s.helper, s.questionId);
    await acceptAnswer(db, { viewer: s.asker, answerId, now });
    await closeQuestion(db, { ...at, viewer: s.staff, reason: "off-topic", note: "" });
    expect(await told(db, s.questionId)).toEqual([
      `information-requested ${s.asker.id}`,
      `question-answered ${s.asker.id}`,
      `answer-accepted ${s.helper.id}`,
      `question-closed ${s.asker.id}`,
      `question-closed ${s.helper.id}`,
    ]);
  });

  test("not the suspended, not those who moved to another company", async ({ db }) => {
    const s = await scene(db);
    const inside = await ask(
      db,
      { ...s.staff, organisation: s.home },
      {
        productAreaId: s.area.id,
        scope: "organisation",
      },
    );
    for (const viewer of [s.colleague, s.lead, s.asker]) {
      await watchQuestion(db, { viewer, questionId: inside, watching: true, now });
    }
    await suspend(db, s.lead, s.admin);
    await db.execute(
      sql`update people set organisation_id = ${s.away.id} where id = ${s.colleague.id}`,
    );
    await comment(db, s.staff, inside);
    expect(await told(db, inside)).toEqual([`commented ${s.asker.id}`]);
  });
});

describe("the mail of an answer", () => {
  test("goes to the asker, once for each answer however often its form is sent", async ({ db }) => {
    const s = await scene(db);
    const form = {
      viewer: s.helper,
      questionId: s.questionId,
      content: { body: "こうします。", trueForVersion: null, reviewOn: null },
      submissionKey: "0b5f3f0e-7d0c-4a52-9c3b-0f2f7e1a9d11",
      now,
    };
    for (const _ of [1, 2, 3]) await answerQuestion(db, form);
    expect(await mailed(db, s.asker)).toBe(1);
    expect(await mailed(db, s.helper)).toBe(0);
    await answer(db, s.stranger, s.questionId);
    expect(await mailed(db, s.asker)).toBe(2);
  });

  test("does not go for one's own answer, nor to who stopped watching or is suspended", async ({
    db,
  }) => {
    const s = await scene(db);
    await answer(db, s.asker, s.questionId);
    expect(await mailed(db, s.asker)).toBe(0);
    await watchQuestion(db, { viewer: s.asker, questionId: s.questionId, watching: false, now });
    await answer(db, s.helper, s.questionId);
    expect(await mailed(db, s.asker)).toBe(0);
    const other = await ask(db, s.stranger, { productAreaId: s.area.id });
    await suspend(db, s.stranger, s.admin);
    await answer(db, s.helper, other);
    expect(await mailed(db, s.stranger)).toBe(0);
  });
});
