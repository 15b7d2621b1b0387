import { type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import type { PointExplanation, PointReason } from "#db/vocabulary.ts";
import { type Deed, POINTS_ZONE, type Standing } from "./points.ts";

/** Days as a condition on a moment; every day when none are named. */
function onDays(moment: SQL, days: string[] | undefined): SQL {
  if (!days) return sql`true`;
  return sql`exists (select from unnest((${sql.param(days)}::text[])::date[]) d
    where ${moment} >= d::timestamp at time zone ${POINTS_ZONE}
      and ${moment} < (d + 1)::timestamp at time zone ${POINTS_ZONE})`;
}

/**
 * The deeds that stand now, for answers that meet a condition on `a` (answers). What an import
 * brought, by or for people who cannot log in, is no deed.
 */
function standingDeeds(condition: SQL, days?: string[]): SQL {
  const deeds = (moment: SQL, columns: SQL, source: SQL, giver: SQL) => sql`
    select a.author_id as person_id, a.id as answer_id, a.question_id, ${giver} as giver_id,
      q.author_id as asker_id, q.organisation_id as asker_organisation_id,
      a.organisation_id as answerer_organisation_id, ${columns},
      (extract(epoch from ${moment}) * 1000)::float8 as at,
      (${moment} at time zone ${POINTS_ZONE})::date::text as day
    from ${source}
    join questions q on q.id = a.question_id and q.deleted_at is null
    join people author on author.id = a.author_id and author.email is not null
    join people giver on giver.id = ${giver} and giver.email is not null
    where a.deleted_at is null and ${condition} and ${onDays(moment, days)}`;
  const accepted = deeds(
    sql`s.accepted_at`,
    sql`'accepted-answer' as reason, false as in_ring,
      case when s.accepted_by = q.author_id then q.organisation_id end as giver_organisation_id`,
    sql`answers a join accepted_answers s on s.answer_id = a.id`,
    sql`s.accepted_by`,
  );
  const votes = deeds(
    sql`v.created_at`,
    sql`'helpful-vote' as reason,
      exists (select from voting_rings r where r.dismissed_at is null
        and r.first_id = least(a.author_id, v.person_id)
        and r.second_id = greatest(a.author_id, v.person_id)) as in_ring,
      v.organisation_id as giver_organisation_id`,
    sql`answers a join helpful_votes v on v.answer_id = a.id`,
    sql`v.person_id`,
  );
  return sql`${accepted} union all ${votes}`;
}

type Row = {
  person_id: string;
  reason: PointReason;
  answer_id: string;
  question_id: string;
  giver_id: string;
  asker_id: string;
  asker_organisation_id: string | null;
  answerer_organisation_id: string | null;
  giver_organisation_id: string | null;
  in_ring: boolean;
  at: number;
  day: string;
};

const idOrNull = (id: string | null) => (id === null ? null : Number(id));

/** The deeds for which people may get points as things stand, on the given days or ever. */
export async function listDeeds(
  db: DbOrTx,
  { personIds, days }: { personIds: number[]; days?: string[] },
): Promise<Deed[]> {
  const theirs = sql`a.author_id = any(${sql.param(personIds)}::bigint[])`;
  const rows = await db.execute<Row>(standingDeeds(theirs, days));
  return rows.map((row) => ({
    personId: Number(row.person_id),
    reason: row.reason,
    answerId: Number(row.answer_id),
    questionId: Number(row.question_id),
    giverId: Number(row.giver_id),
    askerId: Number(row.asker_id),
    askerOrganisationId: idOrNull(row.asker_organisation_id),
    answererOrganisationId: idOrNull(row.answerer_organisation_id),
    giverOrganisationId: idOrNull(row.giver_organisation_id),
    inRing: row.in_ring,
    at: new Date(row.at),
    day: row.day,
  }));
}

/** Whose ledger, and which of its days, answers concern: by what stands now or was written before. */
export async function findConcerned(
  db: DbOrTx,
  of: { answerIds: number[] } | { questionId: number },
): Promise<{ personIds: number[]; days: string[] }> {
  const these = (column: SQL) =>
    "answerIds" in of ? sql`${column} = any(${sql.param(of.answerIds)}::bigint[])` : undefined;
  const concerned =
    these(sql`a.id`) ?? sql`a.question_id = ${"questionId" in of ? of.questionId : 0}`;
  const rows = await db.execute<{ person_id: string; day: string }>(sql`
    select person_id, day from (${standingDeeds(concerned)}) deeds
    union
    select e.person_id, e.day::text from answers a join point_entries e on e.answer_id = a.id
    where ${concerned}`);
  return {
    personIds: [...new Set(rows.map((row) => Number(row.person_id)))].sort((a, b) => a - b),
    days: [...new Set(rows.map((row) => row.day))],
  };
}

/** What the ledger says of each deed of these people, on the given days or ever. */
export async function listStandings(
  db: DbOrTx,
  { personIds, days }: { personIds: number[]; days?: string[] },
): Promise<(Standing & { personId: number })[]> {
  const rows = await db.execute<{
    person_id: string;
    reason: PointReason;
    answer_id: string;
    question_id: string;
    giver_id: string | null;
    day: string;
    counts: number;
    last: PointExplanation;
  }>(sql`
    select person_id, reason, answer_id, question_id, giver_id, day::text as day,
      sum(amount)::int as counts, (array_agg(explanation order by id desc))[1] as last
    from point_entries
    where person_id = any(${sql.param(personIds)}::bigint[])
      and ${days ? sql`day = any((${sql.param(days)}::text[])::date[])` : sql`true`}
    group by person_id, reason, answer_id, question_id, giver_id, day`);
  return rows.map((row) => ({
    personId: Number(row.person_id),
    reason: row.reason,
    answerId: Number(row.answer_id),
    questionId: Number(row.question_id),
    giverId: idOrNull(row.giver_id),
    day: row.day,
    counts: row.counts,
    last: row.last,
  }));
}
