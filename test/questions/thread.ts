import { sql } from "drizzle-orm";
import type { QuestionFacts } from "#app/questions/questions.ts";
import type { DbOrTx } from "#db/client.server.ts";

export type StoredQuestion = QuestionFacts & {
  id: number;
  state: string;
  storedAnswerCount: number;
  helpfulOff: number;
  deleted: boolean;
  acceptedAnswerId: number | null;
};

/**
 * What is stored of every question beside the facts it should follow from, counted here without
 * the application's own queries. `helpfulOff` is by how much any 「役に立った」 count is wrong.
 */
export async function storedQuestions(db: DbOrTx): Promise<StoredQuestion[]> {
  const rows = await db.execute<Record<string, unknown>>(sql`
    select q.id, q.state, q.answer_count, q.deleted_at is not null as deleted,
      (select count(*) from question_hidings f where f.question_id = q.id) as hidden,
      (select count(*) from question_duplicates f where f.question_id = q.id) as duplicate,
      (select count(*) from question_closures f where f.question_id = q.id) as closed,
      (select count(*) from information_requests f where f.question_id = q.id) as waiting,
      (select min(answer_id) from accepted_answers f where f.question_id = q.id) as accepted,
      (select count(*) from answers a where a.question_id = q.id and a.deleted_at is null) as answers,
      abs(q.helpful_count - q.imported_helpful_count
        - (select count(*) from helpful_votes v where v.question_id = q.id))
      + coalesce((select sum(abs(a.helpful_count - a.imported_helpful_count
        - (select count(*) from helpful_votes v where v.answer_id = a.id)))
        from answers a where a.question_id = q.id), 0) as helpful_off
    from questions q order by q.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    state: String(row.state),
    storedAnswerCount: Number(row.answer_count),
    deleted: row.deleted === true,
    hidden: Number(row.hidden) > 0,
    duplicate: Number(row.duplicate) > 0,
    closed: Number(row.closed) > 0,
    informationRequested: Number(row.waiting) > 0,
    accepted: row.accepted !== null,
    acceptedAnswerId: row.accepted === null ? null : Number(row.accepted),
    answerCount: Number(row.answers),
    helpfulOff: Number(row.helpful_off),
  }));
}

const TABLES = [
  "questions",
  "answers",
  "comments",
  "accepted_answers",
  "answer_verifications",
  "helpful_votes",
  "information_requests",
  "question_duplicates",
  "question_closures",
  "question_history",
  "question_watches",
  "question_tags",
  "tags",
  "revisions",
  "notifications",
  "outgoing_mails",
  "submissions",
  "drafts",
];

/** One word for all rows of everything a command may change: equal words, nothing changed. */
export async function fingerprint(db: DbOrTx): Promise<string> {
  const parts = TABLES.map(
    (table) => `(select coalesce(string_agg(t::text, '|' order by t::text), '') from ${table} t)`,
  );
  const [row] = await db.execute<{ hash: string }>(
    sql.raw(`select md5(${parts.join(" || '#' || ")}) as hash`),
  );
  return row?.hash ?? "";
}

/** The history of one question, oldest first. */
export async function historyOf(db: DbOrTx, questionId: number) {
  const rows = await db.execute<{ kind: string }>(sql`
    select kind from question_history where question_id = ${questionId} order by id`);
  return rows.map((row) => row.kind);
}

/** Who was told what about a question, apart from the staff's queue of the unanswered. */
export async function told(db: DbOrTx, questionId: number) {
  const rows = await db.execute<{ kind: string; person_id: string }>(sql`
    select kind, person_id from notifications where question_id = ${questionId} and kind <> 'queued' order by id`);
  return rows.map((row) => `${row.kind} ${row.person_id}`);
}

/** State of one question as stored. */
export async function stateOfStored(db: DbOrTx, questionId: number): Promise<string> {
  const [row] = await db.execute<{ state: string }>(
    sql`select state from questions where id = ${questionId}`,
  );
  return row?.state ?? "none";
}
