import type { Sql } from "./fill.ts";
import { SIZES } from "./sizes.ts";
import { answerTexts, commentTexts, questionTexts, type Text, titles } from "./texts.ts";

/** Questions with their tags, answers and comments. */
export async function fillPosts(sql: Sql): Promise<void> {
  await keepTexts(sql, "question_texts", await questionTexts());
  await keepTexts(sql, "answer_texts", await answerTexts());
  await keepTexts(sql, "comment_texts", await commentTexts());
  await keepTitles(sql);
  await insertQuestions(sql);
  await insertTags(sql);
  await insertAnswers(sql);
  await insertComments(sql);
}

async function keepTexts(sql: Sql, table: string, texts: Text[]): Promise<void> {
  const column = (name: "source" | "html" | "text" | "vector") => texts.map((text) => text[name]);
  await sql`
    create temporary table ${sql(table)} as
    select t.n, t.source, t.html, t.body_text, ${texts[0]?.version ?? 1}::int as version,
      t.vector::tsvector as vector
    from unnest(${column("source")}::text[], ${column("html")}::text[], ${column("text")}::text[],
      ${column("vector")}::text[]) with ordinality t (source, html, body_text, vector, n)`;
}

async function keepTitles(sql: Sql): Promise<void> {
  const all = titles();
  await sql`
    create temporary table question_titles as
    select t.n, t.title, string_to_array(t.tags, ' ') as tags, a.id as area_id, t.vector::tsvector as vector
    from unnest(${all.map(({ title }) => title)}::text[], ${all.map(({ vector }) => vector)}::text[],
      ${all.map(({ tags }) => tags)}::text[], ${all.map(({ area }) => area)}::text[])
      with ordinality t (title, vector, tags, area, n)
    join product_areas a on a.slug = t.area`;
}

async function insertQuestions(sql: Sql): Promise<void> {
  await sql`
    insert into questions (author_id, body_source, body_html, body_text, renderer_version,
      created_at, title, product_area_id, scope, organisation_id, last_activity_at, search_vector)
    select p.id, b.source, b.html, b.body_text, b.version, asked.at, t.title, t.area_id,
      case when chance.scope < 0.75 then 'public' when chance.scope < 0.97 then 'customers'
        else 'organisation' end,
      p.organisation_id, asked.at, t.vector || b.vector
    from generate_series(1, ${SIZES.questions}::int) i
    cross join lateral (select pg_temp.part(i, 10) as scope) chance
    cross join lateral (select now() - interval '1 minute' * (1 + 60 * 24 * 720 *
      (${SIZES.questions}::int - i + pg_temp.part(i, 11)) / ${SIZES.questions}::int) as at) asked
    join people p on p.id = ${SIZES.staff}::int + 1
      + floor(${SIZES.people - SIZES.staff}::int * pg_temp.part(i, 12) ^ 2)
    -- Titles come in no order: neighbours in time are about different things.
    join question_titles t on t.n = 1 + (i::bigint * 7919) % ${SIZES.questions}::int
    join question_texts b on b.n
      = 1 + floor((select count(*) from question_texts) * pg_temp.part(i, 13))
    order by i`;
}

async function insertTags(sql: Sql): Promise<void> {
  await sql`
    insert into tags (name, created_at)
    select distinct unnest(tags), now() - interval '720 days' from question_titles`;
  await sql`
    insert into question_tags (question_id, tag_id)
    select distinct q.id, tags.id
    from questions q
    join question_titles t on t.n = 1 + (q.id * 7919) % ${SIZES.questions}::int
    join tags on tags.name = any (t.tags)`;
}

/** Most questions have a few answers, some have dozens, about one in eight has none. */
async function insertAnswers(sql: Sql): Promise<void> {
  await sql`
    create temporary table answerable as
    select id, created_at, row_number() over (order by pg_temp.part(id, 20)) as n
    from questions where pg_temp.part(id, 21) > 0.12`;
  await sql`
    insert into answers (author_id, body_source, body_html, body_text, renderer_version, created_at,
      question_id, organisation_id, true_for_version)
    select p.id, b.source, b.html, b.body_text, b.version,
      least(q.created_at + interval '1 minute' * (5 + 60 * 24 * 20 * pg_temp.part(i, 22) ^ 4), now()),
      q.id, p.organisation_id, case when pg_temp.part(i, 23) < 0.2 then '5.2' end
    from generate_series(1, ${SIZES.answers}::int) i
    join answerable q
      on q.n = 1 + floor((select count(*) from answerable) * pg_temp.part(i, 24) ^ 1.6)
    join people p on p.id = 2 + floor(${SIZES.people - 2}::int * pg_temp.part(i, 25) ^ 3)
    join answer_texts b on b.n
      = 1 + floor((select count(*) from answer_texts) * pg_temp.part(i, 26))
    order by i`;
}

async function insertComments(sql: Sql): Promise<void> {
  await sql`
    insert into comments (author_id, body_source, body_html, body_text, renderer_version, created_at,
      question_id, answer_id)
    select p.id, b.source, b.html, b.body_text, b.version,
      least(a.created_at + interval '1 minute' * (2 + 60 * 24 * pg_temp.part(i, 30)), now()),
      a.question_id, case when pg_temp.part(i, 31) < 0.7 then a.id end
    from generate_series(1, ${SIZES.comments}::int) i
    join answers a on a.id = 1 + floor(${SIZES.answers}::int * pg_temp.part(i, 32))
    join people p on p.id = 2 + floor(${SIZES.people - 2}::int * pg_temp.part(i, 33) ^ 2)
    join comment_texts b on b.n
      = 1 + floor((select count(*) from comment_texts) * pg_temp.part(i, 34))
    order by i`;
}
