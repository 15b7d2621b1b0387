import type { Sql } from "./fill.ts";
import { SIZES } from "./sizes.ts";

/** What people did with the posts: accepted, voted, watched, closed; states follow from it. */
export async function fillActivity(sql: Sql): Promise<void> {
  await insertFacts(sql);
  await insertVotes(sql);
  await insertTraces(sql);
  // The same derivation as refreshQuestionStates, over all questions at once.
  await sql`
    update questions q set answer_count = f.answers, helpful_count = f.votes,
      last_activity_at = greatest(q.created_at, f.last_at),
      state = case when f.duplicate then 'duplicate' when f.closed then 'closed'
        when f.asked_back then 'needs-info' when f.accepted then 'solved'
        when f.answers > 0 then 'answered' else 'open' end
    from (
      select q.id,
        (select count(*) from answers a where a.question_id = q.id) as answers,
        (select max(a.created_at) from answers a where a.question_id = q.id) as last_at,
        (select count(*) from helpful_votes v where v.question_id = q.id) as votes,
        exists (select from question_duplicates d where d.question_id = q.id) as duplicate,
        exists (select from question_closures c where c.question_id = q.id) as closed,
        exists (select from information_requests r where r.question_id = q.id) as asked_back,
        exists (select from accepted_answers s where s.question_id = q.id) as accepted
      from questions q
    ) f
    where f.id = q.id`;
  await sql`
    update answers a set helpful_count = v.n
    from (select answer_id, count(*) as n from helpful_votes group by answer_id) v
    where v.answer_id = a.id`;
}

async function insertFacts(sql: Sql): Promise<void> {
  await sql`
    insert into accepted_answers (question_id, answer_id, accepted_by, accepted_at)
    select distinct on (q.id) q.id, a.id, q.author_id, a.created_at + interval '1 hour'
    from questions q join answers a on a.question_id = q.id
    where pg_temp.part(q.id, 40) < 0.65
    order by q.id, pg_temp.part(a.id, 41)`;
  await sql`
    insert into answer_verifications (answer_id, verified_by, verified_at)
    select answer_id, 2 + answer_id % ${SIZES.staff - 1}::int, accepted_at
    from accepted_answers where pg_temp.part(answer_id, 42) < 0.1`;
  await sql`
    insert into question_closures (question_id, reason, closed_by, closed_at)
    select id, 'no-longer-relevant', author_id, created_at + interval '3 hours'
    from questions where pg_temp.part(id, 43) < 0.03`;
  await sql`
    insert into question_duplicates (question_id, canonical_id, marked_by, marked_at)
    select id, 1 + id / 2, author_id, created_at + interval '2 hours'
    from questions where pg_temp.part(id, 44) < 0.02 and id > 2`;
  await sql`
    insert into information_requests (question_id, message, requested_by, requested_at)
    select id, '使っている版を教えてください。', 2, created_at + interval '1 hour'
    from questions where pg_temp.part(id, 45) < 0.015`;
}

async function insertVotes(sql: Sql): Promise<void> {
  const voter = sql`2 + floor(${SIZES.people - 2}::int * pg_temp.part(i, 51))`;
  await sql`
    insert into helpful_votes (person_id, question_id, created_at)
    select ${voter}, 1 + floor(${SIZES.questions}::int * pg_temp.part(i, 52)), now()
    from generate_series(1, ${Math.round(SIZES.votes * 0.25)}::int) i
    on conflict do nothing`;
  await sql`
    insert into helpful_votes (person_id, answer_id, created_at)
    select ${voter}, 1 + floor(${SIZES.answers}::int * pg_temp.part(i, 53)), now()
    from generate_series(1, ${Math.round(SIZES.votes * 0.75)}::int) i
    on conflict do nothing`;
}

/** Versions, history, watchers and news, as the commands of the portal leave them behind. */
async function insertTraces(sql: Sql): Promise<void> {
  for (const [table, column] of [
    ["questions", "question_id"],
    ["answers", "answer_id"],
    ["comments", "comment_id"],
  ] as const) {
    const title = table === "questions" ? sql`title` : sql`null`;
    await sql`
      insert into revisions (${sql(column)}, editor_id, title, body_source, created_at)
      select id, author_id, ${title}, body_source, created_at from ${sql(table)} order by id`;
  }
  await sql`
    insert into question_history (question_id, answer_id, actor_id, kind, at)
    select * from (
      select id, null::bigint, author_id, 'asked', created_at from questions
      union all select question_id, id, author_id, 'answered', created_at from answers
      union all select question_id, answer_id, accepted_by, 'accepted', accepted_at
        from accepted_answers
    ) events (question_id, answer_id, actor_id, kind, at) order by at`;
  await sql`
    insert into question_watches (question_id, person_id, watched_at)
    select id, author_id, created_at from questions
    union all select question_id, author_id, created_at from answers
    on conflict do nothing`;
  await sql`
    insert into notifications (person_id, kind, actor_id, question_id, answer_id, created_at, read_at)
    select q.author_id, 'question-answered', a.author_id, q.id, a.id, a.created_at,
      case when pg_temp.part(a.id, 60) < 0.95 then a.created_at + interval '1 day' end
    from answers a join questions q on q.id = a.question_id
    where a.author_id <> q.author_id order by a.created_at`;
}
