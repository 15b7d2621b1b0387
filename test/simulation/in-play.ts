import { sql } from "drizzle-orm";
import { after, DAY } from "#app/lib/time.ts";
import type { QuestionState, RoutingStep } from "#db/vocabulary.ts";
import type { Run } from "./run.ts";
import type { Inhabitant } from "./world.ts";

/** A question somebody may still do something about, as people see it. */
export type InPlay = {
  id: number;
  number: number;
  state: QuestionState;
  asker: Inhabitant;
  step: RoutingStep;
  taker: Inhabitant | undefined;
  offeredTo: Inhabitant[];
  /** Oldest first. */
  answers: { id: number; author: Inhabitant }[];
};

type Row = {
  id: string;
  state: QuestionState;
  author_id: string;
  step: RoutingStep;
  taken_by: string | null;
  offered_to: number[];
  answers: { id: number; author: number }[];
};

/** What is open, waits for information, or was answered lately but has no accepted answer. */
export async function listInPlay({ db, world, numbers }: Run, now: Date): Promise<InPlay[]> {
  const rows = await db.execute<Row>(sql`
    select q.id, q.state, q.author_id, r.step, r.taken_by,
      array(select o.person_id::int from routing_offers o
        where o.question_id = q.id and o.state = 'offered' order by o.person_id) as offered_to,
      coalesce((select json_agg(json_build_object('id', a.id, 'author', a.author_id) order by a.id)
        from answers a where a.question_id = q.id and a.deleted_at is null), '[]') as answers
    from questions q join question_routings r on r.question_id = q.id
    where q.deleted_at is null and (q.state in ('open', 'needs-info')
      or (q.state = 'answered' and q.last_activity_at > ${after(now, -3 * DAY).toISOString()}))
    order by q.id`);
  const person = (id: string | number) => world.byId.get(Number(id)) as Inhabitant;
  return rows.map((row) => ({
    id: Number(row.id),
    number: numbers.get(Number(row.id)) ?? 0,
    state: row.state,
    asker: person(row.author_id),
    step: row.step,
    taker: row.taken_by === null ? undefined : person(row.taken_by),
    offeredTo: row.offered_to.map(person),
    answers: row.answers.map(({ id, author }) => ({ id, author: person(author) })),
  }));
}
