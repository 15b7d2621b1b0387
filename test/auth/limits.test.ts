import { sql } from "drizzle-orm";
import {
  countTries,
  countTry,
  forgetTries,
  purgeExpiredLimits,
  takeTryBack,
} from "#app/auth/limits.server.ts";
import { rateLimits } from "#db/schema/portal.ts";
import { expect, freshDatabase, test } from "#test/support/database.ts";

test("so many tries are allowed, the next is told how long to wait", async ({ db }) => {
  for (let n = 0; n < 5; n += 1)
    expect(await countTry(db, "second-factor", 1)).toEqual({ ok: true });
  const refused = await countTry(db, "second-factor", 1);
  expect(refused).toMatchObject({ ok: false, reason: "too-many" });
  if (refused.ok) throw new Error("allowed");
  expect(refused.seconds).toBeGreaterThan(590);
  expect(refused.seconds).toBeLessThanOrEqual(600);
});

test("other keys and other limits count for themselves", async ({ db }) => {
  for (let n = 0; n < 6; n += 1) await countTry(db, "second-factor", 1);
  expect(await countTry(db, "second-factor", 2)).toEqual({ ok: true });
  expect(await countTry(db, "own-password", 1)).toEqual({ ok: true });
});

test("the first limit that is reached answers for several", async ({ db }) => {
  for (let n = 0; n < 6; n += 1) await countTry(db, "mail-request", "a");
  expect(
    await countTries(db, [
      ["mail-request-address", "192.0.2.1"],
      ["mail-request", "a"],
    ]),
  ).toMatchObject({ ok: false, reason: "too-many" });
});

test("a count starts afresh when its time is over, and when it is forgotten", async ({ db }) => {
  for (let n = 0; n < 6; n += 1) await countTry(db, "second-factor", 1);
  await db.update(rateLimits).set({ expire: sql`now() - interval '1 second'` });
  expect(await countTry(db, "second-factor", 1)).toEqual({ ok: true });
  for (let n = 0; n < 6; n += 1) await countTry(db, "second-factor", 1);
  await forgetTries(db, "second-factor", 1);
  expect(await countTry(db, "second-factor", 1)).toEqual({ ok: true });
});

test("a try can be taken back", async ({ db }) => {
  for (let n = 0; n < 20; n += 1) {
    expect(await countTry(db, "second-factor", 1)).toEqual({ ok: true });
    await takeTryBack(db, "second-factor", 1);
  }
});

test("counters whose time is over are purged", async ({ db }) => {
  await countTry(db, "second-factor", 1);
  await purgeExpiredLimits(db, { now: new Date() });
  expect(await db.select().from(rateLimits)).toHaveLength(1);
  await purgeExpiredLimits(db, { now: new Date(Date.now() + 601_000) });
  expect(await db.select().from(rateLimits)).toHaveLength(0);
});

test("tries at the same moment all count", async () => {
  const connection = await freshDatabase();
  try {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => countTry(connection.db, "second-factor", 1)),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(5);
  } finally {
    await connection.close();
  }
});
