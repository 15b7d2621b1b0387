import { eq, sql } from "drizzle-orm";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import { DAY, HOUR, after as later, MINUTE } from "#app/lib/time.ts";
import { requestInformation } from "#app/questions/resolution.server.ts";
import { advanceRoutings } from "#app/questions/routing/advance.server.ts";
import { listForMe } from "#app/questions/routing/for-me.server.ts";
import { stageOf, timeLeft } from "#app/questions/routing/progress.ts";
import { findProgress } from "#app/questions/routing/progress-reading.server.ts";
import { listStaffQueue } from "#app/questions/routing/staff-queue.server.ts";
import { takeQuestion } from "#app/questions/routing/taking.server.ts";
import type { Db } from "#db/client.server.ts";
import { questions } from "#db/schema/questions.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { answer, ask } from "#test/support/factories.ts";
import { cast } from "../cast.ts";
import { createHelper, MONDAY_TEN } from "./scene.ts";

const tokyo = (text: string) => new Date(`${text}:00+09:00`);

async function progressOf(db: Db, viewer: MaybeViewer, questionId: number) {
  const [question] = await db.select().from(questions).where(eq(questions.id, questionId));
  if (!question) throw new Error("no question");
  return findProgress(db, { viewer, question });
}

test("who asked, who helps and staff see how far a question is; others do not", async ({ db }) => {
  const { area, asker, staff, stranger, colleague } = await cast(db);
  const helper = await createHelper(db, { areaIds: [area.id] });
  const other = await createHelper(db, { areaIds: [] });
  const questionId = await ask(db, asker, { productAreaId: area.id, now: MONDAY_TEN });
  for (const viewer of [undefined, stranger, colleague]) {
    expect(await progressOf(db, viewer, questionId)).toBeUndefined();
  }
  const common = { step: "first", askedCount: 1, taker: null, nextAt: tokyo("2026-06-01T18:00") };
  expect(await progressOf(db, asker, questionId)).toMatchObject({
    ...common,
    isOwn: true,
    canTake: false,
    isOffered: false,
  });
  expect(await progressOf(db, helper, questionId)).toMatchObject({
    ...common,
    isOffered: true,
    canTake: true,
  });
  expect(await progressOf(db, other, questionId)).toMatchObject({
    isOffered: false,
    canTake: true,
  });
  expect(await progressOf(db, staff, questionId)).toMatchObject({ canTake: true });
  await takeQuestion(db, { viewer: helper, questionId, now: later(MONDAY_TEN, MINUTE) });
  expect(await progressOf(db, asker, questionId)).toMatchObject({ taker: { name: helper.name } });
  expect(await progressOf(db, helper, questionId)).toMatchObject({ isTaker: true, canTake: false });
  expect(await progressOf(db, other, questionId)).toMatchObject({ isTaker: false, canTake: false });
  await answer(db, helper, questionId, { now: later(MONDAY_TEN, HOUR) });
  expect(await progressOf(db, helper, questionId)).toMatchObject({
    isTaker: false,
    canTake: false,
    nextAt: null,
  });
});

test.for([
  [{ state: "open", taker: null, step: "first" }, "received"],
  [{ state: "open", taker: null, step: "everyone" }, "received"],
  [{ state: "open", taker: null, step: null }, "received"],
  [{ state: "open", taker: null, step: "staff" }, "taken"],
  [{ state: "open", taker: { name: "a", handle: "a" }, step: "first" }, "taken"],
  [{ state: "needs-info", taker: { name: "a", handle: "a" }, step: "first" }, "needs-info"],
  [{ state: "answered", taker: null, step: "ended" }, "taken"],
  [{ state: "solved", taker: null, step: "ended" }, "solved"],
] as const)("%o is shown as %s", ([facts, stage]) => {
  expect(stageOf(facts)).toBe(stage);
});

test("time left is put in words that fit it", () => {
  const now = MONDAY_TEN;
  expect(timeLeft(later(now, -DAY), now)).toEqual({ unit: "soon" });
  expect(timeLeft(later(now, 59_999), now)).toEqual({ unit: "soon" });
  expect(timeLeft(later(now, 59 * MINUTE), now)).toEqual({ unit: "minutes", count: 59 });
  expect(timeLeft(later(now, 3 * HOUR + 59 * MINUTE), now)).toEqual({ unit: "hours", count: 3 });
  expect(timeLeft(later(now, 12 * HOUR), now)).toEqual({ unit: "until" });
});

describe("for me", () => {
  test("holds what is offered or taken, the most urgent first, and nothing invisible", async ({
    db,
  }) => {
    const { area, asker, staff, home } = await cast(db);
    const helper = await createHelper(db, { areaIds: [area.id], cap: 5 });
    const at = (minutes: number) => ({
      productAreaId: area.id,
      now: later(MONDAY_TEN, minutes * MINUTE),
    });
    const late = await ask(db, asker, at(30));
    const early = await ask(db, asker, at(0));
    const waiting = await ask(db, asker, at(10));
    const hidden = await ask(db, asker, at(20));
    await requestInformation(db, {
      viewer: staff,
      questionId: waiting,
      message: "版は？",
      now: later(MONDAY_TEN, HOUR),
    });
    await db
      .update(questions)
      .set({ scope: "organisation", organisationId: home.id })
      .where(eq(questions.id, hidden));
    await takeQuestion(db, { viewer: helper, questionId: late, now: later(MONDAY_TEN, HOUR) });
    const rows = await listForMe(db, { viewer: helper });
    expect(rows.map(({ id, offer }) => [id, offer])).toEqual([
      [early, "offered"],
      [late, "taken"],
      [waiting, "offered"],
    ]);
  });
});

test("the CS queue shows what nobody took, the longest waiting first, page by page", async ({
  db,
}) => {
  const { area, asker, staff } = await cast(db);
  const asked: number[] = [];
  for (let n = 0; n < 52; n += 1) {
    asked.push(
      await ask(db, asker, { productAreaId: area.id, now: later(MONDAY_TEN, n * MINUTE) }),
    );
  }
  const gone = asked[0] as number;
  await db.update(questions).set({ deletedAt: MONDAY_TEN }).where(eq(questions.id, gone));
  await takeQuestion(db, { viewer: staff, questionId: asked[1] as number, now: MONDAY_TEN });
  const first = await listStaffQueue(db, {});
  expect(first.rows.map(({ id }) => id)).toEqual(asked.slice(1, 51));
  expect(first.rows[0]).toMatchObject({ takerId: staff.id, taker: staff.name });
  expect(first.rows[1]).toMatchObject({ takerId: null });
  const second = await listStaffQueue(db, { cursor: first.next });
  expect(second.rows.map(({ id }) => id)).toEqual(asked.slice(51));
  expect(second.next).toBeUndefined();
});

test("a question of staff's own queue comes back to it when a take runs out", async ({ db }) => {
  const { area, asker, staff } = await cast(db);
  const questionId = await ask(db, asker, { productAreaId: area.id, now: MONDAY_TEN });
  await takeQuestion(db, { viewer: staff, questionId, now: MONDAY_TEN });
  await advanceRoutings(db, { now: tokyo("2026-06-01T17:59") });
  expect((await listStaffQueue(db, {})).rows[0]?.takerId).toBe(staff.id);
  await advanceRoutings(db, { now: tokyo("2026-06-01T18:00") });
  expect((await listStaffQueue(db, {})).rows[0]?.takerId).toBeNull();
  const [told] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from notifications where kind = 'take-lapsed'`,
  );
  expect(told?.n).toBe(1);
});
