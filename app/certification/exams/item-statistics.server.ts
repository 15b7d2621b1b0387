import { type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { EASIEST, HARDEST, type ItemFigures, JUDGED_FROM, WEAKEST } from "./item-statistics.ts";

/**
 * One row per item with figures `item_id, n, p, r` as `ItemFigures` defines them, from attempts that
 * have ended. An attempt of a single item has no rest score and is left out of `r`.
 */
function figures(condition: SQL): SQL {
  return sql`
    select i.item_id, count(*)::int as n, avg(i.correct::int)::float8 as p,
      corr(i.correct::int, (a.correct_count - i.correct::int)::float8 / nullif(a.item_count - 1, 0)) as r
    from exam_attempt_items i
    join exam_attempts a on a.id = i.attempt_id and a.ended_at is not null
    where i.correct is not null and ${condition}
    group by i.item_id`;
}

/** Figures of some wordings; those that nobody has met yet are left out. */
export async function listItemFigures(
  db: DbOrTx,
  { itemIds }: { itemIds: number[] },
): Promise<Map<number, ItemFigures>> {
  if (itemIds.length === 0) return new Map();
  const ids = sql`i.item_id = any(array[${sql.join(itemIds, sql`, `)}]::bigint[])`;
  const rows = await db.execute<{ item_id: string; n: number; p: number; r: number | null }>(
    figures(ids),
  );
  return new Map(rows.map(({ item_id, ...row }) => [Number(item_id), row]));
}

/** The ids of flagged wordings, as a query for `in (…)`: what `flagsOf` says of one, for all. */
export const flaggedItemIds: SQL = sql`(
  select f.item_id from (${figures(sql`true`)}) f
  where f.n >= ${JUDGED_FROM} and (f.p < ${HARDEST} or f.p > ${EASIEST} or f.r < ${WEAKEST}))`;

export type OptionFigures = {
  optionId: number;
  /** Attempts that chose the option; for an item to be put in order, that set it in its right place. */
  chosen: number;
  /** The same among the better half of these attempts, and among the other half. */
  chosenByBetter: number;
  chosenByOthers: number;
};

export type AnswerFigures = {
  n: number;
  unanswered: number;
  better: number;
  others: number;
  options: OptionFigures[];
};

/**
 * How the answers to one wording fell on its options. Attempts are halved by their share of right
 * answers: a wrong option that draws the better half says that the item misleads.
 */
export async function findAnswerFigures(
  db: DbOrTx,
  { itemId }: { itemId: number },
): Promise<AnswerFigures> {
  const sat = sql`
    select i.answer, x.kind,
      ntile(2) over (order by a.correct_count::float8 / a.item_count desc, a.id) = 1 as better
    from exam_attempt_items i
    join exam_attempts a on a.id = i.attempt_id and a.ended_at is not null
    join exam_items x on x.id = i.item_id
    where i.item_id = ${itemId} and i.correct is not null`;
  const [totals] = await db.execute<Omit<AnswerFigures, "options">>(sql`
    select count(*)::int as n, count(*) filter (where answer is null)::int as unanswered,
      count(*) filter (where better)::int as better, count(*) filter (where not better)::int as others
    from (${sat}) sat`);
  const options = await db.execute<{
    option_id: string;
    chosen: number;
    chosen_by_better: number;
    chosen_by_others: number;
  }>(sql`
    select o.id as option_id, count(sat.*)::int as chosen,
      count(*) filter (where sat.better)::int as chosen_by_better,
      count(*) filter (where not sat.better)::int as chosen_by_others
    from exam_item_options o
    left join (${sat}) sat on case when sat.kind = 'order'
      then sat.answer[o.position] = o.id else o.id = any(sat.answer) end
    where o.item_id = ${itemId}
    group by o.id, o.position order by o.position`);
  const { n = 0, unanswered = 0, better = 0, others = 0 } = totals ?? {};
  return {
    n,
    unanswered,
    better,
    others,
    options: options.map((row) => ({
      optionId: Number(row.option_id),
      chosen: row.chosen,
      chosenByBetter: row.chosen_by_better,
      chosenByOthers: row.chosen_by_others,
    })),
  };
}
