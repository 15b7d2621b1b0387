import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import type { Viewer } from "#app/auth/viewer.ts";
import { decodeCursor } from "#app/lib/cursor.ts";
import { after as later, MINUTE } from "#app/lib/time.ts";
import { listThreads, markRead } from "#app/notifications/inbox.server.ts";
import { changePreferences } from "#app/notifications/preferences.server.ts";
import { unreadCount } from "#app/notifications/shown.server.ts";
import { visibleQuestions } from "#app/questions/visibility.server.ts";
import type { Db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { people } from "#db/schema/people.ts";
import { answers, comments, questions } from "#db/schema/questions.ts";
import { QUESTION_STATES, ROLES, SCOPES } from "#db/vocabulary.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createArea, createOrganisation, createPerson, NOW } from "#test/support/factories.ts";
import {
  bell,
  createAnswer,
  createComment,
  createQuestion,
  everything,
  ledger,
  scene,
} from "./scene.ts";

async function inbox(db: Db, personId: number, unreadOnly = false) {
  return (await listThreads(db, { personId, visible: everything, unreadOnly })).threads;
}

describe("the inbox", () => {
  test("has a card per question: what happened, by whom, where, newest first", async ({ db }) => {
    const { asker, answerer, question, answer, tell } = await scene(db);
    const other = await createQuestion(db, { authorId: asker.id, title: "もう一つの質問" });
    await tell([asker]);
    await tell([asker], { kind: "mentioned" });
    await tell([asker], { questionId: other.id, answerId: undefined });
    const threads = await inbox(db, asker.id);
    expect(threads.map(({ title }) => title)).toEqual(["もう一つの質問", question.title]);
    expect(threads[1]).toMatchObject({ questionId: question.id, unreadCount: 2, eventCount: 2 });
    expect(threads[1]?.events).toMatchObject([
      { kind: "mentioned" },
      {
        kind: "question-answered",
        answerId: answer.id,
        commentId: null,
        actorName: answerer.name,
        createdAt: NOW,
        readAt: null,
      },
    ]);
  });

  test("shows the newest events of a thread and counts the others", async ({ db }) => {
    const { asker, tell } = await scene(db);
    for (let n = 0; n < 7; n++) await tell([asker], { onceKey: `${n}` });
    const [thread] = await inbox(db, asker.id);
    expect(thread).toMatchObject({ eventCount: 7, unreadCount: 7 });
    expect(thread?.events).toHaveLength(4);
  });

  test("moves a question up when something happens to it", async ({ db }) => {
    const { asker, question, tell } = await scene(db);
    const other = await createQuestion(db, { authorId: asker.id });
    await tell([asker]);
    await tell([asker], { questionId: other.id, answerId: undefined });
    await tell([asker], { kind: "mentioned" });
    expect((await inbox(db, asker.id)).map(({ questionId }) => questionId)).toEqual([
      question.id,
      other.id,
    ]);
  });

  test("comes in pages that neither repeat nor miss a question", async ({ db }) => {
    const { asker, tell } = await scene(db);
    const area = await createArea(db);
    const expected: number[] = [];
    for (let n = 0; n < 45; n++) {
      const { id } = await createQuestion(db, { authorId: asker.id, productAreaId: area.id });
      expected.unshift(id);
      await tell([asker], { questionId: id, answerId: undefined });
      await tell([asker], { questionId: id, answerId: undefined, kind: "mentioned" });
    }
    const seen: number[] = [];
    let before: number | undefined;
    do {
      const page = await listThreads(db, { personId: asker.id, visible: everything, before });
      seen.push(...page.threads.map(({ questionId }) => Number(questionId)));
      before = page.next ? Number(decodeCursor(page.next, ["number"])?.[0]) : undefined;
    } while (before !== undefined);
    expect(seen).toEqual(expected);
  });

  test("can be narrowed to what is unread", async ({ db }) => {
    const { asker, question, tell } = await scene(db);
    const other = await createQuestion(db, { authorId: asker.id });
    await tell([asker]);
    await tell([asker], { questionId: other.id, answerId: undefined });
    await markRead(db, { personId: asker.id, threadKey: `question:${other.id}`, now: NOW });
    await tell([asker], { kind: "mentioned" });
    const [thread, ...others] = await inbox(db, asker.id, true);
    expect(others).toEqual([]);
    expect(thread).toMatchObject({ questionId: question.id, eventCount: 2, unreadCount: 2 });
    expect(await inbox(db, asker.id)).toHaveLength(2);
  });

  test("leaves out what its reader does not want there", async ({ db }) => {
    const { asker, tell } = await scene(db);
    const commented = { inInbox: false, mail: "at-once" as const };
    await changePreferences(db, {
      personId: asker.id,
      preferences: { commented, mentioned: { inInbox: false, mail: "off" } },
      now: NOW,
    });
    await tell([asker], { kind: "commented" });
    expect(await inbox(db, asker.id)).toEqual([]);
    expect(await bell(db, asker.id)).toBe(0);
    // What waits for a person cannot be left out.
    await tell([asker], { kind: "mentioned" });
    expect(await inbox(db, asker.id)).toHaveLength(1);
    expect(await bell(db, asker.id)).toBe(1);
  });

  test("is one's own", async ({ db }) => {
    const { asker, watcher, tell } = await scene(db);
    await tell([watcher]);
    expect(await inbox(db, asker.id)).toEqual([]);
  });
});

describe("marking as read", () => {
  test("touches one question of one person, or all of theirs, and keeps the first time", async ({
    db,
  }) => {
    const { asker, watcher, question, tell } = await scene(db);
    const other = await createQuestion(db, { authorId: asker.id });
    await tell([asker, watcher]);
    await tell([asker], { questionId: other.id, answerId: undefined });
    await markRead(db, { personId: asker.id, threadKey: `question:${question.id}`, now: NOW });
    const reads = async () => (await ledger(db)).map(({ readAt }) => readAt);
    expect(await reads()).toEqual([NOW, null, null]);
    const soon = later(NOW, MINUTE);
    await markRead(db, { personId: asker.id, now: soon });
    expect(await reads()).toEqual([NOW, null, soon]);
  });
});

describe("the number at the bell", () => {
  test("is what the inbox shows as unread, whoever may see what", async ({ db }) => {
    const area = await createArea(db);
    const [home, away] = [await createOrganisation(db), await createOrganisation(db)];
    const author = await createPerson(db, { organisationId: home.id });
    const reader = await createPerson(db);
    const question = await createQuestion(db, { authorId: author.id, productAreaId: area.id });
    const answer = await createAnswer(db, question.id, author.id);
    const comment = await createComment(db, question.id, author.id, answer.id);
    const posts = [
      {},
      { answerId: answer.id },
      { answerId: answer.id, commentId: comment.id },
    ] as const;
    const facts = fc.record({
      scope: fc.constantFrom(...SCOPES),
      state: fc.constantFrom(...QUESTION_STATES),
      isDeleted: fc.boolean(),
      isOwn: fc.boolean(),
      role: fc.constantFrom(...ROLES),
      organisation: fc.constantFrom(home, away, null),
      answerDeleted: fc.boolean(),
      commentDeleted: fc.boolean(),
      news: fc.array(
        fc.record({
          post: fc.constantFrom(...posts),
          isRead: fc.boolean(),
          inInbox: fc.boolean(),
        }),
        { maxLength: 6 },
      ),
      otherNews: fc.array(
        fc.record({
          topic: fc.constantFrom("application:1", "credential:1"),
          isRead: fc.boolean(),
          inInbox: fc.boolean(),
          staffOnly: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
    });
    const gone = (yes: boolean) => ({ deletedAt: yes ? NOW : null });
    await fc.assert(
      fc.asyncProperty(facts, async (given) => {
        await db.delete(notifications);
        await db.update(questions).set({
          scope: given.scope,
          state: given.state,
          organisationId: home.id,
          authorId: given.isOwn ? reader.id : author.id,
          ...gone(given.isDeleted),
        });
        await db.update(answers).set(gone(given.answerDeleted));
        await db.update(comments).set(gone(given.commentDeleted));
        const organisationId = given.organisation?.id ?? null;
        await db
          .update(people)
          .set({ role: given.role, organisationId })
          .where(eq(people.id, reader.id));
        for (const { post, isRead, inInbox } of given.news) {
          await db.insert(notifications).values({
            ...post,
            personId: reader.id,
            kind: "commented",
            questionId: question.id,
            inInbox,
            createdAt: NOW,
            readAt: isRead ? NOW : null,
          });
        }
        for (const { isRead, ...row } of given.otherNews) {
          await db.insert(notifications).values({
            ...row,
            personId: reader.id,
            kind: "application-returned",
            title: "認定サポーター",
            path: "/",
            createdAt: NOW,
            readAt: isRead ? NOW : null,
          });
        }
        const viewer = {
          id: reader.id,
          role: given.role,
          organisation: given.organisation,
          isSupporter: false,
        } as Viewer;
        const { threads } = await listThreads(db, {
          personId: reader.id,
          visible: visibleQuestions(viewer),
        });
        const shown = threads.reduce((sum, thread) => sum + thread.unreadCount, 0);
        expect(await bell(db, reader.id)).toBe(shown);
        const listed = threads.reduce((sum, { events }) => sum + events.length, 0);
        const some = threads.reduce((sum, { eventCount }) => sum + Math.min(eventCount, 4), 0);
        expect(listed).toBe(some);
      }),
      { numRuns: 150 },
    );
  });

  test("is read from an index", async ({ db }) => {
    await db.execute(sql`set local enable_seqscan = off`);
    const plan = await db.execute<{ "QUERY PLAN": string }>(sql`explain
      select ${unreadCount()} from ${people} where ${people.id} = 1`);
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("notifications_unread");
  });
});
