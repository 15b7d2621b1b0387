import { findPerson } from "./log-in.ts";
import type { Portal } from "./portal.ts";

/** Slug of the demo community's certification exam, whose ids begin at 1. */
export const EXAM = "supporter-exam";

/** Gives somebody a draft of an application that asks for the certification exam. */
export async function letSit({ sql }: Portal, personId: number): Promise<number> {
  const [version] = await sql<{ id: number; certification_id: number }[]>`
    select v.id::int, v.certification_id::int from certification_versions v
    join exams e on e.id = v.exam_id and e.slug = ${EXAM} order by v.id desc limit 1`;
  if (!version) throw new Error("No certification asks for the exam");
  await sql`insert into applications (certification_id, version_id, person_id, state, started_at)
    values (${version.certification_id}, ${version.id}, ${personId}, 'draft', now())
    on conflict do nothing`;
  const [application] = await sql<{ id: number }[]>`
    select id::int from applications where person_id = ${personId} and state = 'draft'
      and certification_id = ${version.certification_id}`;
  return application?.id ?? 0;
}

/** An attempt as a row, with one question of each kind in front; ended with nothing right, or open. */
export async function giveAttempt(
  { sql }: Portal,
  { personId, examId, ended }: { personId: number; examId: number; ended: boolean },
): Promise<number> {
  const end = ended
    ? sql`now() - interval '1 hour', 'handed-in', 0, false`
    : sql`null, null, null, null`;
  const [attempt] = await sql<{ id: number }[]>`
    insert into exam_attempts (exam_id, person_id, number, started_at, deadline_at, ended_at, ending,
      correct_count, passed, item_count, pass_percent)
    select ${examId}, ${personId}, coalesce(max(number), 0) + 1, now() - interval '5 minutes',
      now() + interval '35 minutes', ${end}, 8, 70
    from exam_attempts where exam_id = ${examId} and person_id = ${personId}
    on conflict (exam_id, person_id) where ended_at is null
      do update set deadline_at = excluded.deadline_at
    returning id::int`;
  const id = attempt?.id ?? 0;
  await sql`insert into exam_attempt_items (attempt_id, position, item_id, option_ids, correct)
    select ${id}, row_number() over (order by x.turn, x.kind), x.id,
      array(select o.id from exam_item_options o where o.item_id = x.id order by o.id desc),
      ${ended ? false : null}
    from (select i.id, i.kind, row_number() over (partition by i.kind order by i.id) as turn
      from exam_items i where i.retired_at is null) x
    order by x.turn, x.kind limit 8
    on conflict do nothing`;
  return id;
}

/** What pages about exams show. */
export async function findExamPlaces(portal: Portal) {
  const { sql } = portal;
  const member = await findPerson(portal, "member");
  const supporter = await findPerson(portal, "supporter");
  const id = async (query: PromiseLike<Record<string, unknown>[]>) => Number((await query)[0]?.id);
  await letSit(portal, member.id);
  return {
    /** Of `member`: under way, its questions multiple, order, single; and one that was not passed. */
    open: await giveAttempt(portal, { personId: member.id, examId: 1, ended: false }),
    failed: await giveAttempt(portal, { personId: member.id, examId: 2, ended: true }),
    /** Of `supporter`. */
    passed: await id(sql`select id from exam_attempts where person_id = ${supporter.id} and passed
      order by id limit 1`),
    flaggedItem: await id(sql`select id from exam_items where code = 'desk-04'`),
    revisedItem: await id(sql`select id from exam_items where code = 'site-03' and revision = 1`),
    orderItem: await id(sql`select id from exam_items where code = 'email-01'`),
  };
}

export type ExamPlaces = Awaited<ReturnType<typeof findExamPlaces>>;
