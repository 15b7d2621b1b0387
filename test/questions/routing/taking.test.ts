import { sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { HOUR, after as later, MINUTE } from "#app/lib/time.ts";
import { advanceRoutings } from "#app/questions/routing/advance.server.ts";
import { handOver, listSuccessors } from "#app/questions/routing/handing-over.server.ts";
import {
  declineOffer,
  returnQuestion,
  takeQuestion,
} from "#app/questions/routing/taking.server.ts";
import type { Db } from "#db/client.server.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { answer, ask } from "#test/support/factories.ts";
import { cast } from "../cast.ts";
import {
  createHelper,
  holdersOf,
  ids,
  kindsOf,
  loads,
  logOf,
  MONDAY_TEN,
  routingOf,
} from "./scene.ts";

const tokyo = (text: string) => new Date(`${text}:00+09:00`);
const noon = tokyo("2026-06-01T12:00");

/** A question offered to the first three of five helpers. */
async function scene(db: Db, count = 5) {
  const people = await cast(db);
  const helpers: Viewer[] = [];
  for (let n = 0; n < count; n += 1) {
    helpers.push(await createHelper(db, { areaIds: [people.area.id] }));
  }
  const questionId = await ask(db, people.asker, {
    productAreaId: people.area.id,
    now: MONDAY_TEN,
  });
  return { ...people, helpers: helpers as [Viewer, Viewer, Viewer, Viewer, Viewer], questionId };
}

describe("taking", () => {
  test("ends the other offers, tells the asker and starts the taker's own time", async ({ db }) => {
    const { helpers, questionId, asker } = await scene(db);
    const take = { viewer: helpers[1], questionId, now: noon };
    expect(await takeQuestion(db, take)).toEqual({ ok: true });
    expect(await holdersOf(db, questionId)).toEqual([helpers[1].id]);
    expect(await routingOf(db, questionId)).toMatchObject({
      takenBy: helpers[1].id,
      // Two hours of the clock are gone, eight more are the taker's.
      nextAt: tokyo("2026-06-02T11:00"),
    });
    const told = await db.execute<{ person_id: string }>(
      sql`select person_id from notifications where kind = 'taken'`,
    );
    expect(told.map((row) => Number(row.person_id))).toEqual([asker.id]);
    // Twice is once.
    const before = await logOf(db, questionId);
    expect(await takeQuestion(db, take)).toEqual({ ok: true });
    expect(await logOf(db, questionId)).toEqual(before);
    expect(await takeQuestion(db, { ...take, viewer: helpers[0] })).toMatchObject({
      reason: "already-taken",
    });
  });

  test("without an answer in time lets the question go on", async ({ db }) => {
    const { helpers, questionId } = await scene(db);
    await takeQuestion(db, { viewer: helpers[1], questionId, now: noon });
    await advanceRoutings(db, { now: tokyo("2026-06-02T10:59") });
    expect((await routingOf(db, questionId)).takenBy).toBe(helpers[1].id);
    await advanceRoutings(db, { now: tokyo("2026-06-02T11:00") });
    expect(await routingOf(db, questionId)).toMatchObject({ takenBy: null, step: "everyone" });
    expect(await holdersOf(db, questionId)).toEqual(ids(helpers));
    expect(await kindsOf(db, questionId)).toContain("take-lapsed");
  });

  test("late never delays the CS queue", async ({ db }) => {
    const { helpers, questionId } = await scene(db);
    const dayThree = tokyo("2026-06-03T15:00");
    await advanceRoutings(db, { now: dayThree });
    // 23 hours are gone.
    await takeQuestion(db, { viewer: helpers[4], questionId, now: dayThree });
    await advanceRoutings(db, { now: tokyo("2026-06-03T16:00") });
    expect((await routingOf(db, questionId)).step).toBe("staff");
  });

  test("is for helpers and staff, not for the asker or other members", async ({ db }) => {
    const { questionId, asker, stranger, colleague, staff } = await scene(db);
    for (const viewer of [asker, stranger, colleague]) {
      expect(await takeQuestion(db, { viewer, questionId, now: noon })).toMatchObject({
        reason: "not-allowed",
      });
    }
    // Who lost the mark a moment ago is no helper, whatever their page still says.
    const former = { ...stranger, isSupporter: true };
    expect(await takeQuestion(db, { viewer: former, questionId, now: noon })).toMatchObject({
      reason: "not-allowed",
    });
    expect(await takeQuestion(db, { viewer: staff, questionId, now: noon })).toEqual({ ok: true });
    const answered = await ask(db, asker, { productAreaId: await areaOf(db, questionId) });
    await answer(db, staff, answered);
    expect(
      await takeQuestion(db, { viewer: staff, questionId: answered, now: noon }),
    ).toMatchObject({ reason: "not-allowed" });
  });

  test("without an offer works up to one's load cap", async ({ db }) => {
    const { area, asker, questionId } = await scene(db);
    const volunteer = await createHelper(db, { areaIds: [], cap: 1 });
    expect(await takeQuestion(db, { viewer: volunteer, questionId, now: noon })).toEqual({
      ok: true,
    });
    const second = await ask(db, asker, { productAreaId: area.id, now: noon });
    expect(
      await takeQuestion(db, { viewer: volunteer, questionId: second, now: noon }),
    ).toMatchObject({ reason: "load-cap" });
  });
});

async function areaOf(db: Db, questionId: number): Promise<number> {
  const [row] = await db.execute<{ id: string }>(
    sql`select product_area_id as id from questions where id = ${questionId}`,
  );
  return Number(row?.id);
}

describe("saying no", () => {
  test("brings the question to the next; when all said no, to CS", async ({ db }) => {
    const { helpers, questionId } = await scene(db);
    const [a, b, c, d, e] = helpers;
    const decline = (viewer: Viewer) =>
      declineOffer(db, { viewer, questionId, reason: "別の領域です", now: noon });
    await decline(a);
    expect(await holdersOf(db, questionId)).toEqual(ids([b, c, d]));
    expect(await decline(a)).toMatchObject({ reason: "not-allowed" });
    for (const viewer of [b, c, d, e]) await decline(viewer);
    expect(await routingOf(db, questionId)).toMatchObject({ step: "staff" });
    expect(await holdersOf(db, questionId)).toEqual([]);
    const entries = await logOf(db, questionId);
    expect(entries.find(({ kind }) => kind === "declined")).toMatchObject({
      personId: a.id,
      actorId: a.id,
      detail: { because: "別の領域です" },
    });
  });

  test("giving back what one took asks others, but not oneself again", async ({ db }) => {
    const { helpers, questionId } = await scene(db);
    const [a, b, , d, e] = helpers;
    await takeQuestion(db, { viewer: a, questionId, now: noon });
    const back = { questionId, now: later(noon, HOUR) };
    expect(await returnQuestion(db, { ...back, viewer: b })).toMatchObject({ ok: false });
    expect(await returnQuestion(db, { ...back, viewer: a })).toEqual({ ok: true });
    expect((await routingOf(db, questionId)).takenBy).toBeNull();
    // Two who were never asked, and then one whose offer had ended with the take.
    expect(await holdersOf(db, questionId)).toEqual(ids([b, d, e]));
  });

  test("handing over goes to the colleague chosen, if they can be asked", async ({ db }) => {
    const { helpers, questionId, area } = await scene(db);
    const [a, b, , , e] = helpers;
    await takeQuestion(db, { viewer: a, questionId, now: noon });
    const full = await createHelper(db, { areaIds: [area.id], cap: 0 });
    const hand = { viewer: a, questionId, now: later(noon, MINUTE) };
    const choice = await listSuccessors(db, hand);
    const others = ids(helpers.filter((helper) => helper.id !== a.id));
    expect(choice.map(({ id }) => id).sort((x, y) => x - y)).toEqual(others);
    for (const to of [full.id, a.id, 999_999]) {
      expect(await handOver(db, { ...hand, to })).toMatchObject({
        reason: "colleague-unavailable",
      });
    }
    expect(await handOver(db, { ...hand, viewer: b, to: e.id })).toMatchObject({
      reason: "not-allowed",
    });
    expect(await handOver(db, { ...hand, to: e.id })).toEqual({ ok: true });
    expect(await holdersOf(db, questionId)).toContain(e.id);
    expect(await holdersOf(db, questionId)).not.toContain(a.id);
    expect((await routingOf(db, questionId)).takenBy).toBeNull();
    const told = await db.execute<{ person_id: string; actor_id: string }>(
      sql`select person_id, actor_id from notifications where kind = 'handed-over'`,
    );
    expect(told.map((row) => [Number(row.person_id), Number(row.actor_id)])).toEqual([
      [e.id, a.id],
    ]);
  });
});

describe("at the same moment", () => {
  test("of five who take, one wins", async () => {
    const { db, close } = await freshDatabase(12);
    try {
      const { helpers, questionId } = await scene(db);
      const outcomes = await Promise.all(
        helpers.map((viewer) => takeQuestion(db, { viewer, questionId, now: noon })),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await holdersOf(db, questionId)).toHaveLength(1);
      expect((await kindsOf(db, questionId)).filter((kind) => kind === "taken")).toHaveLength(1);
    } finally {
      await close();
    }
  });

  test("many questions and takes never exceed a cap", async () => {
    const { db, close } = await freshDatabase(12);
    try {
      const { area, asker } = await cast(db);
      const helpers: Viewer[] = [];
      for (let n = 0; n < 4; n += 1) {
        helpers.push(await createHelper(db, { areaIds: [area.id], cap: 2 }));
      }
      const asked = await Promise.all(
        Array.from({ length: 16 }, () =>
          ask(db, asker, { productAreaId: area.id, now: MONDAY_TEN }),
        ),
      );
      const held = [...(await loads(db)).values()];
      expect(held).toEqual([2, 2, 2, 2]);
      await Promise.all(
        asked.flatMap((questionId) =>
          helpers.map((viewer) => takeQuestion(db, { viewer, questionId, now: noon })),
        ),
      );
      for (const load of (await loads(db)).values()) expect(load).toBeLessThanOrEqual(2);
      await Promise.all([
        advanceRoutings(db, { now: tokyo("2026-06-03T18:00") }),
        advanceRoutings(db, { now: tokyo("2026-06-03T18:00") }),
        ...asked.map((questionId) =>
          declineOffer(db, { viewer: helpers[0] as Viewer, questionId, now: noon }),
        ),
      ]);
      for (const load of (await loads(db)).values()) expect(load).toBeLessThanOrEqual(2);
      for (const questionId of asked) {
        const kinds = await kindsOf(db, questionId);
        expect(kinds.filter((kind) => kind === "step-reached").length).toBeLessThanOrEqual(2);
      }
    } finally {
      await close();
    }
  });

  test("several workers do each step once", async () => {
    const { db, close } = await freshDatabase(12);
    try {
      const { questionId } = await scene(db);
      const now = tokyo("2026-06-02T09:00");
      await Promise.all([1, 2, 3, 4].map(() => advanceRoutings(db, { now })));
      const kinds = await kindsOf(db, questionId);
      expect(kinds.filter((kind) => kind === "step-reached")).toHaveLength(1);
      expect(kinds.filter((kind) => kind === "offered")).toHaveLength(5);
    } finally {
      await close();
    }
  });
});
