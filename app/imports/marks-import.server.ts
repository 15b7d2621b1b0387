import { sql } from "drizzle-orm";
import { refreshQuestionStates } from "#app/questions/question-state.server.ts";
import type { ImportRun } from "./import-run.server.ts";
import { ensurePeople } from "./people-import.server.ts";
import { COMMUNITY_KEY } from "./person-handles.ts";
import { analyzeStaging } from "./staging.server.ts";

const STATES_AT_ONCE = 1_000;

/**
 * Writes what ties posts together, once all of them are in: tags, accepted answers, duplicates and
 * closures; then derives the states of the questions concerned. A mark is set only where one of
 * its posts is new, so what people of the portal have changed since an earlier import stays.
 */
export async function importMarks(run: ImportRun): Promise<void> {
  await analyzeStaging(run.tx);
  await insertTags(run);
  await acceptAnswers(run);
  await markDuplicates(run);
  await closeQuestions(run);
  await refreshStates(run);
}

async function insertTags({ tx, now }: ImportRun): Promise<void> {
  await tx.execute(sql`
    insert into tags (name, created_at)
    select distinct name, ${now.toISOString()}::timestamptz from import_tags order by name
    on conflict (name) do nothing`);
  await tx.execute(sql`
    insert into question_tags (question_id, tag_id)
    select i.question_id, t.id from import_tags i join tags t on t.name = i.name`);
}

async function acceptAnswers({ tx, source, before, report }: ImportRun): Promise<void> {
  // A vote carries only its day: the mark is never older than the answer.
  const accepted = await tx.execute(sql`
    insert into accepted_answers (question_id, answer_id, accepted_by, accepted_at)
    select q.id, a.id, q.author_id, greatest(a.created_at, v.accepted_at)
    from import_acceptances i
    join imported_records rq
      on rq.source = ${source} and rq.kind = 'question' and rq.external_id = i.question_id
    join questions q on q.id = rq.question_id
    join imported_records ra
      on ra.source = ${source} and ra.kind = 'answer' and ra.external_id = i.answer_id
    join answers a on a.id = ra.answer_id and a.question_id = q.id
    left join import_votes v on v.post_id = i.answer_id
    where a.id > ${before.answer}
    on conflict do nothing`);
  report.imported.acceptedAnswers = accepted.count;
  const [row] = await tx.execute<{ lost: number }>(sql`
    select count(*)::int as lost
    from import_acceptances i
    join imported_records rq
      on rq.source = ${source} and rq.kind = 'question' and rq.external_id = i.question_id
    where rq.question_id > ${before.question}
      and not exists (select from accepted_answers s where s.question_id = rq.question_id)`);
  if (row?.lost) {
    report.remarks.push(
      `${row.lost} questions name an accepted answer that is not among their imported answers.`,
    );
  }
}

async function markDuplicates(run: ImportRun): Promise<void> {
  const { tx, source, before, report } = run;
  await tx.execute(sql`
    insert into import_duplicates
    select distinct on (q.question_id) q.question_id, c.question_id, l.created_at
    from import_links l
    join imported_records q
      on q.source = ${source} and q.kind = 'question' and q.external_id = l.post_id
    join imported_records c
      on c.source = ${source} and c.kind = 'question' and c.external_id = l.related_post_id
    where q.question_id <> c.question_id
      and greatest(q.question_id, c.question_id) > ${before.question}
      and not exists (select from question_duplicates d where d.question_id = q.question_id)
      and not exists (select from question_closures k where k.question_id = q.question_id)
    order by q.question_id, l.created_at, l.id`);
  await dropCircularLinks(run);
  const [first] = await tx.execute<{ at: string | null }>(
    sql`select min(marked_at) as at from import_duplicates`,
  );
  if (!first?.at) return;
  const markedBy = await community(run, new Date(first.at));
  const marked = await tx.execute(sql`
    insert into question_duplicates (question_id, canonical_id, marked_by, marked_at)
    select question_id, canonical_id, ${markedBy}::bigint, marked_at from import_duplicates`);
  report.imported.duplicates = marked.count;
}

/**
 * Readers are led from a duplicate to its canonical question: the way must end somewhere. Of the
 * links that lead round in a circle, the one of the oldest question is dropped.
 */
async function dropCircularLinks({ tx }: ImportRun): Promise<void> {
  await tx.execute(sql`
    with recursive link (question_id, canonical_id) as (
      select question_id, canonical_id from import_duplicates
      union all
      select question_id, canonical_id from question_duplicates
    ), way (start, at, passed) as (
      select question_id, canonical_id, array[question_id] from import_duplicates
      union all
      select way.start, link.canonical_id, way.passed || link.question_id
      from way join link on link.question_id = way.at
      where way.at <> all (way.passed)
    )
    delete from import_duplicates where question_id in (
      select start from way
      where at = start
        and start = (select min(question_id) from import_duplicates where question_id = any (way.passed))
    )`);
}

async function closeQuestions(run: ImportRun): Promise<void> {
  const { tx, report } = run;
  const [first] = await tx.execute<{ at: string | null }>(sql`
    select min(closed_at) as at from import_closures i
    where not exists (select from question_duplicates d where d.question_id = i.question_id)`);
  if (!first?.at) return;
  const closedBy = await community(run, new Date(first.at));
  const closed = await tx.execute(sql`
    insert into question_closures (question_id, reason, note, closed_by, closed_at)
    select i.question_id, 'no-longer-relevant',
      case q.locale when 'ja' then 'インポート元でクローズされた質問です。' else 'Closed on the site it was imported from.' end,
      ${closedBy}::bigint, i.closed_at
    from import_closures i join questions q on q.id = i.question_id
    where not exists (select from question_duplicates d where d.question_id = i.question_id)`);
  report.imported.closures = closed.count;
}

/** A dump does not say who closed a question: the site did. */
async function community(run: ImportRun, at: Date): Promise<number> {
  const ids = await ensurePeople(run, [{ author: { key: COMMUNITY_KEY }, at }]);
  return ids.get(COMMUNITY_KEY) as number;
}

/** Derives the states of all questions that are new or got something new. */
async function refreshStates({ tx, source, before }: ImportRun): Promise<void> {
  await tx.execute(sql`
    insert into import_touched
    select question_id from imported_records
    where source = ${source} and kind = 'question' and question_id > ${before.question}
    union
    select a.question_id from imported_records r join answers a on a.id = r.answer_id
    where r.source = ${source} and r.kind = 'answer' and r.answer_id > ${before.answer}
    union
    select d.question_id from imported_records r join question_duplicates d on d.canonical_id = r.question_id
    where r.source = ${source} and r.kind = 'question' and r.question_id > ${before.question}`);
  await tx.execute(sql`
    update questions q set last_activity_at = greatest(q.last_activity_at, a.at)
    from (
      select question_id, max(created_at) as at from answers
      where id > ${before.answer} and question_id in (select question_id from import_touched)
      group by question_id
    ) a
    where q.id = a.question_id and q.last_activity_at < a.at`);
  for (;;) {
    const rows = await tx.execute<{ question_id: string }>(sql`
      delete from import_touched
      where question_id in (select question_id from import_touched limit ${STATES_AT_ONCE})
      returning question_id`);
    if (rows.length === 0) return;
    await refreshQuestionStates(
      tx,
      rows.map((row) => Number(row.question_id)),
    );
  }
}
