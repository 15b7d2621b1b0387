import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";

/**
 * Derives `state` and `answer_count` of questions from the facts about them, as `stateOf` in
 * questions.ts defines. Called at the end of every command that changes such a fact.
 */
export async function refreshQuestionStates(tx: DbOrTx, questionIds: number[]): Promise<void> {
  if (questionIds.length === 0) return;
  await tx.execute(sql`
    update questions q set
      answer_count = a.n,
      state = case
        when exists (select from question_hidings h where h.question_id = q.id) then 'hidden'
        when exists (select from question_duplicates d where d.question_id = q.id) then 'duplicate'
        when exists (select from question_closures c where c.question_id = q.id) then 'closed'
        when exists (select from information_requests i where i.question_id = q.id) then 'needs-info'
        when exists (select from accepted_answers s where s.question_id = q.id) then 'solved'
        when a.n > 0 then 'answered'
        else 'open'
      end
    from (
      select ids.id, count(answers.id)::int as n
      from unnest(${sql.param(questionIds)}::bigint[]) as ids (id)
      left join answers on answers.question_id = ids.id and answers.deleted_at is null
      group by ids.id
    ) a
    where q.id = a.id
  `);
}

export function refreshQuestionState(tx: DbOrTx, questionId: number): Promise<void> {
  return refreshQuestionStates(tx, [questionId]);
}
