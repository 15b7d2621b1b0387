import { sql } from "drizzle-orm";
import fc from "fast-check";
import type { Viewer } from "#app/auth/viewer.ts";
import { DAY, after as from, HOUR, MINUTE } from "#app/lib/time.ts";
import { listDeeds } from "#app/points/deeds.server.ts";
import { findPointsTotal, reconcileAllPoints } from "#app/points/points.server.ts";
import { countDeeds, DAILY_CAP } from "#app/points/points.ts";
import { dismissVotingRing, recordVotingRings } from "#app/points/rings.server.ts";
import { acceptAnswer, unacceptAnswer } from "#app/questions/acceptance.server.ts";
import {
  deleteAnswer,
  deleteQuestion,
  restoreAnswer,
  restoreQuestion,
} from "#app/questions/deletion.server.ts";
import { voteForAnswer } from "#app/questions/voting.server.ts";
import type { Db } from "#db/client.server.ts";
import { pointEntries, votingRings } from "#db/schema/points.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { answer, ask, NOW } from "#test/support/factories.ts";
import { type Cast, cast } from "../questions/cast.ts";

const now = NOW;

const totalOf = (db: Db, { id }: Viewer) => findPointsTotal(db, { personId: id });

function rowsOf(db: Db, { id }: Viewer) {
  return db.select().from(pointEntries).where(sql`person_id = ${id}`).orderBy(pointEntries.id);
}

async function answered(db: Db, s: Cast, asker: Viewer, answerer: Viewer) {
  const questionId = await ask(db, asker, { productAreaId: s.area.id });
  return { questionId, answerId: await answer(db, answerer, questionId) };
}

const vote = (db: Db, viewer: Viewer, answerId: number, at = now, helpful = true) =>
  voteForAnswer(db, { viewer, answerId, helpful, now: at });

describe("points", () => {
  test("are given for an accepted answer and a vote, and go where the mark goes", async ({
    db,
  }) => {
    const s = await cast(db);
    const { questionId, answerId } = await answered(db, s, s.asker, s.helper);
    const otherId = await answer(db, s.stranger, questionId);
    await acceptAnswer(db, { viewer: s.asker, answerId, now });
    await vote(db, s.colleague, answerId);
    expect(await totalOf(db, s.helper)).toBe(18);
    await acceptAnswer(db, { viewer: s.asker, answerId: otherId, now });
    expect([await totalOf(db, s.helper), await totalOf(db, s.stranger)]).toEqual([3, 15]);
    await unacceptAnswer(db, { viewer: s.asker, answerId: otherId, now });
    await vote(db, s.colleague, answerId, now, false);
    expect([await totalOf(db, s.helper), await totalOf(db, s.stranger)]).toEqual([0, 0]);
    expect((await rowsOf(db, s.helper)).map((row) => row.explanation)).toEqual([
      "earned",
      "earned",
      "taken-back",
      "taken-back",
    ]);
  });

  test("are not given inside one organisation, with a row that says so", async ({ db }) => {
    const s = await cast(db);
    const inside = await answered(db, s, s.asker, s.colleague);
    await acceptAnswer(db, { viewer: s.asker, answerId: inside.answerId, now });
    await vote(db, s.lead, inside.answerId);
    expect(await totalOf(db, s.colleague)).toBe(0);
    const rows = await rowsOf(db, s.colleague);
    expect(rows.map((row) => row.explanation)).toEqual(["same-organisation", "same-organisation"]);
    // A voter who moves on later does not make the vote count.
    await db.execute(sql`update people set organisation_id = ${s.away.id} where id = ${s.lead.id}`);
    expect(await reconcileAllPoints(db, { now })).toBe(0);
  });

  test("are taken back with the answer or the question, and come back with it", async ({ db }) => {
    const s = await cast(db);
    const { questionId, answerId } = await answered(db, s, s.asker, s.helper);
    await acceptAnswer(db, { viewer: s.asker, answerId, now });
    await vote(db, s.colleague, answerId);
    await deleteQuestion(db, { viewer: s.staff, questionId, now });
    expect(await totalOf(db, s.helper)).toBe(0);
    await restoreQuestion(db, { viewer: s.staff, questionId, now });
    expect(await totalOf(db, s.helper)).toBe(18);
    await deleteAnswer(db, { viewer: s.staff, answerId, now });
    expect(await totalOf(db, s.helper)).toBe(0);
    // Deleting takes the mark off for good.
    await restoreAnswer(db, { viewer: s.staff, answerId, now });
    expect(await totalOf(db, s.helper)).toBe(3);
  });

  test("stop at the cap of a Japanese day", async ({ db }) => {
    const s = await cast(db);
    // 14:59 UTC is one minute before midnight in Japan.
    const evening = new Date("2026-06-01T14:59:00Z");
    for (let n = 0; n < 5; n++) {
      const { answerId } = await answered(db, s, s.asker, s.helper);
      await acceptAnswer(db, { viewer: s.asker, answerId, now: evening });
    }
    expect(await totalOf(db, s.helper)).toBe(DAILY_CAP);
    const { answerId } = await answered(db, s, s.asker, s.helper);
    await acceptAnswer(db, { viewer: s.asker, answerId, now: from(evening, MINUTE) });
    expect(await totalOf(db, s.helper)).toBe(DAILY_CAP + 15);
    const capped = (await rowsOf(db, s.helper)).filter((row) => row.explanation === "capped");
    expect(capped).toMatchObject([{ amount: 0, day: "2026-06-01", detail: { value: 15 } }]);
  });

  test("do not come from or go to people whom an import brought", async ({ db }) => {
    const s = await cast(db);
    const imported = await s.member(s.home, { email: null });
    const theirs = await answered(db, s, imported, s.helper);
    await acceptAnswer(db, { viewer: imported, answerId: theirs.answerId, now });
    const toThem = await answered(db, s, s.asker, await s.member(s.away, { email: null }));
    await vote(db, s.colleague, toThem.answerId);
    expect(await db.$count(pointEntries)).toBe(0);
  });

  test("are the same whatever happened in whatever order", async ({ db }) => {
    const s = await cast(db);
    const answerIds: number[] = [];
    const questionIds: number[] = [];
    for (let n = 0; n < 3; n++) {
      const { questionId, answerId } = await answered(db, s, s.asker, s.helper);
      questionIds.push(questionId);
      answerIds.push(answerId, await answer(db, n ? s.stranger : s.colleague, questionId));
    }
    const voters = [s.colleague, s.lead, s.stranger, s.helper, s.supporter, s.staff];
    const move = fc.record({
      kind: fc.constantFrom(
        "accept",
        "accept",
        "unaccept",
        "vote",
        "vote",
        "vote",
        "unvote",
        "delete",
        "restore",
        "deleteQuestion",
        "restoreQuestion",
      ),
      who: fc.nat({ max: voters.length - 1 }),
      what: fc.nat({ max: answerIds.length - 1 }),
      hours: fc.nat({ max: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 14 }), async (moves) => {
        for (const { kind, who, what, hours } of moves) {
          const answerId = answerIds[what] ?? 0;
          const questionId = questionIds[what >> 1] ?? 0;
          const viewer = voters[who] ?? s.staff;
          const at = { now: from(now, hours * HOUR) };
          if (kind === "accept") await acceptAnswer(db, { viewer: s.asker, answerId, ...at });
          else if (kind === "unaccept")
            await unacceptAnswer(db, { viewer: s.asker, answerId, ...at });
          else if (kind === "vote") await vote(db, viewer, answerId, at.now);
          else if (kind === "unvote") await vote(db, viewer, answerId, at.now, false);
          else if (kind === "delete") await deleteAnswer(db, { viewer: s.staff, answerId, ...at });
          else if (kind === "restore")
            await restoreAnswer(db, { viewer: s.staff, answerId, ...at });
          else if (kind === "deleteQuestion")
            await deleteQuestion(db, { viewer: s.staff, questionId, ...at });
          else await restoreQuestion(db, { viewer: s.staff, questionId, ...at });
        }
        for (const { id } of [s.helper, s.stranger, s.colleague]) {
          const counted = countDeeds(await listDeeds(db, { personIds: [id] }));
          const expected = counted.reduce((sum, { counts }) => sum + counts, 0);
          expect(await findPointsTotal(db, { personId: id })).toBe(expected);
        }
        expect(await reconcileAllPoints(db, { now })).toBe(0);
      }),
      { numRuns: 12 },
    );
  });

  test("hold the cap when votes come in at the same moment", async () => {
    const connection = await freshDatabase(8);
    const { db } = connection;
    try {
      const s = await cast(db);
      const answerIds: number[] = [];
      for (let n = 0; n < 6; n++) {
        answerIds.push((await answered(db, s, s.asker, s.helper)).answerId);
      }
      const voters = [s.asker, s.colleague, s.lead, s.staff];
      await Promise.all(
        answerIds.flatMap((answerId) => voters.map((viewer) => vote(db, viewer, answerId))),
      );
      expect(await totalOf(db, s.helper)).toBe(DAILY_CAP);
      expect(await reconcileAllPoints(db, { now })).toBe(0);
    } finally {
      await connection.close();
    }
  });
});

describe("voting rings", () => {
  /** Each votes for so many answers of the other, and for so many of a third. */
  async function scene(db: Db, { mutual = 5, others = 0 } = {}) {
    const s = await cast(db);
    const [a, b] = [s.asker, s.helper];
    const third = await s.member(s.home);
    for (const [voter, author, times] of [
      [a, b, mutual],
      [b, a, mutual],
      [b, third, others],
    ] as const) {
      for (let n = 0; n < times; n++) {
        const { answerId } = await answered(db, s, s.staff, author);
        await vote(db, voter, answerId, from(now, -n * DAY));
      }
    }
    return { ...s, a, b };
  }

  test("take the votes between two back until staff find them harmless", async ({ db }) => {
    const s = await scene(db);
    expect(await totalOf(db, s.b)).toBe(15);
    expect(await recordVotingRings(db, { now })).toBe(1);
    expect(await recordVotingRings(db, { now })).toBe(0);
    const [ring] = await db.select().from(votingRings);
    expect(ring).toMatchObject({ firstVotes: 5, firstGiven: 5, secondVotes: 5, secondGiven: 5 });
    expect([await totalOf(db, s.a), await totalOf(db, s.b)]).toEqual([0, 0]);
    const { answerId } = await answered(db, s, s.staff, s.b);
    await vote(db, s.a, answerId);
    expect(await totalOf(db, s.b)).toBe(0);

    const dismissal = { ringId: ring?.id ?? 0, reason: "勉強会の仲間", now };
    const refused = await dismissVotingRing(db, { viewer: s.lead, ...dismissal });
    expect(refused).toEqual({ ok: false, reason: "not-allowed" });
    expect(await dismissVotingRing(db, { viewer: s.staff, ...dismissal })).toEqual({ ok: true });
    const again = await dismissVotingRing(db, { viewer: s.staff, ...dismissal });
    expect(again).toEqual({ ok: false, reason: "already-dismissed" });
    expect([await totalOf(db, s.a), await totalOf(db, s.b)]).toEqual([15, 18]);
    const [audit] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from audit_log where action = 'points.ring-dismissed'`,
    );
    expect(audit?.n).toBe(2);
    expect(await reconcileAllPoints(db, { now })).toBe(0);
  });

  test("are found again only by what comes after the dismissal", async ({ db }) => {
    const s = await scene(db);
    await recordVotingRings(db, { now });
    const [ring] = await db.select().from(votingRings);
    await dismissVotingRing(db, { viewer: s.staff, ringId: ring?.id ?? 0, reason: "x", now });
    expect(await recordVotingRings(db, { now })).toBe(0);
    const later = from(now, HOUR);
    for (const [voter, author] of [
      [s.a, s.b],
      [s.b, s.a],
    ] as const) {
      for (let n = 0; n < 5; n++) {
        await vote(db, voter, (await answered(db, s, s.staff, author)).answerId, later);
      }
    }
    expect(await recordVotingRings(db, { now: later })).toBe(1);
    expect(await db.$count(votingRings)).toBe(2);
  });

  test.each([
    ["too few votes", { mutual: 4 }, now, 0],
    ["a small part of all votes", { mutual: 5, others: 8 }, now, 0],
    ["just enough of all votes", { mutual: 6, others: 9 }, now, 1],
    ["votes long ago", {}, from(now, 95 * DAY), 0],
  ])("%s", async (_name, votes, at, rings) => {
    const connection = await freshDatabase(2);
    try {
      await scene(connection.db, votes);
      expect(await recordVotingRings(connection.db, { now: at })).toBe(rings);
    } finally {
      await connection.close();
    }
  });
});
