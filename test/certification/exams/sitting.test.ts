import { eq } from "drizzle-orm";
import { handIn, saveAnswer } from "#app/certification/exams/answering.server.ts";
import { endDueAttempts } from "#app/certification/exams/attempt-ending.server.ts";
import {
  findOwnAttempt,
  findQuestion,
  listAreaResults,
  listProgress,
} from "#app/certification/exams/attempt-page.server.ts";
import { setItemRetired } from "#app/certification/exams/item-commands.server.ts";
import { findExamStanding } from "#app/certification/exams/standing.server.ts";
import { startAttempt } from "#app/certification/exams/starting.server.ts";
import type { Db } from "#db/client.server.ts";
import { applications } from "#db/schema/applications.ts";
import { examAttempts, exams } from "#db/schema/exams.ts";
import { createCertification, issueTestCredential } from "#test/support/certification.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import {
  addItem,
  createTestExam,
  DAY,
  later,
  MINUTE,
  questionAt,
  type Scene,
  scene,
  started,
} from "./scene.ts";

const start = (db: Db, { exam, applicant }: Scene, now = NOW) =>
  startAttempt(db, { personId: applicant.id, examId: exam.id, now });

/** Answers the first questions rightly and the others wrongly, and hands in. */
async function sit(db: Db, world: Scene, { right, now = NOW }: { right: number; now?: Date }) {
  const attemptId = await started(db, world, now);
  const personId = world.applicant.id;
  for (let position = 1; position <= world.exam.itemCount; position += 1) {
    const question = await questionAt(db, attemptId, position);
    const chosen = position <= right ? question.right : question.wrong.slice(0, 1);
    const saved = await saveAnswer(db, {
      personId,
      attemptId,
      position,
      answer: chosen,
      marked: false,
      revision: 0,
      now,
    });
    expect(saved).toEqual({ ok: true, revision: 1 });
  }
  await handIn(db, { personId, attemptId, now: later(MINUTE, now) });
  return attemptId;
}

describe("an attempt begins", () => {
  test("with so many items, from all areas alike, and a deadline", async ({ db }) => {
    const world = await scene(db);
    const attemptId = await started(db, world);
    const personId = world.applicant.id;
    const attempt = await findOwnAttempt(db, { personId, attemptId, now: NOW });
    expect(attempt).toMatchObject({
      number: 1,
      itemCount: 4,
      passPercent: 50,
      deadlineAt: later(30 * MINUTE),
      endedAt: null,
    });
    expect(await listProgress(db, { attemptId })).toEqual(
      [1, 2, 3, 4].map((position) => ({ position, answered: false, marked: false })),
    );
    const results = await listAreaResults(db, { attemptId });
    expect(results.map(({ of }) => of)).toEqual([2, 2]);
  });

  test("for those whose open application asks for the exam, and nobody else", async ({ db }) => {
    const world = await scene(db);
    const stranger = await createPerson(db);
    expect(await start(db, { ...world, applicant: stranger })).toMatchObject({
      reason: "no-ground",
    });
    for (const state of ["submitted", "approved", "declined", "withdrawn"] as const) {
      await db.update(applications).set({ state });
      expect(await start(db, world)).toMatchObject({ ok: false, reason: "no-ground" });
    }
    await db.update(applications).set({ state: "returned" });
    expect(await start(db, world)).toMatchObject({ ok: true });
    expect(
      await startAttempt(db, { personId: world.applicant.id, examId: 999_999, now: NOW }),
    ).toMatchObject({ reason: "not-found" });
  });

  test("for holders whose credential is due for renewal, until its grace is over", async ({
    db,
  }) => {
    const world = await scene(db);
    const holder = await createPerson(db);
    const of = await createCertification(db, { version: { renewalExamId: world.exam.id } });
    await issueTestCredential(db, {
      holder,
      of,
      issuedAt: later(-300 * DAY),
      expiresAt: later(60 * DAY),
      lapsesAt: later(90 * DAY),
    });
    const at = (now: Date) => start(db, { ...world, applicant: holder }, now);
    expect(await at(later(-1))).toMatchObject({ reason: "no-ground" });
    expect(await at(later(90 * DAY))).toMatchObject({ reason: "no-ground" });
    const begun = await at(later(90 * DAY - 1));
    expect(begun).toMatchObject({ ok: true, resumed: false });
  });

  test("again with the one under way", async ({ db }) => {
    const world = await scene(db);
    const attemptId = await started(db, world);
    expect(await start(db, world, later(29 * MINUTE))).toEqual({
      ok: true,
      attemptId,
      resumed: true,
    });
  });

  test("not during the cooling-off, and so often within twelve months", async ({ db }) => {
    const world = await scene(db);
    await sit(db, world, { right: 1 });
    expect(await start(db, world, later(7 * DAY))).toMatchObject({
      reason: "cooling-off",
      nextTryAt: later(7 * DAY + MINUTE),
    });
    await sit(db, world, { right: 1, now: later(8 * DAY) });
    await sit(db, world, { right: 1, now: later(16 * DAY) });
    expect(await start(db, world, later(40 * DAY))).toMatchObject({
      reason: "no-attempts-left",
      nextTryAt: new Date("2027-06-01T03:00:00Z"),
    });
    expect(await start(db, world, new Date("2027-06-01T03:00:00Z"))).toMatchObject({ ok: true });
  });

  test("not after a pass, and not in an exam that has ended", async ({ db }) => {
    const world = await scene(db);
    await sit(db, world, { right: 2 });
    expect(await start(db, world, later(100 * DAY))).toMatchObject({ reason: "already-passed" });
    await db.update(exams).set({ retiredAt: NOW }).where(eq(exams.id, world.exam.id));
    expect(await start(db, world, later(100 * DAY))).toMatchObject({ reason: "retired" });
  });

  test("not when the bank has too few items in its areas and language", async ({ db }) => {
    const world = await scene(db, { perArea: 3 });
    const [first] = world.areas;
    if (!first) throw new Error("no area");
    const narrow = await createTestExam(db, { areaIds: [first.id] });
    const of = await createCertification(db, { version: { renewalExamId: narrow.id } });
    await issueTestCredential(db, { holder: world.applicant, of, expiresAt: later(DAY) });
    expect(await start(db, { ...world, exam: narrow })).toMatchObject({ reason: "bank-too-small" });
    const english = { areaId: first.id, actorId: world.staff.id, locale: "en" as const };
    await addItem(db, english);
    expect(await start(db, { ...world, exam: narrow })).toMatchObject({ reason: "bank-too-small" });
    await addItem(db, { ...english, locale: "ja" });
    expect(await start(db, { ...world, exam: narrow })).toMatchObject({ ok: true });
  });
});

describe("an answer", () => {
  test("is kept, and shown again without what is right", async ({ db }) => {
    const world = await scene(db);
    const attemptId = await started(db, world);
    const personId = world.applicant.id;
    const before = await findQuestion(db, { attemptId, position: 2 });
    expect(before).toMatchObject({ answer: null, revision: 0, marked: false });
    expect(JSON.stringify(before)).not.toMatch(/correct|explanation/i);
    const chosen = before?.options[1]?.id ?? 0;
    const save = { personId, attemptId, position: 2, now: NOW };
    expect(await saveAnswer(db, { ...save, answer: [chosen], marked: true, revision: 0 })).toEqual({
      ok: true,
      revision: 1,
    });
    expect(await findQuestion(db, { attemptId, position: 2 })).toMatchObject({
      answer: [chosen],
      revision: 1,
      marked: true,
      options: before?.options,
    });
    expect((await listProgress(db, { attemptId }))[1]).toEqual({
      position: 2,
      answered: true,
      marked: true,
    });
    // Taken back: no answer.
    await saveAnswer(db, { ...save, answer: [], marked: false, revision: 1 });
    expect(await findQuestion(db, { attemptId, position: 2 })).toMatchObject({
      answer: null,
      marked: false,
    });
  });

  test("may come twice; another one from a second tab is not overwritten unseen", async ({
    db,
  }) => {
    const world = await scene(db);
    const attemptId = await started(db, world);
    const { right, wrong } = await questionAt(db, attemptId, 1);
    const save = (answer: number[], revision: number) =>
      saveAnswer(db, {
        personId: world.applicant.id,
        attemptId,
        position: 1,
        answer,
        marked: false,
        revision,
        now: NOW,
      });
    expect(await save(right, 0)).toEqual({ ok: true, revision: 1 });
    expect(await save(right, 0)).toEqual({ ok: true, revision: 1 });
    expect(await save(wrong.slice(0, 1), 0)).toEqual({
      ok: false,
      reason: "changed-meanwhile",
      current: { answer: right, revision: 1 },
    });
    expect(await save(wrong.slice(0, 1), 1)).toEqual({ ok: true, revision: 2 });
  });

  test("that is forged is refused and changes nothing", async ({ db }) => {
    const world = await scene(db);
    const attemptId = await started(db, world);
    const foreign = await questionAt(db, attemptId, 2);
    const own = await questionAt(db, attemptId, 1);
    const save = (over: Partial<Parameters<typeof saveAnswer>[1]>) =>
      saveAnswer(db, {
        personId: world.applicant.id,
        attemptId,
        position: 1,
        answer: own.right,
        marked: false,
        revision: 0,
        now: NOW,
        ...over,
      });
    expect(await save({ answer: foreign.right })).toMatchObject({ reason: "foreign-option" });
    expect(await save({ answer: own.optionIds })).toMatchObject({ reason: "too-many" });
    expect(await save({ answer: [...own.right, ...own.right] })).toMatchObject({
      reason: "repeated-option",
    });
    expect(await save({ position: 5 })).toMatchObject({ reason: "not-found" });
    expect(await save({ attemptId: attemptId + 1 })).toMatchObject({ reason: "not-found" });
    const stranger = await createPerson(db);
    expect(await save({ personId: stranger.id })).toMatchObject({ reason: "not-found" });
    expect((await listProgress(db, { attemptId })).some(({ answered }) => answered)).toBe(false);
    const now = NOW;
    expect(await findOwnAttempt(db, { personId: stranger.id, attemptId, now })).toBeUndefined();
    expect(await handIn(db, { personId: stranger.id, attemptId, now })).toMatchObject({
      reason: "not-found",
    });
  });
});

describe("the end", () => {
  test("comes once, with a score, a result by area and nothing of the questions", async ({
    db,
  }) => {
    const world = await scene(db);
    const personId = world.applicant.id;
    const attemptId = await sit(db, world, { right: 2 });
    const again = await handIn(db, { personId, attemptId, now: later(2 * MINUTE) });
    expect(again).toEqual({ ok: false, reason: "already-ended" });
    const attempt = await findOwnAttempt(db, { personId, attemptId, now: later(3 * MINUTE) });
    expect(attempt).toMatchObject({
      correctCount: 2,
      passed: true,
      ending: "handed-in",
      endedAt: later(MINUTE),
    });
    const results = await listAreaResults(db, { attemptId });
    expect(results.map(({ right }) => right).reduce((a, b) => a + b)).toBe(2);
    expect(await findQuestion(db, { attemptId, position: 1 })).toBeUndefined();
    const { right } = await questionAt(db, attemptId, 1);
    const save = { personId, attemptId, position: 1, answer: right, marked: false, revision: 1 };
    expect(await saveAnswer(db, { ...save, now: NOW })).toEqual({ ok: false, reason: "ended" });
  });

  test("comes with the deadline: too late to save or hand in, what was saved is graded", async ({
    db,
  }) => {
    const world = await scene(db);
    const personId = world.applicant.id;
    for (const act of ["save", "hand-in", "look", "job", "start"] as const) {
      const begin = later(["save", "hand-in", "look", "job", "start"].indexOf(act) * 400 * DAY);
      const attemptId = await started(db, world, begin);
      const { right } = await questionAt(db, attemptId, 1);
      const save = { personId, attemptId, position: 1, marked: false, revision: 0 };
      const inTime = later(30 * MINUTE - 1, begin);
      expect(await saveAnswer(db, { ...save, answer: right, now: inTime })).toMatchObject({
        ok: true,
      });
      expect(await endDueAttempts(db, { now: inTime })).toBe(0);
      const now = later(30 * MINUTE, begin);
      if (act === "save") {
        const late = await saveAnswer(db, { ...save, answer: [], revision: 1, now });
        expect(late).toEqual({ ok: false, reason: "ended" });
      }
      if (act === "hand-in") {
        expect(await handIn(db, { personId, attemptId, now })).toMatchObject({ reason: "time-up" });
      }
      if (act === "look") await findOwnAttempt(db, { personId, attemptId, now });
      if (act === "job") {
        expect(await endDueAttempts(db, { now: later(5 * MINUTE, now) })).toBe(1);
        expect(await endDueAttempts(db, { now: later(5 * MINUTE, now) })).toBe(0);
      }
      if (act === "start") expect(await start(db, world, now)).toMatchObject({ ok: false });
      const [row] = await db.select().from(examAttempts).where(eq(examAttempts.id, attemptId));
      expect(row).toMatchObject({
        ending: "time-up",
        endedAt: later(30 * MINUTE, begin),
        correctCount: 1,
        passed: false,
      });
    }
  });

  test("grades every kind by its own rule", async ({ db }) => {
    const world = await scene(db, { perArea: 0, itemCount: 3, passPercent: 100 });
    const [first] = world.areas;
    const at = { areaId: first?.id ?? 0, actorId: world.staff.id };
    const options = ["い", "ろ", "は"].map((text, n) => ({ text, isCorrect: n > 0 }));
    await addItem(db, { ...at, kind: "multiple", options });
    await addItem(db, { ...at, kind: "order", options });
    await addItem(db, at);
    const attemptId = await started(db, world);
    const personId = world.applicant.id;
    for (const position of [1, 2, 3]) {
      const { options, right } = await questionAt(db, attemptId, position);
      const isOrder = right.length === 0;
      const answer = isOrder ? options.map(({ id }) => id) : right;
      const save = { personId, attemptId, position, answer, marked: false, revision: 0, now: NOW };
      expect(await saveAnswer(db, save)).toMatchObject({ ok: true });
    }
    expect(await handIn(db, { personId, attemptId, now: NOW })).toMatchObject({
      ok: true,
      passed: true,
    });
  });

  test("is not touched by items that are retired meanwhile", async ({ db }) => {
    const world = await scene(db);
    const attemptId = await started(db, world);
    const { itemId, right } = await questionAt(db, attemptId, 1);
    await setItemRetired(db, { itemId, retired: true, actorId: world.staff.id, now: NOW });
    const personId = world.applicant.id;
    const save = { personId, attemptId, position: 1, marked: false, revision: 0, now: NOW };
    expect(await saveAnswer(db, { ...save, answer: right })).toMatchObject({ ok: true });
    await handIn(db, { personId, attemptId, now: NOW });
    const attempt = await findOwnAttempt(db, { personId, attemptId, now: NOW });
    expect(attempt?.correctCount).toBe(1);
  });
});

describe("where somebody stands", () => {
  test("is their best and last result, the pass, and the next try", async ({ db }) => {
    const world = await scene(db);
    const ask = (now: Date) =>
      findExamStanding(db, { personId: world.applicant.id, examId: world.exam.id, now });
    expect(await ask(NOW)).toMatchObject({ attempts: [], attemptsLeft: 3, passedAt: undefined });
    const first = await sit(db, world, { right: 1 });
    const second = await sit(db, world, { right: 0, now: later(8 * DAY) });
    expect(await ask(later(9 * DAY))).toMatchObject({
      best: { id: first },
      last: { id: second },
      attemptsLeft: 1,
      nextTryAt: later(15 * DAY + MINUTE),
    });
    const third = await sit(db, world, { right: 4, now: later(20 * DAY) });
    const passedAt = later(20 * DAY + MINUTE);
    expect(await ask(later(21 * DAY))).toMatchObject({
      best: { id: third },
      passedAt,
      attemptId: third,
      attemptsLeft: 3,
      nextTryAt: undefined,
    });
  });
});
