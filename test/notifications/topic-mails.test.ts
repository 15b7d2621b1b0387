import { eq } from "drizzle-orm";
import { after, HOUR } from "#app/lib/time.ts";
import { markRead } from "#app/notifications/inbox.server.ts";
import { mailDueNotifications } from "#app/notifications/mailing.server.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import { changePreferences } from "#app/notifications/preferences.server.ts";
import type { Topic } from "#app/notifications/topics.ts";
import { unsubscribe } from "#app/notifications/unsubscribing.server.ts";
import type { Db } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { application, office, type Told } from "./office.ts";
import { ledger, outbox, scene } from "./scene.ts";

const TUESDAY_AT_8 = new Date("2026-06-01T23:00:00Z");

const meeting: Topic = {
  thread: "pair-session:7",
  title: () => "集計の見方",
  path: "/pair-sessions/7",
};

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
