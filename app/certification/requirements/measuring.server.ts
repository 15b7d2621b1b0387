import { inArray, sql } from "drizzle-orm";
import { listDeeds } from "#app/points/deeds.server.ts";
import { barOf, type Deed, POINTS_ZONE } from "#app/points/points.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { contributions } from "#db/schema/certifications.ts";
import type { ContributionKind, RequirementKind } from "#db/vocabulary.ts";
import { addMonths } from "../credentials/credentials.ts";
import { countAttendedEvents } from "./attended-events.server.ts";
import type { Requirement } from "./requirements.ts";

/** What one person has of each kind that was asked for. */
export type Values = Partial<Record<RequirementKind, number>>;

export type Measured = {
  personIds: number[];
  requirements: Requirement[];
  /** The exam that the requirement `exam` means. */
  examId: number | null;
  now: Date;
};

/** From when on something counts for a requirement. */
export function countsSince({ withinMonths }: Requirement, now: Date): Date {
  return withinMonths === null ? new Date(0) : addMonths(now, -withinMonths);
}

/**
 * What people have of each required kind, the practical left aside. What earns no points for whom it
 * comes from – one's own company, a voting ring – is no evidence either; the daily cap on points
 * takes nothing away here.
 */
export async function measurePeople(
  db: DbOrTx,
  { personIds, requirements, examId, now }: Measured,
): Promise<Map<number, Values>> {
  const values = new Map<number, Values>(personIds.map((id) => [id, {}]));
  if (personIds.length === 0) return values;
  const note = (kind: RequirementKind, counts: Map<number, number>) => {
    for (const [id, of] of values) of[kind] = counts.get(id) ?? 0;
  };
  const deeds = requirements.some(({ kind }) => kind in DEED_OF)
    ? (await listDeeds(db, { personIds })).filter((deed) => !barOf(deed))
    : [];
  for (const requirement of requirements) {
    const { kind } = requirement;
    const since = countsSince(requirement, now);
    if (kind === "accepted-answers" || kind === "helpful-votes") {
      note(kind, countPerPerson(deedsOf(deeds, kind, since)));
    } else if (kind === "months-active") {
      note(kind, await countMonths(db, personIds, since));
    } else if (kind === "events-attended") {
      note(kind, await countAttendedEvents(db, personIds, since));
    } else if (kind === "success-presentations") {
      note(kind, await countContributions(db, personIds, { kind, since }));
    } else if (kind === "exam") {
      note(kind, await countPasses(db, personIds, examId));
    }
  }
  return values;
}

const DEED_OF = {
  "accepted-answers": "accepted-answer",
  "helpful-votes": "helpful-vote",
} as const;

/** Contributions that count for a requirement; those to events attended count with check-ins. */
export const CONTRIBUTIONS_OF = {
  "success-presentations": ["success-presentation"],
} as const satisfies Record<string, ContributionKind[]>;

/** The deeds that count for a requirement from a moment on. */
export function deedsOf(deeds: Deed[], kind: keyof typeof DEED_OF, since: Date): Deed[] {
  return deeds.filter(({ reason, at }) => reason === DEED_OF[kind] && at >= since);
}

function countPerPerson(deeds: Deed[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { personId } of deeds) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  return counts;
}

const asIds = (personIds: number[]) => sql`(${sql.param(personIds)}::bigint[])`;
const asMoment = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;

function asMap(rows: Iterable<{ person_id: string; n: number }>): Map<number, number> {
  return new Map([...rows].map((row) => [Number(row.person_id), row.n]));
}

/** Calendar months in which a person asked, answered or commented. */
async function countMonths(
  db: DbOrTx,
  personIds: number[],
  since: Date,
): Promise<Map<number, number>> {
  const posts = (table: "questions" | "answers" | "comments") => sql`
    select author_id, created_at from ${sql.identifier(table)}
    where author_id = any${asIds(personIds)} and deleted_at is null and created_at >= ${asMoment(since)}`;
  const rows = await db.execute<{ person_id: string; n: number }>(sql`
    select author_id as person_id,
      count(distinct date_trunc('month', created_at at time zone ${POINTS_ZONE}))::int as n
    from (${posts("questions")} union all ${posts("answers")} union all ${posts("comments")}) posts
    group by author_id`);
  return asMap(rows);
}

async function countContributions(
  db: DbOrTx,
  personIds: number[],
  { kind, since }: { kind: keyof typeof CONTRIBUTIONS_OF; since: Date },
): Promise<Map<number, number>> {
  const rows = await db.execute<{ person_id: string; n: number }>(sql`
    select person_id, count(*)::int as n from ${contributions}
    where person_id = any${asIds(personIds)} and removed_at is null
      and ${inArray(contributions.kind, [...CONTRIBUTIONS_OF[kind]])}
      and happened_on >= (${asMoment(since)} at time zone ${POINTS_ZONE})::date
    group by person_id`);
  return asMap(rows);
}

async function countPasses(
  db: DbOrTx,
  personIds: number[],
  examId: number | null,
): Promise<Map<number, number>> {
  const rows = await db.execute<{ person_id: string; n: number }>(sql`
    select distinct person_id, 1 as n from exam_attempts
    where person_id = any${asIds(personIds)} and exam_id = ${examId}::bigint and passed`);
  return asMap(rows);
}
