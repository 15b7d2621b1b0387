import { sql } from "drizzle-orm";
import { HOUR } from "#app/lib/time.ts";
import type { QuestionHistoryKind, RoutingStep } from "#db/vocabulary.ts";
import { workedUntil } from "./fortnight.ts";
import type { Run } from "./run.ts";

/** What is wrong at a moment, once the jobs have run; empty when nobody is left waiting. */
export type Faults = { due: string[]; waiting: string[]; loads: string[] };

export async function findFaults(run: Run, now: Date): Promise<Faults> {
  return {
    due: await listDue(run, now),
    waiting: await listWaiting(run, now),
    loads: await listOverloaded(run),
  };
}

/** Everything that a job should have dealt with by now. */
async function listDue({ db }: Run, now: Date): Promise<string[]> {
  const at = now.toISOString();
  const rows = await db.execute<{ what: string }>(sql`
    select 'question ' || question_id || ' was to move on' as what
      from question_routings where next_at <= ${at}
    union all
    select 'notification ' || id || ' was to be mailed' from notifications where mail_due_at <= ${at}`);
  return rows.map(({ what }) => what);
}

/** Helpers who have more questions on their hands than they are willing to have. */
async function listOverloaded({ db }: Run): Promise<string[]> {
  const rows = await db.execute<{ handle: string; load: number; cap: number }>(sql`
    select p.handle, count(*)::int as load, coalesce(s.load_cap, 3) as cap
    from routing_offers o join people p on p.id = o.person_id
    left join helper_settings s on s.person_id = p.id
    where o.state in ('offered', 'taken')
    group by p.handle, s.load_cap having count(*) > coalesce(s.load_cap, 3)`);
  return rows.map(({ handle, load, cap }) => `${handle} has ${load} of ${cap}`);
}

type Row = {
  id: string;
  step: RoutingStep | null;
  taken_at: number | null;
  offers: number;
  history: { kind: QuestionHistoryKind; at: number }[];
};

/** Questions that lie somewhere else than the time they have waited says. */
async function listWaiting({ db, numbers }: Run, now: Date): Promise<string[]> {
  const rows = await db.execute<Row>(sql`
    select q.id, r.step, (extract(epoch from r.taken_at) * 1000)::float8 as taken_at,
      (select count(*)::int from routing_offers o
        where o.question_id = q.id and o.state in ('offered', 'taken')) as offers,
      (select json_agg(json_build_object('kind', h.kind, 'at', extract(epoch from h.at) * 1000)
        order by h.id) from question_history h where h.question_id = q.id) as history
    from questions q left join question_routings r on r.question_id = q.id
    where q.state = 'open' and q.answer_count = 0 and q.deleted_at is null`);
  return rows.flatMap((row) => {
    const waited = waitedSince(row.history, 0, now);
    const complaint = complain(row, waited, waitedSince(row.history, row.taken_at ?? 0, now));
    const hours = (waited / HOUR).toFixed(2);
    return complaint
      ? [`question ${numbers.get(Number(row.id))} after ${hours} h: ${complaint}`]
      : [];
  });
}

function complain(row: Row, waited: number, held: number): string | undefined {
  const { step, taken_at: takenAt, offers } = row;
  if (step === null || step === "ended") return "nobody is looked for";
  if (waited >= 24 * HOUR && step !== "staff") return `the staff do not know, it is at ${step}`;
  if (step === "everyone" && waited < 8 * HOUR) return "all were asked too early";
  if (takenAt !== null) return held >= 8 * HOUR ? "it was taken and forgotten" : undefined;
  if (waited >= 8 * HOUR && step === "first") return "only the first were asked";
  return step !== "staff" && offers === 0 ? "nobody is asked" : undefined;
}

/** After these a question waits for somebody to answer it. */
const OPENING: QuestionHistoryKind[] = ["asked", "information-given", "reopened", "restored"];
/** After these it does not: it waits for its asker, or for nobody. */
const CLOSING: QuestionHistoryKind[] = ["information-requested", "closed", "answered", "deleted"];

/** The working time for which an open question waited from a moment on, told by its history. */
function waitedSince(history: Row["history"], from: number, now: Date): number {
  let sum = 0;
  let since: number | undefined;
  for (const { kind, at } of history) {
    if (OPENING.includes(kind)) since ??= at;
    if (!CLOSING.includes(kind) || since === undefined) continue;
    sum += workedBetween(Math.max(since, from), at);
    since = undefined;
  }
  return since === undefined ? sum : sum + workedBetween(Math.max(since, from), now.getTime());
}

function workedBetween(from: number, to: number): number {
  return Math.max(0, workedUntil(to) - workedUntil(from));
}
