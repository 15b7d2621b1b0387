import { sql } from "drizzle-orm";
import { DAY, HOUR, after as later } from "#app/lib/time.ts";
import { acceptAnswer } from "#app/questions/acceptance.server.ts";
import { reopenQuestion, requestInformation } from "#app/questions/resolution.server.ts";
import { listWaitingForAcceptance } from "#app/questions/routing/acceptance-nudges.server.ts";
import { listWaitingForInformation } from "#app/questions/routing/information-nudges.server.ts";
import { dueNudge } from "#app/questions/routing/nudges.ts";
import { sendNudges } from "#app/questions/routing/nudging.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { answer, ask, comment, NOW } from "#test/support/factories.ts";
import { cast } from "../cast.ts";

async function told(db: DbOrTx, personId: number): Promise<string[]> {
  const rows = await db.execute<{ kind: string }>(sql`
    select kind from notifications where person_id = ${personId}
      and kind in ('nudge-acceptance', 'nudge-information', 'presumed-solved', 'review-due')
    order by id`);
  return rows.map(({ kind }) => kind);
}

async function stateOf(db: DbOrTx, questionId: number): Promise<string | undefined> {
  const [row] = await db.execute<{ state: string }>(
    sql`select state from questions where id = ${questionId}`,
  );
  return row?.state;
}

test("a reminder is due after 3, 7 and 30 days, never two at once", () => {
  expect(dueNudge(3 * DAY - 1, 0)).toBeUndefined();
  expect(dueNudge(3 * DAY, 0)).toBe(1);
  expect(dueNudge(6 * DAY, 1)).toBeUndefined();
  expect(dueNudge(7 * DAY, 1)).toBe(2);
  expect(dueNudge(400 * DAY, 0)).toBe(3);
  expect(dueNudge(400 * DAY, 3)).toBeUndefined();
});

describe("answers but none accepted", () => {
  test("reminds three times, closes a week later, and one click reopens", async ({ db }) => {
    const { area, asker, helper } = await cast(db);
    const questionId = await ask(db, asker, { productAreaId: area.id });
    await answer(db, helper, questionId);
    for (let hour = 0; hour < 36 * 24; hour += 12) {
      await sendNudges(db, { now: later(NOW, hour * HOUR) });
    }
    expect(await told(db, asker.id)).toEqual(Array(3).fill("nudge-acceptance"));
    expect(await told(db, helper.id)).toEqual([]);
    expect(await stateOf(db, questionId)).toBe("answered");
    const closed = later(NOW, 37 * DAY);
    expect(await sendNudges(db, { now: closed })).toEqual({ sent: 0, closed: 1 });
    expect(await stateOf(db, questionId)).toBe("closed");
    expect((await told(db, asker.id)).at(-1)).toBe("presumed-solved");
    const [entry] = await db.execute(sql`
      select actor_id, detail->>'reason' as reason from question_history where kind = 'closed'`);
    expect(entry).toEqual({ actor_id: null, reason: "presumed-solved" });

    const reopened = { viewer: asker, questionId, now: later(closed, DAY) };
    expect(await reopenQuestion(db, reopened)).toEqual({ ok: true });
    expect(await stateOf(db, questionId)).toBe("answered");
    // It begins anew; nothing closes right behind the asker's back.
    expect(await sendNudges(db, { now: later(closed, 2 * DAY) })).toEqual({ sent: 0, closed: 0 });
    expect(await sendNudges(db, { now: later(closed, 4 * DAY) })).toEqual({ sent: 1, closed: 0 });
  });

  test("anything that is said begins the count anew; accepting ends it", async ({ db }) => {
    const { area, asker, helper } = await cast(db);
    const questionId = await ask(db, asker, { productAreaId: area.id });
    const answerId = await answer(db, helper, questionId);
    await sendNudges(db, { now: later(NOW, 3 * DAY) });
    await comment(db, asker, questionId, { body: "まだ直りません。", now: later(NOW, 4 * DAY) });
    expect((await sendNudges(db, { now: later(NOW, 6 * DAY) })).sent).toBe(0);
    expect((await sendNudges(db, { now: later(NOW, 7 * DAY) })).sent).toBe(1);
    await acceptAnswer(db, { viewer: asker, answerId, now: later(NOW, 8 * DAY) });
    expect(await sendNudges(db, { now: later(NOW, 90 * DAY) })).toEqual({ sent: 0, closed: 0 });
  });

  test("what was presumed solved becomes solved by accepting", async ({ db }) => {
    const { area, asker, helper } = await cast(db);
    const questionId = await ask(db, asker, { productAreaId: area.id });
    const answerId = await answer(db, helper, questionId);
    await sendNudges(db, { now: later(NOW, 60 * DAY) });
    await sendNudges(db, { now: later(NOW, 67 * DAY) });
    expect(await stateOf(db, questionId)).toBe("closed");
    await acceptAnswer(db, { viewer: asker, answerId, now: later(NOW, 68 * DAY) });
    expect(await stateOf(db, questionId)).toBe("solved");
  });

  test("nobody is reminded who cannot log in, and nothing is closed for them", async ({ db }) => {
    const { area, asker, helper, stranger, staff } = await cast(db);
    for (const viewer of [asker, stranger]) {
      await answer(db, helper, await ask(db, viewer, { productAreaId: area.id }));
    }
    await db.execute(sql`update people set email = null where id = ${asker.id}`);
    await db.execute(sql`insert into suspensions (person_id, reason, suspended_by, suspended_at)
      values (${stranger.id}, 'x', ${staff.id}, now())`);
    for (const days of [3, 40, 80]) {
      expect(await sendNudges(db, { now: later(NOW, days * DAY) })).toEqual({ sent: 0, closed: 0 });
    }
  });
});

test("missing information: three reminders, then silence", async ({ db }) => {
  const { area, asker, staff } = await cast(db);
  const questionId = await ask(db, asker, { productAreaId: area.id });
  await requestInformation(db, { viewer: staff, questionId, message: "版は？", now: NOW });
  for (let day = 0; day < 90; day += 1) await sendNudges(db, { now: later(NOW, day * DAY) });
  expect(await told(db, asker.id)).toEqual(Array(3).fill("nudge-information"));
  expect(await stateOf(db, questionId)).toBe("needs-info");
});

test("a run looks only at what it has something to do with", async ({ db }) => {
  const { area, asker, helper, staff } = await cast(db);
  const answered = await ask(db, asker, { productAreaId: area.id });
  await answer(db, helper, answered);
  const unclear = await ask(db, asker, { productAreaId: area.id });
  await requestInformation(db, { viewer: staff, questionId: unclear, message: "版は？", now: NOW });
  const looked: string[] = [];
  for (let day = 0; day <= 37; day += 1) {
    const now = later(NOW, day * DAY);
    const lists = [
      await listWaitingForAcceptance(db, now, 0),
      await listWaitingForInformation(db, now, 0),
    ];
    looked.push(...lists.flat().map(({ key }) => `${key === answered ? "a" : "i"}${day}`));
    await sendNudges(db, { now });
  }
  expect(looked).toEqual(["a3", "i3", "a7", "i7", "a30", "i30", "a37"]);
});

test("an answer past its review date: its author is told once for each date", async ({ db }) => {
  const { area, asker, helper, staff } = await cast(db);
  const questionId = await ask(db, asker, { productAreaId: area.id });
  const answerId = await answer(db, helper, questionId);
  await answer(db, staff, questionId);
  await acceptAnswer(db, { viewer: asker, answerId, now: NOW });
  const reviewOn = (day: string) =>
    db.execute(sql`update answers set review_on = ${day} where id = ${answerId}`);
  await reviewOn("2026-06-10");
  await sendNudges(db, { now: new Date("2026-06-10T14:59:00Z") });
  expect(await told(db, helper.id)).toEqual([]);
  await sendNudges(db, { now: new Date("2026-06-10T15:00:00Z") });
  await sendNudges(db, { now: new Date("2026-06-12T15:00:00Z") });
  expect(await told(db, helper.id)).toEqual(["review-due"]);
  await reviewOn("2026-06-20");
  await sendNudges(db, { now: new Date("2026-06-22T00:00:00Z") });
  expect(await told(db, helper.id)).toEqual(["review-due", "review-due"]);
});

test("several workers at once remind once and close once", async () => {
  const { db, close } = await freshDatabase(12);
  try {
    const { area, asker, helper } = await cast(db);
    const asked: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      asked.push(await ask(db, asker, { productAreaId: area.id }));
      await answer(db, helper, asked[n] as number);
    }
    const all = async (days: number) => {
      const now = later(NOW, days * DAY);
      const done = await Promise.all([1, 2, 3, 4].map(() => sendNudges(db, { now })));
      // One that all workers passed over, as another was at it, is found by the next run.
      done.push(await sendNudges(db, { now }));
      return done.reduce(
        (sum, { sent, closed }) => ({ sent: sum.sent + sent, closed: sum.closed + closed }),
        { sent: 0, closed: 0 },
      );
    };
    expect(await all(3)).toEqual({ sent: 8, closed: 0 });
    expect(await all(31)).toEqual({ sent: 8, closed: 0 });
    expect(await all(38)).toEqual({ sent: 0, closed: 8 });
    expect(await told(db, asker.id)).toHaveLength(24);
  } finally {
    await close();
  }
});
