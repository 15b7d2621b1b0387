import { eq } from "drizzle-orm";
import { after, HOUR } from "#app/lib/time.ts";
import { storedDetail } from "#app/notifications/detail.ts";
import { listThreads, markRead } from "#app/notifications/inbox.server.ts";
import { mailDueNotifications } from "#app/notifications/mailing.server.ts";
import { changePreferences } from "#app/notifications/preferences.server.ts";
import { threadKeyIn } from "#app/notifications/topics.ts";
import type { Db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { people } from "#db/schema/people.ts";
import type { Role } from "#db/vocabulary.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { application, office } from "./office.ts";
import { bell, everything, ledger, outbox, scene, suspend } from "./scene.ts";

const inbox = async (db: Db, personId: number, unreadOnly = false) =>
  (await listThreads(db, { personId, visible: everything, unreadOnly })).threads;

const makeRole = (db: Db, personId: number, role: Role) =>
  db.update(people).set({ role }).where(eq(people.id, personId));

describe("what happened to an application", () => {
  test("has a card of its own beside the questions', named in the reader's language", async ({
    db,
  }) => {
    const { asker, question, tell } = await scene(db);
    const { answer, reviewer } = await office(db);
    const english = await createPerson(db, { locale: "en" });
    await answer([asker, english], { kind: "application-in-review" });
    await tell([asker]);
    await answer([asker, english]);
    expect(await inbox(db, asker.id)).toMatchObject([
      {
        threadKey: "application:5",
        questionId: null,
        title: "認定サポーター",
        path: application.path,
        locale: null,
        eventCount: 2,
        unreadCount: 2,
        events: [
          { kind: "application-approved", actorName: reviewer.name, path: application.path },
          { kind: "application-in-review" },
        ],
      },
      { threadKey: `question:${question.id}`, title: question.title, path: null },
    ]);
    expect(await inbox(db, english.id)).toMatchObject([{ title: "Certified supporter" }]);
    expect(await bell(db, asker.id)).toBe(3);
  });

  test("is read thread by thread", async ({ db }) => {
    const { asker, question, tell } = await scene(db);
    const { answer } = await office(db);
    await tell([asker]);
    await answer([asker]);
    await answer([asker], { about: { ...application, thread: "application:55" } });
    await markRead(db, { personId: asker.id, threadKey: "application:5", now: NOW });
    const unread = await inbox(db, asker.id, true);
    expect(unread.map(({ threadKey }) => threadKey)).toEqual([
      "application:55",
      `question:${question.id}`,
    ]);
    expect(await bell(db, asker.id)).toBe(2);
    expect((await ledger(db)).map(({ readAt }) => readAt)).toEqual([null, NOW, null]);
  });

  test("is told once, but again when it happens again", async ({ db }) => {
    const { applicant, answer } = await office(db);
    const count = async () => (await ledger(db)).length;
    await answer([applicant]);
    await answer([applicant, applicant], { now: after(NOW, HOUR) });
    expect(await count()).toBe(1);
    await answer([applicant], { onceKey: "2" });
    await answer([applicant], { kind: "application-returned" });
    await answer([applicant], { about: { ...application, thread: "application:6" } });
    expect(await count()).toBe(4);
  });

  test("is never told to the one who did it, nor to the suspended", async ({ db }) => {
    const { applicant, reviewer, answer } = await office(db);
    const suspended = await createPerson(db);
    await suspend(db, suspended.id, reviewer.id);
    await answer([applicant, reviewer, suspended]);
    expect(await ledger(db)).toMatchObject([{ personId: applicant.id }]);
  });

  test("stays in the inbox, unless it is only said in passing", async ({ db }) => {
    const { applicant, answer } = await office(db);
    const unwanted = { inInbox: false, mail: "off" as const };
    await changePreferences(db, {
      personId: applicant.id,
      preferences: { "application-in-review": unwanted, "application-approved": unwanted },
      now: NOW,
    });
    await answer([applicant], { kind: "application-in-review" });
    expect(await inbox(db, applicant.id)).toEqual([]);
    await answer([applicant]);
    expect(await inbox(db, applicant.id)).toMatchObject([{ eventCount: 1, unreadCount: 1 }]);
    expect((await ledger(db)).map(({ mailOutcome }) => mailOutcome)).toEqual([
      "not-wanted",
      "not-wanted",
    ]);
  });
});

describe("what is told to people as staff", () => {
  test("is gone from inbox and bell when they leave that office, and back with it", async ({
    db,
  }) => {
    const { reviewer, submit, answer } = await office(db);
    const colleague = await createPerson(db, { role: "admin" });
    await submit([reviewer, colleague]);
    // Told to the same person for their own sake: that stays.
    await answer([colleague]);
    const shown = async () => [
      await bell(db, reviewer.id),
      (await inbox(db, reviewer.id)).length,
      await bell(db, colleague.id),
      (await inbox(db, colleague.id))[0]?.eventCount,
      (await inbox(db, colleague.id))[0]?.events.length,
    ];
    expect(await shown()).toEqual([1, 1, 2, 2, 2]);
    await makeRole(db, reviewer.id, "member");
    await makeRole(db, colleague.id, "member");
    expect(await shown()).toEqual([0, 0, 1, 1, 1]);
    await makeRole(db, reviewer.id, "admin");
    expect(await shown()).toEqual([1, 1, 1, 1, 1]);
  });

  test("is not mailed to somebody who left it", async ({ db }) => {
    const { reviewer, submit } = await office(db);
    const colleague = await createPerson(db, { role: "staff" });
    await submit([reviewer, colleague]);
    await makeRole(db, colleague.id, "member");
    expect(await mailDueNotifications(db, { now: NOW })).toEqual({ mails: 1, settled: 2 });
    expect((await ledger(db)).map(({ mailOutcome }) => mailOutcome)).toEqual([
      "mailed",
      "lost-access",
    ]);
    expect(await outbox(db)).toMatchObject([{ personId: reviewer.id }]);
  });
});

describe("a row", () => {
  const topic = { topic: "application:5", title: "認定サポーター", path: "/x" };
  const wrong: [string, Partial<typeof notifications.$inferInsert>][] = [
    ["about nothing", {}],
    ["without a name", { ...topic, title: null }],
    ["without a way", { ...topic, path: null }],
    ["that leads out of the portal", { ...topic, path: "//evil.example/" }],
    ["that poses as a question's", { ...topic, topic: "question:1" }],
    ["without a number", { ...topic, topic: "application" }],
    ["about an answer to no question", { ...topic, answerId: 1 }],
  ];
  test.for(wrong)("%s is refused", async ([, values], { db }) => {
    const { applicant } = await office(db);
    const row = { personId: applicant.id, kind: "application-approved", createdAt: NOW } as const;
    const writing = db.transaction((tx) => tx.insert(notifications).values({ ...row, ...values }));
    await expect(writing).rejects.toThrow();
  });
});

test("a thread's key is told from other text", () => {
  for (const key of ["question:12", "pair-session:7"]) expect(threadKeyIn(key)).toBe(key);
  for (const text of [
    undefined,
    "",
    "12",
    "question:",
    "question:x",
    "question:0",
    "a:1 ",
    "A:1",
  ]) {
    expect(threadKeyIn(text)).toBeUndefined();
  }
});

test("values that are not there are not kept", () => {
  expect(storedDetail({ message: undefined, days: 7, when: NOW })).toEqual({
    days: 7,
    when: NOW.toISOString(),
  });
});
