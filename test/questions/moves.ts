import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import type { Viewer } from "#app/auth/viewer.ts";
import { acceptAnswer, unacceptAnswer, verifyAnswer } from "#app/questions/acceptance.server.ts";
import { answerQuestion, editAnswer } from "#app/questions/answering.server.ts";
import { editQuestion } from "#app/questions/asking.server.ts";
import { addComment, editComment } from "#app/questions/commenting.server.ts";
import {
  deleteAnswer,
  deleteComment,
  deleteQuestion,
  restoreAnswer,
  restoreComment,
  restoreQuestion,
} from "#app/questions/deletion.server.ts";
import { watchQuestion } from "#app/questions/following.server.ts";
import { refreshQuestionState } from "#app/questions/question-state.server.ts";
import {
  closeQuestion,
  markDuplicate,
  reopenQuestion,
  requestInformation,
  unmarkDuplicate,
  withdrawInformationRequest,
} from "#app/questions/resolution.server.ts";
import { voteForAnswer, voteForQuestion } from "#app/questions/voting.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { questionHidings } from "#db/schema/questions.ts";

/** One step of a random history; the numbers pick one of what exists when it is taken. */
export type Move = {
  command: Command;
  actor: number;
  question: number;
  other: number;
  answer: number;
  comment: number;
  stale: boolean;
};

type Place = {
  viewer: Viewer;
  questionId: number;
  otherId: number;
  answerId: number;
  commentId: number;
  productAreaId: number;
  stale: boolean;
  now: Date;
};

type Outcome = { ok: boolean; reason?: string };

/** Every command of the questions domain, and hiding, which moderation does. */
export const COMMANDS = {
  editQuestion: async (db: DbOrTx, { questionId, productAreaId, stale, ...p }: Place) =>
    editQuestion(db, {
      ...p,
      questionId,
      version: (await versionOf(db, "questions", questionId)) - (stale ? 1 : 0),
      content: {
        title: "書き直した題名",
        body: "直した。",
        productAreaId,
        scope: "public",
        tags: "",
      },
    }),
  deleteQuestion,
  restoreQuestion,
  answer: (db: DbOrTx, p: Place) =>
    answerQuestion(db, { ...p, content: text("こうします。"), submissionKey: randomUUID() }),
  editAnswer: async (db: DbOrTx, { answerId, stale, ...p }: Place) =>
    editAnswer(db, {
      ...p,
      answerId,
      version: (await versionOf(db, "answers", answerId)) - (stale ? 1 : 0),
      content: text(`直した回答 ${p.now.getTime()}`),
    }),
  deleteAnswer,
  restoreAnswer,
  accept: acceptAnswer,
  unaccept: unacceptAnswer,
  verify: (db: DbOrTx, p: Place) => verifyAnswer(db, { ...p, verified: true }),
  unverify: (db: DbOrTx, p: Place) => verifyAnswer(db, { ...p, verified: false }),
  comment: (db: DbOrTx, { answerId: _none, ...p }: Place) =>
    addComment(db, { ...p, body: "補足です。", submissionKey: randomUUID() }),
  commentOnAnswer: (db: DbOrTx, p: Place) =>
    addComment(db, { ...p, body: "回答への補足。", submissionKey: randomUUID() }),
  editComment: async (db: DbOrTx, { commentId, stale, ...p }: Place) =>
    editComment(db, {
      ...p,
      commentId,
      version: (await versionOf(db, "comments", commentId)) - (stale ? 1 : 0),
      body: "直した補足",
    }),
  deleteComment,
  restoreComment,
  voteQuestion: (db: DbOrTx, p: Place) => voteForQuestion(db, { ...p, helpful: true }),
  unvoteQuestion: (db: DbOrTx, p: Place) => voteForQuestion(db, { ...p, helpful: false }),
  voteAnswer: (db: DbOrTx, p: Place) => voteForAnswer(db, { ...p, helpful: true }),
  unvoteAnswer: (db: DbOrTx, p: Place) => voteForAnswer(db, { ...p, helpful: false }),
  watch: (db: DbOrTx, p: Place) => watchQuestion(db, { ...p, watching: true }),
  unwatch: (db: DbOrTx, p: Place) => watchQuestion(db, { ...p, watching: false }),
  requestInformation: (db: DbOrTx, p: Place) =>
    requestInformation(db, { ...p, message: "版を教えてください。" }),
  withdrawRequest: withdrawInformationRequest,
  close: (db: DbOrTx, p: Place) => closeQuestion(db, { ...p, reason: "off-topic", note: "" }),
  reopen: reopenQuestion,
  markDuplicate: (db: DbOrTx, { otherId, ...p }: Place) =>
    markDuplicate(db, { ...p, canonicalId: otherId }),
  unmarkDuplicate,
  hide: async (db: DbOrTx, { questionId, viewer, stale, now }: Place) => {
    // Seldom: there is little to do with what is hidden.
    if (!stale) return { ok: true };
    await db
      .insert(questionHidings)
      .values({ questionId, reason: "x", hiddenBy: viewer.id, hiddenAt: now })
      .onConflictDoNothing();
    await refreshQuestionState(db, questionId);
    return { ok: true };
  },
  unhide: async (db: DbOrTx, { questionId }: Place) => {
    await db.execute(sql`delete from question_hidings where question_id = ${questionId}`);
    await refreshQuestionState(db, questionId);
    return { ok: true };
  },
} satisfies Record<string, (db: DbOrTx, place: Place) => Promise<Outcome>>;

export type Command = keyof typeof COMMANDS;

const text = (body: string) => ({ body, trueForVersion: null, reviewOn: null });

async function versionOf(db: DbOrTx, table: string, id: number): Promise<number> {
  const [row] = await db.execute<{ version: number }>(
    sql`select version from ${sql.identifier(table)} where id = ${id}`,
  );
  return row?.version ?? 1;
}

const pick = fc.nat({ max: 999 });
const commands = Object.keys(COMMANDS) as Command[];

/** A random move; what changes states comes more often than what does not. */
export const anyMove: fc.Arbitrary<Move> = fc.record({
  command: fc.constantFrom(
    ...commands,
    ...(["answer", "accept", "accept", "requestInformation", "markDuplicate"] as const),
    ...(["deleteAnswer", "restoreAnswer", "comment", "reopen", "restoreQuestion"] as const),
  ),
  actor: pick,
  question: pick,
  other: pick,
  answer: pick,
  comment: pick,
  stale: fc.nat({ max: 5 }).map((n) => n === 0),
});

const ON_ANSWER = /[aA]nswer$|ccept$|erify$/;

/** What a move is about, among what exists now. `targetId` is the question that it concerns. */
export async function aim(
  db: DbOrTx,
  move: Move,
  { actors, productAreaId, now }: { actors: Viewer[]; productAreaId: number; now: Date },
): Promise<Place & { targetId: number }> {
  const [row] = await db.execute<Record<string, string>>(sql`
    select ${nth("questions", move.question)} as question, ${nth("questions", move.other)} as other,
      ${nth("answers", move.answer)} as answer, ${nth("comments", move.comment)} as comment`);
  const id = (name: string) => Number(row?.[name]);
  const [owners] = await db.execute<Record<string, string>>(sql`
    select (select question_id from answers where id = ${id("answer")}) as of_answer,
      (select question_id from comments where id = ${id("comment")}) as of_comment`);
  const { command, stale } = move;
  const ofAnswer = ON_ANSWER.test(command) && command !== "answer";
  const ofComment = command === "editComment";
  const strays = command === "commentOnAnswer" && stale;
  return {
    viewer: actors[move.actor % actors.length] as Viewer,
    questionId:
      command === "commentOnAnswer" && !strays ? Number(owners?.of_answer) : id("question"),
    targetId: Number(
      ofAnswer && !strays ? owners?.of_answer : ofComment ? owners?.of_comment : id("question"),
    ),
    otherId: id("other"),
    answerId: id("answer"),
    commentId: id("comment"),
    productAreaId,
    stale,
    now,
  };
}

function nth(table: string, n: number) {
  const name = sql.identifier(table);
  return sql`(select id from ${name} order by id offset (${n}::int % (select count(*)::int from ${name})) limit 1)`;
}
