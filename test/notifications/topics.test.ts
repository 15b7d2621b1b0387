import { eq } from "drizzle-orm";
import { after, HOUR } from "#app/lib/time.ts";
import { storedDetail } from "#app/notifications/detail.ts";
import { listThreads, markRead } from "#app/notifications/inbox.server.ts";
import { mailDueNotifications } from "#app/notifications/mailing.server.ts";
import { notify, type TopicNews } from "#app/notifications/notifications.server.ts";
import { changePreferences } from "#app/notifications/preferences.server.ts";
import { type Topic, threadKeyIn } from "#app/notifications/topics.ts";
import { unsubscribe } from "#app/notifications/unsubscribing.server.ts";
import type { Db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { people } from "#db/schema/people.ts";
import type { Role } from "#db/vocabulary.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { bell, everything, ledger, outbox, scene, suspend } from "./scene.ts";

const TUESDAY_AT_8 = new Date("2026-06-01T23:00:00Z");

const application: Topic = {
  thread: "application:5",
  title: (locale) => (locale === "ja" ? "認定サポーター" : "Certified supporter"),
  path: "/certifications/supporter/application",
};
const meeting: Topic = {
  thread: "pair-session:7",
  title: () => "集計の見方",
  path: "/pair-sessions/7",
};

type Told = { id: number }[];

/** An applicant and somebody of the vendor's staff; `submit` and `answer` tell one of the other. */
async function office(db: Db) {
  const applicant = await createPerson(db, { name: "山田 花子" });
  const reviewer = await createPerson(db, { name: "鈴木 一郎", role: "staff" });
  const about = { about: application, detail: {}, now: NOW };
  const ids = (told: Told) => told.map(({ id }) => id);
  return {
    applicant,
    reviewer,
    submit: (told: Told, onceKey = "1") =>
      notify(db, {
        ...about,
        kind: "application-submitted",
        actorId: applicant.id,
        recipients: ids(told),
        onceKey,
        staffOnly: true,
      }),
    answer: (told: Told, changes: Partial<TopicNews> = {}) =>
      notify(db, {
        ...about,
        kind: "application-approved",
        actorId: reviewer.id,
        recipients: ids(told),
        onceKey: "1",
        ...changes,
      } as TopicNews),
  };
}

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

describe("a mail about an application", () => {
  test("goes with the next run, leads to it and quotes what was said", async ({ db }) => {
    const { applicant, reviewer, answer } = await office(db);
    const message = "実技の記録を添えてください。";
    await answer([applicant], { kind: "application-returned", detail: { message } });
    expect(await mailDueNotifications(db, { now: NOW })).toEqual({ mails: 1, settled: 1 });
    const [mail, ...others] = await outbox(db);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      kind: "notification",
      personId: applicant.id,
      params: {
        about: "application-returned",
        actor: reviewer.name,
        title: "認定サポーター",
        excerpt: message,
        url: "http://localhost:3000/certifications/supporter/application",
        thread: "application:5",
      },
    });
    expect(await ledger(db)).toMatchObject([{ mailOutcome: "mailed", mailId: mail?.id }]);
    expect(await mailDueNotifications(db, { now: NOW })).toEqual({ mails: 0, settled: 0 });
  });

  test("ends by the link in it", async ({ db }) => {
    const { applicant, answer } = await office(db);
    await answer([applicant]);
    await mailDueNotifications(db, { now: NOW });
    const [mail] = await outbox(db);
    const secret = String(mail?.params.unsubscribeUrl).split("/").at(-1) ?? "";
    expect(await unsubscribe(db, { secret, now: NOW })).toMatchObject({
      target: "application-approved",
      state: "ended",
    });
    await answer([applicant], { onceKey: "2" });
    await answer([applicant], { kind: "application-returned" });
    await mailDueNotifications(db, { now: NOW });
    expect((await ledger(db)).map(({ mailOutcome }) => mailOutcome)).toEqual([
      "mailed",
      "not-wanted",
      "mailed",
    ]);
  });

  test("is not sent about what was read meanwhile", async ({ db }) => {
    const { applicant, answer } = await office(db);
    await answer([applicant]);
    await markRead(db, { personId: applicant.id, threadKey: "application:5", now: NOW });
    await mailDueNotifications(db, { now: NOW });
    expect(await ledger(db)).toMatchObject([{ mailOutcome: "already-read" }]);
  });
});

describe("days and hours", () => {
  const booked = (db: Db, told: Told, actorId: number, when = NOW) =>
    notify(db, {
      kind: "pair-session-booked",
      about: meeting,
      actorId,
      detail: { when },
      recipients: told.map(({ id }) => id),
      onceKey: when.toISOString(),
      now: NOW,
    });

  test("are told in the language and zone of each reader", async ({ db }) => {
    const { applicant, reviewer } = await office(db);
    const abroad = await createPerson(db, { locale: "en", timeZone: "Europe/Berlin" });
    await booked(db, [applicant, abroad], reviewer.id);
    await mailDueNotifications(db, { now: NOW });
    const said = (await outbox(db)).map(({ params }) => params.detail);
    expect(said).toEqual([
      { when: "2026年6月1日(月) 12:00 JST" },
      { when: "Mon, June 1, 2026 at 5:00 AM GMT+2" },
    ]);
    const [row] = await ledger(db);
    expect(row?.detail).toEqual({ when: NOW.toISOString() });
  });

  test("follow a reader who moves before the digest comes", async ({ db }) => {
    const { applicant, reviewer } = await office(db);
    await changePreferences(db, {
      personId: applicant.id,
      preferences: { "pair-session-booked": { inInbox: true, mail: "daily" } },
      now: NOW,
    });
    await booked(db, [applicant], reviewer.id);
    const away = { timeZone: "Asia/Kathmandu", locale: "en" as const };
    await db.update(people).set(away).where(eq(people.id, applicant.id));
    await mailDueNotifications(db, { now: after(TUESDAY_AT_8, 24 * HOUR) });
    const detail = { when: "Mon, June 1, 2026 at 8:45 AM GMT+5:45" };
    expect(await outbox(db)).toMatchObject([{ params: { threads: [{ events: [{ detail }] }] } }]);
  });
});

test("a digest has each thing once, named and led to as it was last", async ({ db }) => {
  const { asker, question, tell } = await scene(db);
  const { answer } = await office(db);
  await changePreferences(db, {
    personId: asker.id,
    preferences: {
      "question-answered": { inInbox: true, mail: "daily" },
      "application-returned": { inInbox: true, mail: "daily" },
    },
    now: NOW,
  });
  const returned = { kind: "application-returned" } as const;
  await answer([asker], returned);
  await tell([asker]);
  const renamed = { ...application, title: () => "新しい名前", path: "/elsewhere" } as const;
  await answer([asker], { ...returned, about: renamed, onceKey: "2" });
  expect(await mailDueNotifications(db, { now: TUESDAY_AT_8 })).toEqual({ mails: 1, settled: 3 });
  const [mail] = await outbox(db);
  expect(mail?.params).toMatchObject({
    count: 3,
    moreThreads: 0,
    threads: [
      {
        title: "新しい名前",
        url: "http://localhost:3000/elsewhere",
        events: [
          { about: "application-returned", url: `http://localhost:3000${application.path}` },
          { about: "application-returned", url: "http://localhost:3000/elsewhere" },
        ],
      },
      { title: question.title, url: `http://localhost:3000/questions/${question.id}` },
    ],
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
