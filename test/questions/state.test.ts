import { sql } from "drizzle-orm";
import fc from "fast-check";
import type { Viewer } from "#app/auth/viewer.ts";
import { refreshQuestionState } from "#app/questions/question-state.server.ts";
import { stateOf } from "#app/questions/questions.ts";
import type { Db } from "#db/client.server.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { answer, ask, comment, NOW } from "#test/support/factories.ts";
import { cast } from "./cast.ts";
import { aim, anyMove, COMMANDS, type Command, type Move } from "./moves.ts";
import { fingerprint, storedQuestions } from "./thread.ts";

class Undo extends Error {}

/** Runs on a copy of the scene that is thrown away. */
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

/** The rows of history that each command adds when it is obeyed and changes something. */
const OWN_ROW: Partial<Record<Command, string>> = {
  editQuestion: "edited",
  deleteQuestion: "deleted",
  restoreQuestion: "restored",
  answer: "answered",
  editAnswer: "answer-edited",
  deleteAnswer: "answer-deleted",
  restoreAnswer: "answer-restored",
  requestInformation: "information-requested",
  withdrawRequest: "information-given",
  close: "closed",
  reopen: "reopened",
  markDuplicate: "marked-duplicate",
  unmarkDuplicate: "unmarked-duplicate",
};

type Facts = {
  askerId: number;
  answererId: number;
  verified: boolean;
  accepted: boolean;
  waiting: boolean;
};

async function factsBefore(db: Db, at: { targetId: number; answerId: number }): Promise<Facts> {
  const [row] = await db.execute<Record<string, unknown>>(sql`
    select q.author_id as asker, a.author_id as answerer,
      exists (select from answer_verifications v where v.answer_id = a.id) as verified,
      exists (select from accepted_answers s where s.answer_id = a.id) as accepted,
      exists (select from information_requests i where i.question_id = q.id) as waiting
    from questions q left join answers a on a.id = ${at.answerId} where q.id = ${at.targetId}`);
  return {
    askerId: Number(row?.asker),
    answererId: Number(row?.answerer),
    verified: row?.verified === true,
    accepted: row?.accepted === true,
    waiting: row?.waiting === true,
  };
}

function expectedHistory(command: Command, viewer: Viewer, before: Facts): string[] {
  const rows = OWN_ROW[command] ? [OWN_ROW[command]] : [];
  const isStaff = viewer.role !== "member";
  if (command === "accept" && !before.accepted) rows.push("accepted");
  if (command === "unaccept" && before.accepted) rows.push("unaccepted");
  if (command === "verify" && !before.verified) rows.push("verified");
  if (command === "unverify" && before.verified) rows.push("unverified");
  if (command === "editAnswer" && before.verified && !isStaff) rows.push("unverified");
  const adds = ["editQuestion", "answer", "comment", "commentOnAnswer", "editComment"];
  if (adds.includes(command) && before.waiting && viewer.id === before.askerId) {
    rows.push("information-given");
  }
  return rows;
}

const FOR_STAFF: Command[] = ["verify", "unverify"];
const FOR_ASKER: Command[] = [
  "accept",
  "unaccept",
  "editQuestion",
  "deleteQuestion",
  "close",
  "reopen",
  "markDuplicate",
  "unmarkDuplicate",
  "withdrawRequest",
];

/** What must never have been obeyed, said once more in other words than the application's. */
function forbidden(command: Command, viewer: Viewer, before: Facts): boolean {
  if (viewer.role !== "member") return false;
  if (FOR_STAFF.includes(command)) return true;
  if (FOR_ASKER.includes(command)) return viewer.id !== before.askerId;
  if (command === "editAnswer" || command === "deleteAnswer") {
    return viewer.id !== before.answererId || (command === "deleteAnswer" && before.accepted);
  }
  if (command === "requestInformation") return !viewer.isSupporter || viewer.id === before.askerId;
  if (command === "voteAnswer") return viewer.id === before.answererId;
  if (command === "voteQuestion") return viewer.id === before.askerId;
  return false;
}

describe("whatever happens to questions", () => {
  test("state, counts and history follow from the facts", { timeout: 120_000 }, async ({ db }) => {
    const people = await cast(db);
    const actors = [
      people.asker,
      people.asker,
      people.stranger,
      people.helper,
      people.supporter,
      people.staff,
      people.staff,
    ];
    const productAreaId = people.area.id;
    const first = await ask(db, people.asker, { productAreaId });
    await ask(db, people.asker, { productAreaId, scope: "customers" });
    const third = await ask(db, people.staff, { productAreaId });
    const given = await answer(db, people.helper, first);
    await answer(db, people.asker, third);
    await comment(db, people.asker, first);
    await comment(db, people.stranger, first, { answerId: given });
    await db.execute(sql`update answers set imported_helpful_count = 7, helpful_count = 7`);
    await db.execute(sql`update questions set imported_helpful_count = 3, helpful_count = 3`);

    const obeyed = new Map<Command, number>();
    const live = (moves: Move[]) =>
      rehearse(db, async (tx) => {
        let before = await fingerprint(tx);
        for (const [n, move] of moves.entries()) {
          const now = new Date(NOW.getTime() + (n + 1) * 60_000);
          const place = await aim(tx, move, { actors, productAreaId, now });
          const { viewer } = place;
          const facts = await factsBefore(tx, place);
          const outcome: { ok: boolean } = await COMMANDS[move.command](tx, place);
          const after = await fingerprint(tx);
          if (!outcome.ok) {
            expect(after, `refused ${move.command} changed something`).toBe(before);
            continue;
          }
          before = after;
          obeyed.set(move.command, (obeyed.get(move.command) ?? 0) + 1);
          const added = await tx.execute<Record<string, string>>(
            sql`select * from question_history where at = ${now.toISOString()}::timestamptz`,
          );
          expect(forbidden(move.command, viewer, facts), `${move.command} was allowed`).toBe(false);
          expect(added.map(({ kind }) => kind).sort(), move.command).toEqual(
            expectedHistory(move.command, viewer, facts).sort(),
          );
          for (const row of added) {
            expect([Number(row.actor_id), Number(row.question_id)]).toEqual([
              viewer.id,
              place.targetId,
            ]);
          }
          for (const question of await storedQuestions(tx)) {
            expect(question.state, move.command).toBe(stateOf(question));
            expect(question.storedAnswerCount).toBe(question.answerCount);
            expect(question.helpfulOff).toBe(0);
          }
        }
      });
    const history = fc.array(anyMove, { minLength: 20, maxLength: 60, size: "max" });
    await fc.assert(fc.asyncProperty(history, live), { numRuns: 15, endOnFailure: true });
    // Otherwise the histories above say nothing.
    expect(obeyed.size).toBeGreaterThan(Object.keys(COMMANDS).length / 2);
  });

  test("the stored state is what the rules derive, for every combination of facts", {
    timeout: 60_000,
  }, async ({ db }) => {
    const people = await cast(db);
    const productAreaId = people.area.id;
    const canonicalId = await ask(db, people.asker, { productAreaId });
    for (let bits = 0; bits < 64; bits += 1) {
      const has = (bit: number) => (bits & (1 << bit)) !== 0;
      const id = await ask(db, people.asker, { productAreaId });
      const by = people.staff.id;
      if (has(4) || has(5)) {
        const answerId = await answer(db, people.helper, id);
        if (has(5)) {
          await db.execute(
            sql`insert into accepted_answers values (${id}, ${answerId}, ${by}, now())`,
          );
        }
      }
      const insert = (table: string, columns: string, values: ReturnType<typeof sql>) =>
        db.execute(sql`insert into ${sql.identifier(table)} (question_id, ${sql.raw(columns)})
          values (${id}, ${values}, ${by}, now())`);
      if (has(0)) await insert("question_hidings", "reason, hidden_by, hidden_at", sql`'x'`);
      if (has(1)) {
        await insert(
          "question_duplicates",
          "canonical_id, marked_by, marked_at",
          sql`${canonicalId}`,
        );
      }
      if (has(2))
        await insert("question_closures", "reason, closed_by, closed_at", sql`'off-topic'`);
      if (has(3)) {
        await insert("information_requests", "message, requested_by, requested_at", sql`'x'`);
      }
      await refreshQuestionState(db, id);
    }
    const stored = await storedQuestions(db);
    expect(stored).toHaveLength(65);
    for (const question of stored) expect(question.state).toBe(stateOf(question));
    expect(new Set(stored.map(({ state }) => state)).size).toBe(7);
  });
});
