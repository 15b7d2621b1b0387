import { eq } from "drizzle-orm";
import { DAY, HOUR, MINUTE } from "#app/lib/time.ts";
import type { MailParams } from "#app/mail/mails.ts";
import { markRead } from "#app/notifications/inbox.server.ts";
import { mailDueNotifications } from "#app/notifications/mailing.server.ts";
import { changePreferences, rescheduleMails } from "#app/notifications/preferences.server.ts";
import type { Db } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { answers, questions } from "#db/schema/questions.ts";
import type { MailChoice } from "#db/vocabulary.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createOrganisation, NOW } from "#test/support/factories.ts";
import { createQuestion, ledger, outbox, scene, suspend } from "./scene.ts";

const SCHEDULE = { digestHour: 8, digestWeekday: 1, quiet: undefined };
/** NOW is Monday noon in Tokyo. */
const TUESDAY_AT_8 = new Date("2026-06-01T23:00:00Z");
const NEXT_MONDAY_AT_8 = new Date("2026-06-07T23:00:00Z");

const later = (from: Date, milliseconds: number) => new Date(from.getTime() + milliseconds);

const run = (db: Db, now: Date) => mailDueNotifications(db, { now });

const want = (db: Db, personId: number, mail: MailChoice, now = NOW) =>
  changePreferences(db, {
    personId,
    preferences: { "question-answered": { inInbox: true, mail } },
    now,
  });

describe("mail at once", () => {
  test("goes with the next run, leads to the post and is noted", async ({ db }) => {
    const { asker, question, answer, tell } = await scene(db);
    await tell([asker]);
    expect(await run(db, NOW)).toEqual({ mails: 1, settled: 1 });
    const [mail, ...others] = await outbox(db);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      kind: "notification",
      personId: asker.id,
      toAddress: asker.email,
      locale: "ja",
      createdAt: NOW,
      params: {
        about: "question-answered",
        actor: "佐藤 次郎",
        title: "件名を変えるには？",
        excerpt: "設定画面から変えられます。",
        thread: `question:${question.id}`,
        url: `http://localhost:3000/questions/${question.id}#answer-${answer.id}`,
        settingsUrl: "http://localhost:3000/settings/notifications",
        unsubscribeUrl: expect.stringMatching(/^http:\/\/localhost:3000\/unsubscribe\/[\w-]{43}$/),
      },
    });
    expect(await ledger(db)).toMatchObject([
      { mailOutcome: "mailed", mailSettledAt: NOW, mailDueAt: null, mailId: mail?.id },
    ]);
    expect(await run(db, NOW)).toEqual({ mails: 0, settled: 0 });
    expect(await outbox(db)).toHaveLength(1);
  });

  test("waits for the end of quiet hours", async ({ db }) => {
    const { asker, tell } = await scene(db);
    const quiet = { ...SCHEDULE, quiet: { from: 11, until: 14 } };
    await changePreferences(db, { personId: asker.id, preferences: {}, schedule: quiet, now: NOW });
    await tell([asker]);
    expect(await run(db, later(NOW, 2 * HOUR - 1))).toEqual({ mails: 0, settled: 0 });
    expect(await run(db, later(NOW, 2 * HOUR))).toEqual({ mails: 1, settled: 1 });
  });

  test("quotes what the event itself says, and nothing where nothing is to be read", async ({
    db,
  }) => {
    const { asker, answerer, tell } = await scene(db);
    await tell([asker], {
      kind: "information-requested",
      detail: { message: "版を教えてください。" },
    });
    await tell([asker], { kind: "answer-accepted", actorId: answerer.id });
    await run(db, NOW);
    const excerpts = (await outbox(db)).map(({ params }) => params.excerpt);
    expect(excerpts).toEqual(["版を教えてください。", ""]);
  });
});

describe("no mail goes", () => {
  test("to people who lost access, though their row remains", async ({ db }) => {
    const { asker, watcher, question, tell } = await scene(db);
    await tell([asker, watcher]);
    await db.update(questions).set({ scope: "organisation" }).where(eq(questions.id, question.id));
    await run(db, NOW);
    expect((await ledger(db)).map(({ mailOutcome }) => mailOutcome)).toEqual([
      "mailed",
      "lost-access",
    ]);
    expect((await outbox(db)).map(({ personId }) => personId)).toEqual([asker.id]);
  });

  test("to somebody who moved to another company, about a post that was deleted or hidden", async ({
    db,
  }) => {
    const { organisation, asker, watcher, answer, question, tell } = await scene(db);
    const inside = await createQuestion(db, {
      authorId: asker.id,
      scope: "organisation",
      organisationId: organisation.id,
    });
    const elsewhere = await createOrganisation(db);
    await db
      .update(people)
      .set({ organisationId: organisation.id })
      .where(eq(people.id, watcher.id));
    await tell([watcher], { questionId: inside.id, answerId: undefined });
    await db.update(people).set({ organisationId: elsewhere.id }).where(eq(people.id, watcher.id));
    await tell([watcher]);
    await db.update(answers).set({ deletedAt: NOW }).where(eq(answers.id, answer.id));
    await tell([watcher], { kind: "question-closed", answerId: undefined });
    await want(db, watcher.id, "at-once");
    await db.update(questions).set({ state: "hidden" }).where(eq(questions.id, question.id));
    await run(db, later(NOW, DAY));
    expect((await ledger(db)).map(({ mailOutcome }) => mailOutcome)).toEqual([
      "lost-access",
      "lost-access",
      "lost-access",
    ]);
    expect(await outbox(db)).toEqual([]);
  });

  test("to the suspended, and about what was read meanwhile", async ({ db }) => {
    const { asker, answerer, watcher, question, tell } = await scene(db);
    await tell([asker, watcher]);
    await suspend(db, watcher.id, answerer.id);
    await markRead(db, { personId: asker.id, threadKey: `question:${question.id}`, now: NOW });
    await run(db, NOW);
    expect((await ledger(db)).map(({ mailOutcome }) => mailOutcome)).toEqual([
      "already-read",
      "suspended",
    ]);
    expect(await outbox(db)).toEqual([]);
  });

  test("to an address that is gone", async ({ db }) => {
    const { asker, tell } = await scene(db);
    await tell([asker]);
    await db
      .update(people)
      .set({ email: null, emailVerifiedAt: null })
      .where(eq(people.id, asker.id));
    await run(db, NOW);
    expect(await ledger(db)).toMatchObject([{ mailOutcome: "no-address" }]);
  });
});

describe("a digest", () => {
  test("comes at the reader's hour with everything until then, by question", async ({ db }) => {
    const { asker, answerer, question, answer, tell } = await scene(db);
    await want(db, asker.id, "daily");
    const other = await createQuestion(db, { authorId: asker.id, title: "もう一つの質問" });
    await tell([asker]);
    await tell([asker], { questionId: other.id, answerId: undefined });
    await tell([asker], { actorId: undefined, onceKey: "x", now: later(NOW, HOUR) });
    expect(await run(db, later(TUESDAY_AT_8, -1))).toEqual({ mails: 0, settled: 0 });
    expect(await run(db, TUESDAY_AT_8)).toEqual({ mails: 1, settled: 3 });
    const [mail] = await outbox(db);
    const rows = await ledger(db);
    expect(rows.map((row) => [row.mailOutcome, row.mailId])).toEqual(
      rows.map(() => ["digested", mail?.id]),
    );
    const base = "http://localhost:3000/questions";
    const event = { about: "question-answered", actor: answerer.name, detail: {} };
    expect(mail).toMatchObject({
      kind: "digest",
      params: {
        period: "daily",
        count: 3,
        moreThreads: 0,
        threads: [
          {
            title: question.title,
            url: `${base}/${question.id}`,
            events: [
              { ...event, url: `${base}/${question.id}#answer-${answer.id}` },
              { ...event, actor: "", url: `${base}/${question.id}#answer-${answer.id}` },
            ],
            more: 0,
          },
          { title: "もう一つの質問", url: `${base}/${other.id}` },
        ],
      },
    });
    expect(await run(db, later(TUESDAY_AT_8, DAY))).toEqual({ mails: 0, settled: 0 });
  });

  test("once a week comes on its weekday, beside the daily one", async ({ db }) => {
    const { asker, tell } = await scene(db);
    await want(db, asker.id, "weekly");
    await tell([asker]);
    await tell([asker], { kind: "taken" });
    await run(db, TUESDAY_AT_8);
    await run(db, NEXT_MONDAY_AT_8);
    const mails = await outbox(db);
    expect(mails.map(({ params, createdAt }) => [params.period, createdAt])).toEqual([
      ["daily", TUESDAY_AT_8],
      ["weekly", NEXT_MONDAY_AT_8],
    ]);
  });

  test("says how much it leaves out, and still settles all of it", async ({ db }) => {
    const { asker, tell } = await scene(db);
    await want(db, asker.id, "daily");
    for (let n = 0; n < 13; n++) {
      const { id } = await createQuestion(db, { authorId: asker.id, title: `質問${n}` });
      for (let m = 0; m < (n === 12 ? 7 : 1); m++) {
        await tell([asker], { questionId: id, answerId: undefined, onceKey: `${n}:${m}` });
      }
    }
    expect(await run(db, TUESDAY_AT_8)).toEqual({ mails: 1, settled: 19 });
    const [mail] = await outbox(db);
    const params = mail?.params as MailParams["digest"];
    expect(params).toMatchObject({ count: 19, moreThreads: 3 });
    expect(params.threads).toHaveLength(10);
    expect(params.threads[0]).toMatchObject({ title: "質問12", more: 3 });
    expect(params.threads[0]?.events).toHaveLength(4);
    expect((await ledger(db)).every(({ mailId }) => mailId === mail?.id)).toBe(true);
  });

  test("is not sent empty", async ({ db }) => {
    const { asker, question, tell } = await scene(db);
    await want(db, asker.id, "daily");
    await tell([asker]);
    await db.update(questions).set({ deletedAt: NOW }).where(eq(questions.id, question.id));
    expect(await run(db, TUESDAY_AT_8)).toEqual({ mails: 0, settled: 1 });
    expect(await outbox(db)).toEqual([]);
  });
});

describe("a change of mind", () => {
  test("holds for what still waits", async ({ db }) => {
    const { asker, tell } = await scene(db);
    await want(db, asker.id, "daily");
    await tell([asker]);
    await want(db, asker.id, "weekly");
    expect(await run(db, TUESDAY_AT_8)).toEqual({ mails: 0, settled: 0 });
    await want(db, asker.id, "off", TUESDAY_AT_8);
    expect(await ledger(db)).toMatchObject([
      { mailOutcome: "not-wanted", mailDueAt: null, mailSettledAt: TUESDAY_AT_8 },
    ]);
    expect(await run(db, NEXT_MONDAY_AT_8)).toEqual({ mails: 0, settled: 0 });
  });

  test("from a digest to at once brings the mail now", async ({ db }) => {
    const { asker, tell } = await scene(db);
    await want(db, asker.id, "weekly");
    await tell([asker]);
    await want(db, asker.id, "at-once", later(NOW, HOUR));
    expect(await run(db, later(NOW, HOUR))).toEqual({ mails: 1, settled: 1 });
  });

  test("of the time zone moves the digest; a stale plan is corrected when it is due", async ({
    db,
  }) => {
    const { asker, tell } = await scene(db);
    await want(db, asker.id, "daily");
    await tell([asker]);
    await db.update(people).set({ timeZone: "America/New_York" }).where(eq(people.id, asker.id));
    expect(await run(db, TUESDAY_AT_8)).toEqual({ mails: 1, settled: 1 });
    await tell([asker], { onceKey: "next", now: TUESDAY_AT_8 });
    await db.update(people).set({ timeZone: "Pacific/Honolulu" }).where(eq(people.id, asker.id));
    expect(await run(db, new Date("2026-06-02T12:00:00Z"))).toEqual({ mails: 0, settled: 0 });
    const eight = new Date("2026-06-02T18:00:00Z");
    expect(await ledger(db)).toMatchObject([{}, { mailDueAt: eight }]);
    await db.update(people).set({ timeZone: "Asia/Tokyo" }).where(eq(people.id, asker.id));
    await rescheduleMails(db, { personId: asker.id, now: NOW });
    expect(await ledger(db)).toMatchObject([{}, { mailDueAt: later(TUESDAY_AT_8, DAY) }]);
  });
});

test("a run that comes late sends one digest, not one for each day it missed", async ({ db }) => {
  const { asker, tell } = await scene(db);
  await want(db, asker.id, "daily");
  for (const day of [0, 1, 2]) {
    await tell([asker], { onceKey: `${day}`, now: later(NOW, day * DAY) });
  }
  expect(await run(db, later(TUESDAY_AT_8, 3 * DAY + MINUTE))).toEqual({ mails: 1, settled: 3 });
});
