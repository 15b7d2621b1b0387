import { type SQL, sql } from "drizzle-orm";
import type { Run } from "./run.ts";

/** Lines in which nothing depends on the keys that a database gave; sorted. */
export type EndState = Record<string, string[]>;

/** All that is left when the fortnight is over, told in natural names. */
export async function readEndState(run: Run): Promise<EndState> {
  const read = async (query: SQL): Promise<string[]> => {
    const rows = await run.db.execute<Record<string, unknown>>(query);
    return rows.map((row) => JSON.stringify(row)).sort();
  };
  return {
    questions: await read(sql`select q.title, q.state, q.scope, q.answer_count, q.helpful_count,
        q.last_activity_at, q.deleted_at,
        (select array_agg(h.kind || ' ' || h.at || ' ' || coalesce(p.handle, '') order by h.id)
          from question_history h left join people p on p.id = h.actor_id
          where h.question_id = q.id) as history
      from questions q`),
    routings: await read(sql`select q.title, r.step, r.step_since, r.worked_ms, r.clock_since,
        r.due_ms, r.next_at, t.handle as taker, r.taken_at, r.started_at
      from question_routings r join questions q on q.id = r.question_id
      left join people t on t.id = r.taken_by`),
    offers: await read(sql`select q.title, p.handle, o.step, o.state, o.offered_at, o.answered_at
      from routing_offers o join questions q on q.id = o.question_id
      join people p on p.id = o.person_id`),
    // The log of a question is one story: its order counts.
    log: await read(sql`select q.title, array_agg(concat_ws(' ', l.at, l.kind, p.handle, a.handle,
          l.detail) order by l.id) as story
      from routing_log l join questions q on q.id = l.question_id
      left join people p on p.id = l.person_id left join people a on a.id = l.actor_id
      group by q.title`),
    notifications: await read(sql`select p.handle, n.kind, a.handle as actor, q.title,
        n.answer_id is not null as on_answer, n.detail, n.in_inbox, n.created_at, n.read_at,
        n.mail_outcome, n.mail_due_at, n.mail_settled_at, m.kind as mail_kind, m.created_at as mail_at
      from notifications n join people p on p.id = n.person_id
      left join questions q on q.id = n.question_id left join people a on a.id = n.actor_id
      left join outgoing_mails m on m.id = n.mail_id`),
    mails: await read(sql`select to_address, kind, locale, created_at,
        case when params->>'thread' like 'credential:%' then params - 'url' else params end
          - 'unsubscribeUrl' as params from outgoing_mails`),
    unsubscribing: await read(sql`select p.handle, u.target, u.created_at
      from unsubscribe_links u join people p on p.id = u.person_id`),
    nudges: await read(sql`select n.kind, n.step, n.cause_at, n.sent_at, q.title
      from nudges n join questions q on q.id = n.question_id`),
    points: await read(sql`select p.handle, e.amount, e.reason, e.explanation, e.day, e.at, q.title,
        g.handle as giver from point_entries e join people p on p.id = e.person_id
      join questions q on q.id = e.question_id left join people g on g.id = e.giver_id`),
    tally: [...run.tally].map(([what, times]) => `${what}: ${times}`).sort(),
  };
}

/** The lines that only one of two states has, a few of each part. */
export function differences(one: EndState, other: EndState): string[] {
  return Object.keys({ ...one, ...other }).flatMap((part) => [
    ...without(one[part], other[part]).map((line) => `${part}, only the first: ${line}`),
    ...without(other[part], one[part]).map((line) => `${part}, only the second: ${line}`),
  ]);
}

function without(lines: string[] = [], others: string[] = []): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  const found = lines.filter((line) => {
    const times = left.get(line) ?? 0;
    left.set(line, times - 1);
    return times <= 0;
  });
  return found.slice(0, 5);
}
