import { type SQL, sql } from "drizzle-orm";
import { reconcileAllPoints } from "#app/points/points.server.ts";
import type { Run } from "./run.ts";

async function count({ db }: Run, query: SQL): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from (${query}) rows`,
  );
  return row?.n ?? 0;
}

/** How often questions moved on and why, and what became of news by mail. */
export async function countTurns({ db }: Run): Promise<Record<string, number>> {
  const rows = await db.execute<{ what: string; n: number }>(sql`
    select concat_ws(' ', l.kind, l.detail->>'step', l.detail->>'because') as what, count(*)::int as n
      from routing_log l where l.kind in ('step-reached', 'take-lapsed') group by 1
    union all select 'nudge ' || kind, count(*)::int from nudges group by 1
    union all select 'news ' || mail_outcome, count(*)::int from notifications group by 1`);
  return Object.fromEntries(rows.map(({ what, n }) => [what, n]));
}

/** How many mails there are, and how many the ledger accounts for. */
export async function countMails(run: Run) {
  const of = (query: SQL) => count(run, query);
  return {
    mails: await of(sql`select id from outgoing_mails`),
    accounted: await of(sql`select distinct mail_id from notifications where mail_id is not null`),
    single: await of(sql`select id from outgoing_mails where kind = 'notification'`),
    mailed: await of(sql`select id from notifications where mail_outcome = 'mailed'`),
    digests: await of(sql`select id from outgoing_mails where kind = 'digest'`),
    digested: await of(
      sql`select distinct mail_id from notifications where mail_outcome = 'digested'`,
    ),
    deliveries: await of(
      sql`select distinct data->>'mailId' from pgboss.job where name = 'deliver-mail'`,
    ),
  };
}

/** What must not be, each with how often it is. */
export async function countWrongs(run: Run, now: Date): Promise<Record<string, number>> {
  const of = (query: SQL) => count(run, query);
  const at = sql`${now.toISOString()}::timestamptz`;
  const carried = sql`from notifications n join outgoing_mails m on m.id = n.mail_id
    join people p on p.id = n.person_id left join questions q on q.id = n.question_id`;
  return {
    "mail of another person": await of(sql`select n.id ${carried}
      where m.person_id <> n.person_id or m.to_address <> p.email`),
    "mail that says another number": await of(sql`select m.id ${carried} where m.kind = 'digest'
      group by m.id having count(*) <> (m.params->>'count')::int`),
    "mail about several events, though no digest": await of(sql`select m.id ${carried}
      where m.kind = 'notification' group by m.id having count(*) > 1`),
    "mailed, but without a mail": await of(sql`select id from notifications
      where (mail_outcome in ('mailed', 'digested')) <> (mail_id is not null)`),
    "told of their own deed": await of(
      sql`select id from notifications where actor_id = person_id`,
    ),
    "told twice of one event": await of(sql`select person_id, kind, question_id, answer_id,
        comment_id, actor_id, created_at, detail::text from notifications
      group by 1, 2, 3, 4, 5, 6, 7, 8 having count(*) > 1`),
    "mailed while suspended": await of(sql`select n.id ${carried} join suspensions s
      on s.person_id = n.person_id and s.suspended_at < m.created_at
        and coalesce(s.lifted_at, 'infinity') > m.created_at`),
    "mailed about what was taken back": await of(sql`select n.id ${carried}
      where q.deleted_at < m.created_at`),
    "mailed about what they cannot see": await of(sql`select n.id ${carried}
      where q.scope = 'organisation' and q.edited_at < m.created_at and p.role = 'member'
        and p.id <> q.author_id and p.organisation_id is distinct from q.organisation_id`),
    "in the queue, but not all staff were told": await of(sql`select l.id from routing_log l
      where l.kind = 'step-reached' and l.detail->>'step' = 'staff' and (
        select count(*) from notifications n where n.kind = 'queued'
          and n.question_id = l.question_id and n.created_at = l.at) <> ${run.world.staff.length}`),
    "asker not reminded of information": await of(sql`select i.question_id
      from information_requests i join questions q on q.id = i.question_id
      where q.deleted_at is null and q.state = 'needs-info'
        and i.requested_at < ${at} - interval '3 days 1 hour'
        and not exists (select from nudges n where n.kind = 'information'
          and n.question_id = q.id and n.cause_at = i.requested_at)`),
    "asker not reminded of answers": await of(sql`select q.id from questions q
      where q.deleted_at is null and q.state = 'answered'
        and q.last_activity_at < ${at} - interval '3 days 1 hour'
        and not exists (select from suspensions s where s.person_id = q.author_id)
        and not exists (select from nudges n where n.kind = 'acceptance' and n.question_id = q.id)`),
    "points that the ledger missed": await reconcileAllPoints(run.db, { now }),
  };
}
