import { after, HOUR } from "#app/lib/time.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import { changePreferences } from "#app/notifications/preferences.server.ts";
import type { Db } from "#db/client.server.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { ledger, scene, suspend } from "./scene.ts";

const told = async (db: Db) => (await ledger(db)).map(({ personId }) => personId);

describe("notify", () => {
  test("tells each recipient once, and never the one who did it", async ({ db }) => {
    const { asker, answerer, watcher, tell } = await scene(db);
    await tell([asker, watcher, asker, answerer]);
    expect(await told(db)).toEqual([asker.id, watcher.id]);
  });

  test("leaves the suspended in peace", async ({ db }) => {
    const { asker, answerer, watcher, tell } = await scene(db);
    await suspend(db, watcher.id, answerer.id);
    await suspend(db, asker.id, answerer.id, NOW);
    await tell([asker, watcher]);
    expect(await told(db)).toEqual([asker.id]);
  });

  test("tells an event once, whoever was told of it before and however often", async ({ db }) => {
    const { asker, watcher, tell } = await scene(db);
    await tell([asker]);
    await tell([asker]);
    await tell([asker, watcher], { now: after(NOW, HOUR) });
    expect(await told(db)).toEqual([asker.id, watcher.id]);
  });

  test("tells different events apart: by kind, post, actor, or the key given", async ({ db }) => {
    const { asker, watcher, tell } = await scene(db);
    await tell([asker]);
    await tell([asker], { kind: "mentioned" });
    await tell([asker], { answerId: undefined });
    await tell([asker], { actorId: watcher.id });
    await tell([asker], { actorId: undefined });
    await tell([asker], { actorId: null });
    expect(await told(db)).toHaveLength(5);
    await tell([asker], { onceKey: "nudge:1" });
    await tell([asker], { onceKey: "nudge:1", kind: "nudge-acceptance" });
    await tell([asker], { onceKey: "nudge:2" });
    expect(await told(db)).toHaveLength(7);
  });

  test("does nothing for nobody", async ({ db }) => {
    const { answerer, event, tell } = await scene(db);
    await notify(db, { ...event, recipients: [] });
    await tell([answerer]);
    expect(await told(db)).toEqual([]);
  });

  test("follows what each reader wants", async ({ db }) => {
    const { asker, watcher, tell } = await scene(db);
    const commented = { kind: "commented" as const };
    await changePreferences(db, {
      personId: watcher.id,
      preferences: { commented: { inInbox: false, mail: "off" } },
      now: NOW,
    });
    await tell([asker, watcher], commented);
    expect(await ledger(db)).toMatchObject([
      { personId: asker.id, inInbox: true, mailOutcome: "waiting", mailDueAt: NOW },
      { personId: watcher.id, inInbox: false, mailOutcome: "not-wanted", mailDueAt: null },
    ]);
  });

  test("plans no mail for people without an address", async ({ db }) => {
    const { tell } = await scene(db);
    const imported = await createPerson(db, { email: null, emailVerifiedAt: null });
    await tell([imported]);
    expect(await ledger(db)).toMatchObject([{ mailOutcome: "no-address", mailSettledAt: NOW }]);
  });

  test("tells thousands in one go", async ({ db }) => {
    const { tell } = await scene(db);
    const people = [];
    for (let n = 0; n < 1_200; n++) people.push(await createPerson(db));
    await tell(people, { kind: "question-asked" });
    expect(await told(db)).toHaveLength(1_200);
  });

  test("the same event told by many at once is told once", async () => {
    const connection = await freshDatabase();
    try {
      const { asker, watcher, tell } = await scene(connection.db);
      await Promise.all(Array.from({ length: 8 }, () => tell([asker, watcher])));
      expect(await told(connection.db)).toHaveLength(2);
    } finally {
      await connection.close();
    }
  });
});
