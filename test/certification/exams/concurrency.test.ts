import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handIn, saveAnswer } from "#app/certification/exams/answering.server.ts";
import { endDueAttempts } from "#app/certification/exams/attempt-ending.server.ts";
import { reviseItem } from "#app/certification/exams/item-commands.server.ts";
import { startAttempt } from "#app/certification/exams/starting.server.ts";
import type { Connection } from "#db/client.server.ts";
import { examAttemptItems, examAttempts, examItems } from "#db/schema/exams.ts";
import { freshDatabase } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import {
  addItem,
  DAY,
  draft,
  later,
  MINUTE,
  questionAt,
  type Scene,
  scene,
  started,
} from "./scene.ts";

let connection: Connection;
let world: Scene;

beforeAll(async () => {
  connection = await freshDatabase();
  world = await scene(connection.db);
});
afterAll(() => connection?.close());

async function newcomer() {
  const applicant = await createPerson(connection.db);
  await world.apply(applicant);
  return { ...world, applicant };
}

const times = <T>(n: number, act: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, index) => act(index)));

describe("at the same moment", () => {
  test("many starts begin one attempt", async () => {
    const { db } = connection;
    const { applicant, exam } = await newcomer();
    const ask = { personId: applicant.id, examId: exam.id, now: NOW };
    const outcomes = await times(8, () => startAttempt(db, ask));
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.attemptId)).size).toBe(1);
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.resumed)).toHaveLength(1);
    const rows = await db
      .select()
      .from(examAttempts)
      .where(eq(examAttempts.personId, applicant.id));
    expect(rows).toHaveLength(1);
  });

  test("many starts after the deadline of the last attempt never exceed the number allowed", async () => {
    const { db } = connection;
    const { applicant, exam } = await newcomer();
    const ask = { personId: applicant.id, examId: exam.id };
    for (let round = 0; round < 5; round += 1) {
      await times(4, () => startAttempt(db, { ...ask, now: later(round * 10 * DAY) }));
    }
    const rows = await db
      .select()
      .from(examAttempts)
      .where(eq(examAttempts.personId, applicant.id));
    expect(rows.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
    expect(rows.filter(({ endedAt }) => endedAt === null)).toHaveLength(0);
  });

  test("an attempt is handed in once, whoever else ends it", async () => {
    const { db } = connection;
    const one = await newcomer();
    const attemptId = await started(db, one);
    const personId = one.applicant.id;
    const { right } = await questionAt(db, attemptId, 1);
    const save = { personId, attemptId, position: 1, answer: right, marked: false, revision: 0 };
    await saveAnswer(db, { ...save, now: NOW });
    const now = later(MINUTE);
    const outcomes = await times(6, () => handIn(db, { personId, attemptId, now }));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes.filter(({ ok }) => !ok)) {
      expect(outcome).toEqual({ ok: false, reason: "already-ended" });
    }
    const [row] = await db.select().from(examAttempts).where(eq(examAttempts.id, attemptId));
    expect(row).toMatchObject({ correctCount: 1, ending: "handed-in", endedAt: now });
  });

  test("at the deadline an answer is either in time and graded, or refused", async () => {
    const { db } = connection;
    for (let round = 0; round < 12; round += 1) {
      const one = await newcomer();
      const attemptId = await started(db, one);
      const personId = one.applicant.id;
      const { right } = await questionAt(db, attemptId, 1);
      const save = { personId, attemptId, position: 1, answer: right, marked: false, revision: 0 };
      const [saved] = await Promise.all([
        saveAnswer(db, { ...save, now: later(30 * MINUTE - 1) }),
        handIn(db, { personId, attemptId, now: later(30 * MINUTE + (round % 2) - 1) }),
        endDueAttempts(db, { now: later(30 * MINUTE) }),
      ]);
      const [item] = await db
        .select()
        .from(examAttemptItems)
        .where(eq(examAttemptItems.attemptId, attemptId))
        .orderBy(examAttemptItems.position);
      await endDueAttempts(db, { now: later(31 * MINUTE) });
      const [row] = await db.select().from(examAttempts).where(eq(examAttempts.id, attemptId));
      expect(row?.endedAt).not.toBeNull();
      expect(row?.correctCount).toBe(saved.ok ? 1 : 0);
      expect(item?.answer).toEqual(saved.ok ? right : null);
    }
  });

  test("two tabs save one question in turn: one wins, the other is told", async () => {
    const { db } = connection;
    const one = await newcomer();
    const attemptId = await started(db, one);
    const { wrong, right } = await questionAt(db, attemptId, 1);
    const outcomes = await times(2, (index) =>
      saveAnswer(db, {
        personId: one.applicant.id,
        attemptId,
        position: 1,
        answer: index === 0 ? right : wrong.slice(0, 1),
        marked: false,
        revision: 0,
        now: NOW,
      }),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: "changed-meanwhile" });
  });

  test("one item gets one next wording", async () => {
    const { db } = connection;
    const actorId = world.staff.id;
    const areaId = world.areas[0]?.id ?? 0;
    const itemId = await addItem(db, { areaId, actorId, code: "contested" });
    const outcomes = await times(5, (index) =>
      reviseItem(db, { itemId, draft: draft(areaId, { stem: `案${index}` }), actorId, now: NOW }),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((one) => !one.ok && one.reason === "stale")).toHaveLength(4);
    const rows = await db.select().from(examItems).where(eq(examItems.code, "contested"));
    expect(rows.map(({ revision }) => revision).sort()).toEqual([1, 2]);
  });
});
