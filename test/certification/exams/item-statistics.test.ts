import { sql } from "drizzle-orm";
import fc from "fast-check";
import { listItems } from "#app/certification/exams/item-list.server.ts";
import {
  findAnswerFigures,
  listItemFigures,
} from "#app/certification/exams/item-statistics.server.ts";
import { flagsOf } from "#app/certification/exams/item-statistics.ts";
import type { Db } from "#db/client.server.ts";
import { examAttemptItems, examAttempts, examItemOptions } from "#db/schema/exams.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createArea, createPerson, NOW } from "#test/support/factories.ts";
import { addItem, createTestExam, later } from "./scene.ts";

/** One row per attempt: for each item whether it was right; undefined where it was not drawn. */
type Results = (boolean | undefined)[][];

async function bankOf(db: Db, size: number) {
  const staff = await createPerson(db, { role: "staff" });
  const area = await createArea(db);
  const itemIds: number[] = [];
  for (let n = 0; n < size; n += 1) {
    itemIds.push(
      await addItem(db, {
        areaId: area.id,
        actorId: staff.id,
        code: `i-${String(n).padStart(2, "0")}`,
      }),
    );
  }
  return { itemIds, staff, exam: await createTestExam(db) };
}

/** Ended attempts with these results, as rows: each chose the first option or the last. */
async function record(
  db: Db,
  { itemIds, exam }: { itemIds: number[]; exam: { id: number } },
  results: Results,
) {
  const options = await db.select().from(examItemOptions).orderBy(examItemOptions.position);
  const optionsOf = (itemId: number) =>
    options.filter((option) => option.itemId === itemId).map(({ id }) => id);
  for (const row of results) {
    const drawn = itemIds.flatMap((itemId, index) => {
      const correct = row[index];
      return correct === undefined ? [] : [{ itemId, correct }];
    });
    if (drawn.length === 0) continue;
    const person = await createPerson(db);
    const [attempt] = await db
      .insert(examAttempts)
      .values({
        examId: exam.id,
        personId: person.id,
        number: 1,
        startedAt: NOW,
        deadlineAt: later(60_000),
        endedAt: NOW,
        ending: "handed-in",
        correctCount: drawn.filter(({ correct }) => correct).length,
        itemCount: drawn.length,
        passPercent: 50,
        passed: true,
      })
      .returning();
    await db.insert(examAttemptItems).values(
      drawn.map(({ itemId, correct }, index) => ({
        attemptId: attempt?.id ?? 0,
        position: index + 1,
        itemId,
        optionIds: optionsOf(itemId),
        answer: [optionsOf(itemId).at(correct ? 0 : -1) ?? 0],
        correct,
      })),
    );
  }
}

/** The figures of an item as the textbook writes them: a correlation of 0 and 1 with the rest. */
function naive(results: Results, index: number) {
  const pairs = results.flatMap((row) => {
    const own = row[index];
    if (own === undefined) return [];
    const rest = row.filter((value, other) => other !== index && value !== undefined);
    return [
      { x: Number(own), y: rest.length === 0 ? null : rest.filter(Boolean).length / rest.length },
    ];
  });
  const n = pairs.length;
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const p = n === 0 ? null : mean(pairs.map(({ x }) => x));
  const compared = pairs.filter((pair): pair is { x: number; y: number } => pair.y !== null);
  const deviation = (values: number[]) =>
    Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
  const ys = compared.map(({ y }) => y);
  const right = compared.filter(({ x }) => x === 1).map(({ y }) => y);
  const wrong = compared.filter(({ x }) => x === 0).map(({ y }) => y);
  const share = right.length / compared.length;
  const r =
    right.length === 0 || wrong.length === 0 || deviation(ys) < 1e-9
      ? null
      : ((mean(right) - mean(wrong)) / deviation(ys)) * Math.sqrt(share * (1 - share));
  return { n, p, r };
}

describe("figures of items", () => {
  test("are those of a naive computation", { timeout: 60_000 }, async ({ db }) => {
    const results = fc.array(
      fc.array(fc.option(fc.boolean(), { nil: undefined }), { minLength: 4, maxLength: 4 }),
      { minLength: 1, maxLength: 12 },
    );
    const bank = await bankOf(db, 4);
    await fc.assert(
      fc.asyncProperty(results, async (rows) => {
        await db.execute(sql`delete from exam_attempts`);
        await record(db, bank, rows);
        const figures = await listItemFigures(db, bank);
        for (const [index, itemId] of bank.itemIds.entries()) {
          const expected = naive(rows, index);
          const found = figures.get(itemId) ?? { n: 0, p: null, r: null };
          expect(found.n).toBe(expected.n);
          if (expected.p === null) expect(found.p).toBeNull();
          else expect(found.p).toBeCloseTo(expected.p, 9);
          if (expected.r === null) expect(found.r).toBeNull();
          else expect(found.r).toBeCloseTo(expected.r, 9);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("leave out attempts that are under way, and other wordings", async ({ db }) => {
    const bank = await bankOf(db, 2);
    await record(db, bank, [[true, false]]);
    const person = await createPerson(db);
    const [open] = await db
      .insert(examAttempts)
      .values({
        examId: bank.exam.id,
        personId: person.id,
        number: 1,
        startedAt: NOW,
        deadlineAt: later(60_000),
        itemCount: 1,
        passPercent: 50,
      })
      .returning();
    await db.insert(examAttemptItems).values({
      attemptId: open?.id ?? 0,
      position: 1,
      itemId: bank.itemIds[0] ?? 0,
      optionIds: [],
    });
    expect((await listItemFigures(db, bank)).get(bank.itemIds[0] ?? 0)).toEqual({
      n: 1,
      p: 1,
      r: null,
    });
    expect(await listItemFigures(db, { itemIds: [] })).toEqual(new Map());
  });

  test("flag what too few or nearly all get right, and what tells nothing, from 30 attempts on", () => {
    const good = { n: 30, p: 0.6, r: 0.3 };
    expect(flagsOf(good)).toEqual([]);
    expect(flagsOf({ ...good, p: 0.19 })).toEqual(["too-hard"]);
    expect(flagsOf({ ...good, p: 0.96 })).toEqual(["too-easy"]);
    expect(flagsOf({ ...good, r: 0.09 })).toEqual(["not-telling"]);
    expect(flagsOf({ n: 30, p: 1, r: null })).toEqual(["too-easy"]);
    expect(flagsOf({ n: 30, p: 0.1, r: -0.4 })).toEqual(["too-hard", "not-telling"]);
    expect(flagsOf({ n: 29, p: 0, r: -1 })).toEqual([]);
  });

  test("of the list filter agree with the flags", async ({ db }) => {
    const bank = await bankOf(db, 7);
    const rows = Array.from({ length: 32 }, (_, n) => {
      const able = n % 2 === 0;
      // Nobody, everybody, only those who fail elsewhere; the others tell who is able.
      return [false, true, !able, able, able, able, able];
    });
    await record(db, bank, rows);
    const all = await listItems(db, {});
    const flagged = await listItems(db, { flagged: true });
    expect(flagged.items.map(({ id }) => id)).toEqual(
      all.items.filter(({ figures }) => flagsOf(figures).length > 0).map(({ id }) => id),
    );
    expect(flagged.items.map(({ id }) => id)).toEqual(bank.itemIds.slice(0, 3));
  });

  test("count the answers by option, for the better and the other half", async ({ db }) => {
    const bank = await bankOf(db, 3);
    await record(db, bank, [
      [true, true, true],
      [true, true, false],
      [false, true, false],
      [false, false, false],
    ]);
    const figures = await findAnswerFigures(db, { itemId: bank.itemIds[0] ?? 0 });
    expect(figures).toMatchObject({ n: 4, unanswered: 0, better: 2, others: 2 });
    const of = ({ chosen, chosenByBetter, chosenByOthers }: (typeof figures.options)[number]) => [
      chosen,
      chosenByBetter,
      chosenByOthers,
    ];
    expect(figures.options.map(of)).toEqual([
      [2, 2, 0],
      [0, 0, 0],
      [0, 0, 0],
      [2, 0, 2],
    ]);
    const nobody = await findAnswerFigures(db, { itemId: 999_999 });
    expect(nobody).toEqual({ n: 0, unanswered: 0, better: 0, others: 0, options: [] });
  });
});
