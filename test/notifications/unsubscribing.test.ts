import { DAY } from "#app/lib/time.ts";
import { mailDueNotifications } from "#app/notifications/mailing.server.ts";
import { changePreferences, findPreferences } from "#app/notifications/preferences.server.ts";
import {
  findUnsubscribePage,
  issueUnsubscribeLink,
  purgeUnsubscribeLinks,
  resubscribe,
  unsubscribe,
} from "#app/notifications/unsubscribing.server.ts";
import type { Db } from "#db/client.server.ts";
import { unsubscribeLinks } from "#db/schema/notifications.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { ledger, outbox, scene } from "./scene.ts";

const now = NOW;

async function choices(db: Db, personId: number) {
  const { preferences } = await findPreferences(db, { personId });
  return Object.fromEntries(Object.entries(preferences).map(([kind, { mail }]) => [kind, mail]));
}

describe("a link of a mail about one kind", () => {
  test("ends mails of that kind only, and can be taken back", async ({ db }) => {
    const { id } = await createPerson(db, { locale: "en" });
    const before = await choices(db, id);
    const secret = await issueUnsubscribeLink(db, { personId: id, target: "commented", now });
    const page = { target: "commented", locale: "en" };
    expect(await findUnsubscribePage(db, { secret })).toEqual({ ...page, state: "wanted" });
    expect(await choices(db, id)).toEqual(before);

    expect(await unsubscribe(db, { secret, now })).toEqual({ ...page, state: "ended" });
    expect(await choices(db, id)).toEqual({ ...before, commented: "off" });
    expect(await findUnsubscribePage(db, { secret })).toEqual({ ...page, state: "ended" });
    // A mail program may ask again, and a person press twice.
    expect(await unsubscribe(db, { secret, now })).toEqual({ ...page, state: "ended" });

    expect(await resubscribe(db, { secret, now })).toEqual({ ...page, state: "wanted" });
    expect(await choices(db, id)).toEqual(before);
    expect(await resubscribe(db, { secret, now })).toEqual({ ...page, state: "wanted" });
    expect(await findUnsubscribePage(db, { secret })).toEqual({ ...page, state: "wanted" });
  });

  test("gives back what was wanted before, not the default", async ({ db }) => {
    const { id } = await createPerson(db);
    const weekly = { inInbox: false, mail: "weekly" as const };
    await changePreferences(db, { personId: id, preferences: { commented: weekly }, now });
    const secret = await issueUnsubscribeLink(db, { personId: id, target: "commented", now });
    await unsubscribe(db, { secret, now });
    await resubscribe(db, { secret, now });
    const { preferences } = await findPreferences(db, { personId: id });
    expect(preferences.commented).toEqual(weekly);
  });

  test("does not undo what was decided since", async ({ db }) => {
    const { id } = await createPerson(db);
    const secret = await issueUnsubscribeLink(db, { personId: id, target: "commented", now });
    await unsubscribe(db, { secret, now });
    const daily = { inInbox: true, mail: "daily" as const };
    await changePreferences(db, { personId: id, preferences: { commented: daily }, now });
    await resubscribe(db, { secret, now });
    expect(await choices(db, id)).toMatchObject({ commented: "daily" });
  });

  test("says so when such mails were turned off elsewhere", async ({ db }) => {
    const { id } = await createPerson(db);
    const secret = await issueUnsubscribeLink(db, { personId: id, target: "commented", now });
    const off = { inInbox: true, mail: "off" as const };
    await changePreferences(db, { personId: id, preferences: { commented: off }, now });
    expect(await findUnsubscribePage(db, { secret })).toMatchObject({ state: "unwanted" });
    expect(await unsubscribe(db, { secret, now })).toMatchObject({ state: "unwanted" });
    expect(await resubscribe(db, { secret, now })).toMatchObject({ state: "unwanted" });
    expect(await choices(db, id)).toMatchObject({ commented: "off" });
  });

  test("belongs to one person", async ({ db }) => {
    const [one, other] = [await createPerson(db), await createPerson(db)];
    const before = await choices(db, other.id);
    const secret = await issueUnsubscribeLink(db, { personId: one.id, target: "mentioned", now });
    await unsubscribe(db, { secret, now });
    expect(await choices(db, one.id)).toMatchObject({ mentioned: "off" });
    expect(await choices(db, other.id)).toEqual(before);
  });
});

test("the link of a digest ends everything that comes with it, and gives all of it back", async ({
  db,
}) => {
  const { id } = await createPerson(db);
  const before = await choices(db, id);
  const secret = await issueUnsubscribeLink(db, { personId: id, target: "daily", now });
  await unsubscribe(db, { secret, now });
  const ended = await choices(db, id);
  for (const [kind, mail] of Object.entries(before)) {
    expect(ended[kind], kind).toBe(mail === "daily" ? "off" : mail);
  }
  await resubscribe(db, { secret, now });
  expect(await choices(db, id)).toEqual(before);
});

test("an unknown link does nothing", async ({ db }) => {
  for (const secret of ["", "x", "s".repeat(43)]) {
    expect(await findUnsubscribePage(db, { secret })).toBeUndefined();
    expect(await unsubscribe(db, { secret, now })).toBeUndefined();
    expect(await resubscribe(db, { secret, now })).toBeUndefined();
  }
});

test("only the hash of a link is kept, and for two years", async ({ db }) => {
  const { id } = await createPerson(db);
  const secret = await issueUnsubscribeLink(db, { personId: id, target: "weekly", now });
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(await db.select().from(unsubscribeLinks))).not.toContain(secret);
  await purgeUnsubscribeLinks(db, { now: new Date(NOW.getTime() + 729 * DAY) });
  expect(await db.$count(unsubscribeLinks)).toBe(1);
  await purgeUnsubscribeLinks(db, { now: new Date(NOW.getTime() + 731 * DAY) });
  expect(await db.$count(unsubscribeLinks)).toBe(0);
});

test("the link in a mail ends such mails, those that wait already included", async ({ db }) => {
  const { asker, tell } = await scene(db);
  await tell([asker]);
  await mailDueNotifications(db, { now });
  const [mail] = await outbox(db);
  const secret = String(mail?.params.unsubscribeUrl).split("/").at(-1) ?? "";
  await tell([asker], { onceKey: "second" });
  await unsubscribe(db, { secret, now });
  await tell([asker], { onceKey: "third" });
  expect(await mailDueNotifications(db, { now })).toEqual({ mails: 0, settled: 0 });
  expect((await ledger(db)).map(({ mailOutcome }) => mailOutcome)).toEqual([
    "mailed",
    "not-wanted",
    "not-wanted",
  ]);
});
