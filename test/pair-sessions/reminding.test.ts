import { eq } from "drizzle-orm";
import { DAY, HOUR, after as later, MINUTE } from "#app/lib/time.ts";
import { mailDueNotifications } from "#app/notifications/mailing.server.ts";
import { changePreferences } from "#app/notifications/preferences.server.ts";
import { cancelPairSession, movePairSession } from "#app/pair-sessions/changing.server.ts";
import { remindOfPairSessions } from "#app/pair-sessions/reminding.server.ts";
import { connect, type Db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { pairSessions } from "#db/schema/pair-sessions.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";
import { book, guestOf, HALF_PAST_TEN, hostOf, outbox, TEN } from "./scene.ts";

const HOUR_BEFORE = later(TEN, -HOUR);

const reminders = (db: Db) =>
  db.select().from(notifications).where(eq(notifications.kind, "pair-session-reminder"));

const run = (db: Db, now: Date) => remindOfPairSessions(db, { now });

async function booked(db: Db) {
  const [host, guest] = [await hostOf(db), await guestOf(db)];
  const sessionId = await book(db, guest, host);
  await mailDueNotifications(db, { now: NOW });
  return { host, guest, sessionId };
}

describe("the reminder", () => {
  test("comes to both an hour before, once", async ({ db }) => {
    const { host, guest, sessionId } = await booked(db);
    expect(await run(db, later(HOUR_BEFORE, -MINUTE))).toBe(0);
    expect(await run(db, HOUR_BEFORE)).toBe(1);
    expect(await run(db, later(HOUR_BEFORE, MINUTE))).toBe(0);
    const told = await reminders(db);
    expect(told.map(({ personId }) => personId).sort()).toEqual([host.id, guest.id].sort());
    expect(told[0]).toMatchObject({ actorId: null, path: `/pair-sessions/${sessionId}` });
    const before = (await outbox(db)).length;
    await mailDueNotifications(db, { now: later(HOUR_BEFORE, MINUTE) });
    expect((await outbox(db)).length - before).toBe(2);
  });

  test("does not come after the beginning, however late the worker is", async ({ db }) => {
    await booked(db);
    expect(await run(db, TEN)).toBe(0);
    expect(await run(db, later(TEN, DAY))).toBe(0);
    expect(await reminders(db)).toEqual([]);
  });

  test("does not come for what was called off", async ({ db }) => {
    const { guest, sessionId } = await booked(db);
    await cancelPairSession(db, { viewer: guest, sessionId, reason: "x", now: NOW });
    expect(await run(db, HOUR_BEFORE)).toBe(0);
  });

  test("is taken back by a change, and comes again for the new time", async ({ db }) => {
    const { host, guest, sessionId } = await booked(db);
    expect(await run(db, HOUR_BEFORE)).toBe(1);
    const move = (startsAt: Date, now: Date) =>
      movePairSession(db, { viewer: guest, sessionId, startsAt, now });
    expect(await move(later(TEN, 2 * DAY), later(TEN, -30 * MINUTE))).toEqual({ ok: true });
    await mailDueNotifications(db, { now: later(TEN, -29 * MINUTE) });
    const told = await reminders(db);
    expect(told.every(({ mailOutcome, readAt }) => mailOutcome === "obsolete" && readAt)).toBe(
      true,
    );
    const moved = later(TEN, 2 * DAY);
    expect(await run(db, later(moved, -HOUR))).toBe(1);
    // Away and back to the same time is another event.
    const friday = later(moved, 7 * DAY);
    expect(await move(friday, later(moved, -50 * MINUTE))).toEqual({ ok: true });
    await db
      .update(pairSessions)
      .set({ startsAt: later(friday, 15 * MINUTE) })
      .where(eq(pairSessions.id, sessionId));
    expect(await move(friday, later(moved, HOUR))).toEqual({ ok: true });
    expect(await run(db, later(friday, -HOUR))).toBe(1);
    const fresh = (await reminders(db)).filter(({ readAt }) => readAt === null);
    expect(fresh.map(({ personId }) => personId).sort()).toEqual([host.id, guest.id].sort());
  });

  test("that quiet hours hold back until it is over is not mailed", async ({ db }) => {
    const { guest } = await booked(db);
    const schedule = { digestHour: 8, digestWeekday: 1, quiet: { from: 8, until: 10 } };
    await changePreferences(db, { personId: guest.id, preferences: {}, schedule, now: NOW });
    await run(db, HOUR_BEFORE);
    await mailDueNotifications(db, { now: HOUR_BEFORE });
    await mailDueNotifications(db, { now: TEN });
    const [told] = (await reminders(db)).filter(({ personId }) => personId === guest.id);
    expect(told?.mailOutcome).toBe("obsolete");
  });

  test("comes once from many workers, also when one of them dies in the middle", {
    timeout: 60_000,
  }, async () => {
    const connection = await freshDatabase();
    const others = [connect(connection.url), connect(connection.url)];
    try {
      const { db } = connection;
      const [host, guest, other] = [await hostOf(db), await guestOf(db), await guestOf(db)];
      await book(db, guest, host);
      await book(db, other, host, { startsAt: HALF_PAST_TEN });
      const now = later(HALF_PAST_TEN, -HOUR);
      await expect(run(dyingInTransaction(db, 2), now)).rejects.toThrow("killed");
      expect(await reminders(db)).toHaveLength(2);
      const pools = [connection, ...others].map((one) => one.db);
      const counts = await Promise.all([...pools, ...pools].map((pool) => run(pool, now)));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
      expect(await reminders(db)).toHaveLength(4);
    } finally {
      await Promise.all([connection, ...others].map((one) => one.close()));
    }
  });
});

/** A database whose n-th transaction does its work and then dies before it can commit. */
function dyingInTransaction(db: Db, n: number): Db {
  let count = 0;
  return new Proxy(db, {
    get(target, property) {
      const value = Reflect.get(target, property);
      if (property !== "transaction")
        return typeof value === "function" ? value.bind(target) : value;
      return (work: Parameters<Db["transaction"]>[0]) =>
        target.transaction(async (tx) => {
          const result = await work(tx);
          count += 1;
          if (count === n) throw new Error("killed");
          return result;
        });
    },
  });
}
