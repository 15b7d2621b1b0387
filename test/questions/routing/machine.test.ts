import { sql } from "drizzle-orm";
import fc from "fast-check";
import type { Viewer } from "#app/auth/viewer.ts";
import {
  afterBusinessTime,
  businessMillisecondsBetween,
  DEFAULT_CALENDAR,
} from "#app/calendar/business-calendar.ts";
import { saveClosure } from "#app/calendar/calendar.server.ts";
import { DAY, dayIn, HOUR, after as later, MINUTE } from "#app/lib/time.ts";
import { deleteAnswer, deleteQuestion, restoreQuestion } from "#app/questions/deletion.server.ts";
import {
  closeQuestion,
  reopenQuestion,
  requestInformation,
  withdrawInformationRequest,
} from "#app/questions/resolution.server.ts";
import { advanceRoutings } from "#app/questions/routing/advance.server.ts";
import { handOver } from "#app/questions/routing/handing-over.server.ts";
import { changeBusinessCalendar } from "#app/questions/routing/rescheduling.server.ts";
import { STEP_AFTER } from "#app/questions/routing/routing.ts";
import {
  declineOffer,
  returnQuestion,
  takeQuestion,
} from "#app/questions/routing/taking.server.ts";
import type { Db } from "#db/client.server.ts";
import { decertify } from "#test/support/certification.ts";
import { expect, test } from "#test/support/database.ts";
import { answer, ask } from "#test/support/factories.ts";
import { cast } from "../cast.ts";
import { createHelper, loads, MONDAY_TEN } from "./scene.ts";

const KINDS = [
  "ask",
  "ask",
  "wait",
  "wait",
  "wait",
  "take",
  "take",
  "decline",
  "return",
  "hand-over",
  "answer",
  "delete-answer",
  "request",
  "withdraw",
  "close",
  "reopen",
  "delete",
  "restore",
  "suspend",
  "unmark",
  "closure",
] as const;

type Move = { kind: (typeof KINDS)[number]; who: number; which: number; minutes: number };

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    who: fc.nat(20),
    which: fc.nat(20),
    minutes: fc.integer({ min: 0, max: 20 * 60 }),
  }),
  { minLength: 8, maxLength: 30 },
);

class Undo extends Error {}

async function rehearse(db: Db, scene: (db: Db) => Promise<void>) {
  await db
    .transaction(async (tx) => {
      await scene(tx as unknown as Db);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
}

type Stage = {
  db: Db;
  now: Date;
  asker: Viewer;
  staff: Viewer;
  areaId: number;
  helpers: Viewer[];
  awayId: number;
  foreignId: number;
  asked: number[];
};

async function play(stage: Stage, { kind, who, which, minutes }: Move): Promise<void> {
  const { db, asker, staff, helpers, asked } = stage;
  stage.now = later(stage.now, kind === "wait" ? minutes * MINUTE : MINUTE);
  const { now } = stage;
  const helper = helpers[who % helpers.length] as Viewer;
  const questionId = asked[which % Math.max(1, asked.length)];
  if (kind === "ask" || questionId === undefined) {
    const author = who % 3 === 0 ? helper : asker;
    asked.push(await ask(db, author, { productAreaId: stage.areaId, now }));
    return;
  }
  const act = { viewer: helper, questionId, now };
  const byStaff = { ...act, viewer: staff };
  const run: Record<Exclude<Move["kind"], "ask" | "wait">, () => Promise<unknown>> = {
    take: () => takeQuestion(db, who % 7 === 6 ? byStaff : act),
    decline: () => declineOffer(db, act),
    return: () => returnQuestion(db, act),
    "hand-over": () => handOver(db, { ...act, to: helpers[which % helpers.length]?.id ?? 0 }),
    answer: () => answer(db, helper, questionId, { now }).catch(() => {}),
    "delete-answer": async () => {
      const [row] = await db.execute<{ id: string }>(
        sql`select id from answers where question_id = ${questionId} and deleted_at is null limit 1`,
      );
      if (row) await deleteAnswer(db, { viewer: staff, answerId: Number(row.id), now });
    },
    request: () => requestInformation(db, { ...byStaff, message: "版は？" }),
    withdraw: () => withdrawInformationRequest(db, byStaff),
    close: () => closeQuestion(db, { ...byStaff, reason: "off-topic", note: "" }),
    reopen: () => reopenQuestion(db, byStaff),
    delete: () => deleteQuestion(db, byStaff),
    restore: () => restoreQuestion(db, byStaff),
    suspend: () =>
      db.execute(sql`insert into suspensions (person_id, reason, suspended_by, suspended_at)
        values (${helper.id}, 'x', ${staff.id}, ${now.toISOString()}) on conflict do nothing`),
    unmark: () => decertify(db, helper),
    closure: () =>
      changeBusinessCalendar(db, {
        change: (tx) =>
          saveClosure(tx, {
            day: dayIn("Asia/Tokyo", later(now, (which % 4) * DAY)),
            name: "創立記念日",
            actorId: staff.id,
            now,
          }),
        detail: {},
        actorId: staff.id,
        now,
      }),
  };
  if (kind !== "wait") await run[kind]();
}

type Row = {
  question_id: string;
  author_id: string;
  state: string;
  deleted: boolean;
  answer_count: number;
  step: string;
  worked_ms: string;
  clock_since: string | null;
  due_ms: string | null;
  next_at: string | null;
  taken_by: string | null;
};

/** What must hold after every single move. */
async function check(stage: Stage, before: Map<string, string>): Promise<Map<string, string>> {
  const { db, now } = stage;
  for (const [id, load] of await loads(db)) {
    expect(load, `load of ${id}`).toBeLessThanOrEqual(2);
    expect([stage.awayId, stage.foreignId], "never the away, never the foreign").not.toContain(id);
  }
  const own = await db.execute(sql`select o.id from routing_offers o
    join questions q on q.id = o.question_id where q.author_id = o.person_id`);
  expect(own, "never the asker").toHaveLength(0);
  const taken = await db.execute(sql`select question_id from routing_offers
    where state = 'taken' group by question_id having count(*) > 1`);
  expect(taken, "one taker").toHaveLength(0);

  const closures = await db.execute<{ day: string }>(sql`select day::text from company_closures`);
  const calendar = { ...DEFAULT_CALENDAR, closures: new Set(closures.map(({ day }) => day)) };
  const rows = await db.execute<Row>(sql`
    select r.question_id, q.author_id, q.state, q.deleted_at is not null as deleted, q.answer_count,
      r.step, r.worked_ms, r.clock_since, r.due_ms, r.next_at, r.taken_by
    from question_routings r join questions q on q.id = r.question_id`);
  for (const row of rows) {
    const ended = row.deleted || row.answer_count > 0;
    const live = !ended && (row.state === "open" || row.state === "needs-info");
    if (!live) expect(row.step).toBe("ended");
    expect(row.clock_since !== null, "the clock runs exactly while open").toBe(
      !ended && row.state === "open",
    );
    if (row.clock_since && row.due_ms !== null) {
      const since = new Date(row.clock_since);
      const left = Number(row.due_ms) - Number(row.worked_ms);
      const due = afterBusinessTime(calendar, since, left);
      expect(new Date(row.next_at ?? 0), "deadline by the calendar").toEqual(due);
      expect(due > now, "nothing due is left").toBe(true);
      const worked = Number(row.worked_ms) + businessMillisecondsBetween(calendar, since, now);
      if (row.taken_by === null && row.step === "first") {
        expect(worked).toBeLessThan(STEP_AFTER.everyone);
      }
      if (row.step !== "staff") expect(worked).toBeLessThan(STEP_AFTER.staff);
    }
    if (live && row.state === "open" && row.step !== "staff" && row.taken_by === null) {
      const offers = await db.execute(sql`select id from routing_offers
        where question_id = ${row.question_id} and state = 'offered'`);
      expect(offers.length, "somebody is asked").toBeGreaterThan(0);
    }
  }
  return everyChangeIsLogged(db, before);
}

/** A routing or an offer that changed has a new row in the log of its question. */
async function everyChangeIsLogged(
  db: Db,
  before: Map<string, string>,
): Promise<Map<string, string>> {
  const rows = await db.execute<{ id: string; facts: string; logged: number }>(sql`
    select r.question_id as id,
      r.step || ' ' || coalesce(r.taken_by::text, '-') || ' ' || (r.clock_since is null)::text
        || ' ' || coalesce((select string_agg(o.person_id || o.state, ',' order by o.person_id)
          from routing_offers o where o.question_id = r.question_id), '') as facts,
      (select count(*)::int from routing_log l where l.question_id = r.question_id) as logged
    from question_routings r`);
  const now = new Map(rows.map(({ id, facts, logged }) => [id, `${logged} ${facts}`]));
  for (const { id, facts, logged } of rows) {
    const [count, ...was] = (before.get(id) ?? "0").split(" ");
    if (was.join(" ") !== facts)
      expect(logged, `${was.join(" ")} → ${facts}`).toBeGreaterThan(Number(count));
  }
  return now;
}

test("whatever happens, in whatever order, nobody is left waiting and nobody is asked too much", async ({
  db,
}) => {
  await fc.assert(
    fc.asyncProperty(moves, async (history) => {
      await rehearse(db, async (tx) => {
        const { area, asker, staff } = await cast(tx);
        const areaIds = [area.id];
        const helpers: Viewer[] = [];
        for (let n = 0; n < 5; n += 1) helpers.push(await createHelper(tx, { areaIds, cap: 2 }));
        const span = { from: "2026-05-01", to: "2027-05-01" };
        const away = await createHelper(tx, { areaIds, away: span });
        const foreign = await createHelper(tx, { areaIds, answersJa: false, answersEn: true });
        const stage: Stage = {
          db: tx,
          now: later(MONDAY_TEN, -4 * HOUR),
          asker,
          staff,
          areaId: area.id,
          helpers,
          awayId: away.id,
          foreignId: foreign.id,
          asked: [],
        };
        let seen = new Map<string, string>();
        for (const move of history) {
          await play(stage, move);
          await advanceRoutings(tx, { now: stage.now });
          seen = await check(stage, seen);
        }
      });
    }),
    { numRuns: 25, endOnFailure: false },
  );
}, 180_000);
