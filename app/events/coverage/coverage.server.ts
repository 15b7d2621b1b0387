import { sql } from "drizzle-orm";
import { addDays } from "#app/calendar/zoned-days.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { PHASES, type Phase, TIERS, type Tier } from "#db/vocabulary.ts";
import { type Nps, npsOf } from "../afterwards/surveys.ts";
import { isContracted, lookAt, moment, yearBefore } from "./counted.server.ts";
import { MONTHS, PORTAL_ZONE } from "./coverage.ts";

/** Companies that came, of those with a contract. */
export type Share = { reached: number; contracted: number };

/** Coverage now: in total, by tier, by phase. */
export async function findCoverage(db: DbOrTx, { now }: { now: Date }) {
  const { at, day } = lookAt(now);
  const rows = await db.execute<Share & { tier: Tier; phase: Phase }>(sql`
    select o.tier, o.phase, count(*)::int as contracted, count(*) filter (where exists (
      select from attendances a where a.organisation_id = o.id and a.undone_at is null
        and a.at > ${yearBefore(moment(at))} and a.at <= ${moment(at)}))::int as reached
    from organisations o where ${isContracted(sql`${day}::date`)} group by o.tier, o.phase`);
  const cells = [...rows];
  const sum = (chosen: Share[]): Share => ({
    reached: chosen.reduce((total, { reached }) => total + reached, 0),
    contracted: chosen.reduce((total, { contracted }) => total + contracted, 0),
  });
  return {
    total: sum(cells),
    byTier: TIERS.map((tier) => ({ tier, ...sum(cells.filter((cell) => cell.tier === tier)) })),
    byPhase: PHASES.map((phase) => ({
      phase,
      ...sum(cells.filter((cell) => cell.phase === phase)),
    })),
  };
}

/**
 * Coverage at the end of each of the eleven months before this one, and now; each looks back over
 * its own twelve months and counts the contracts of its own day. Oldest first.
 */
export async function listCoverageTrend(db: DbOrTx, { now }: { now: Date }) {
  const today = lookAt(now);
  const points = [
    ...Array.from({ length: MONTHS - 1 }, (_, index) =>
      lookAt(now, lastDayOfMonth(today.day, index - MONTHS + 1)),
    ),
    today,
  ];
  const values = sql.join(
    points.map(({ at, day }) => sql`(${moment(at)}, ${day}::date)`),
    sql`, `,
  );
  const rows = await db.execute<Share & { day: string }>(sql`
    select to_char(point.day, 'YYYY-MM-DD') as day,
      (select count(*)::int from organisations o where ${isContracted(sql`point.day`)}) as contracted,
      (select count(distinct a.organisation_id)::int from attendances a
        join organisations o on o.id = a.organisation_id
        where a.undone_at is null and a.at <= point.at and a.at > ${yearBefore(sql`point.at`)}
          and ${isContracted(sql`point.day`)}) as reached
    from (values ${values}) as point (at, day) order by point.day`);
  return [...rows];
}

function lastDayOfMonth(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return addDays(new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10), -1);
}

export type EventCoverage = Share & {
  id: number;
  title: string;
  startsAt: Date;
  /** People who came, guests included. */
  people: number;
  asked: number;
  answered: number;
  nps: Nps;
};

/** Events that began within the last twelve months, the newest first, with whom they reached. */
export async function listEventCoverage(
  db: DbOrTx,
  { now, limit = 200 }: { now: Date; limit?: number },
): Promise<EventCoverage[]> {
  const rows = await db.execute<
    Share & {
      id: string;
      title: string;
      startsAt: string;
      people: number;
      asked: number;
      answered: number;
      recommendations: number[] | null;
    }
  >(sql`
    with chosen as materialized (
      select e.id, e.title, e.starts_at, (e.starts_at at time zone ${PORTAL_ZONE})::date as day
      from events e
      where e.published_at is not null and e.cancelled_at is null and e.postponed_at is null
        and e.starts_at <= ${moment(now)} and e.starts_at > ${yearBefore(moment(now))}
      order by e.starts_at desc, e.id desc limit ${limit})
    select e.id, e.title, e.starts_at as "startsAt",
      (select count(*)::int from organisations o where ${isContracted(sql`e.day`)}) as contracted,
      came.reached, came.people, survey.asked, survey.answered, survey.recommendations
    from chosen e
    cross join lateral (
      select count(distinct o.id)::int as reached, count(a.id)::int as people
      from attendances a
      left join organisations o on o.id = a.organisation_id and ${isContracted(sql`e.day`)}
      where a.event_id = e.id and a.undone_at is null) came
    cross join lateral (
      select count(*)::int as asked, count(i.answered_at)::int as answered,
        array_agg(i.recommendation) filter (
          where i.answered_at is not null and i.recommendation is not null) as recommendations
      from survey_invitations i where i.event_id = e.id) survey
    order by e.starts_at desc, e.id desc`);
  return [...rows].map(({ recommendations, ...row }) => ({
    ...row,
    id: Number(row.id),
    startsAt: new Date(row.startsAt),
    nps: npsOf(
      Array.from(
        { length: 11 },
        (_, value) => (recommendations ?? []).filter((given) => given === value).length,
      ),
    ),
  }));
}

/** Events to which companies can be invited, the nearest first. */
export async function listComingEvents(db: DbOrTx, { now }: { now: Date }) {
  const rows = await db.execute<{ id: string; title: string; startsAt: string }>(sql`
    select id, title, starts_at as "startsAt" from events
    where published_at is not null and cancelled_at is null and postponed_at is null
      and starts_at > ${moment(now)} order by starts_at, id limit 50`);
  return [...rows].map(({ id, title, startsAt }) => ({
    id: Number(id),
    title,
    startsAt: new Date(startsAt),
  }));
}

/** The name of an event that a list is about. */
export async function findEventTitle(
  db: DbOrTx,
  { eventId }: { eventId: number },
): Promise<string | undefined> {
  const [row] = await db.execute<{ title: string }>(
    sql`select title from events where id = ${eventId}`,
  );
  return row?.title;
}
