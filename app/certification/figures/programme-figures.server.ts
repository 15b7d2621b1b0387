import { sql } from "drizzle-orm";
import { after, DAY } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import type { ApplicationState } from "#db/vocabulary.ts";
import { addMonths } from "../credentials/credentials.ts";

/** Days of the past in which questions count for the share that supporters answered. */
export const ANSWERED_DAYS = 90;

const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;

/**
 * How the programme is doing. Each figure is defined on the page that shows it:
 * `medianDays` from the beginning of an application to its credential, over the last 12 months;
 * `passed` of `sat` attempts per exam, over the last 12 months;
 * `bySupporters` of `answered` questions asked in the last 90 days whose first answer bore a mark;
 * `renewed` and `ended` terms of the last 12 months; `withSupporter` of `contracted` companies.
 */
export async function findProgrammeFigures(db: DbOrTx, { now }: { now: Date }) {
  const yearAgo = addMonths(now, -12);
  const [holders, applications, exams, [certified], [answered], [renewals], [organisations]] =
    await Promise.all([
      db.execute<{ id: string; level: number; ja: string; en: string; holders: number }>(sql`
        select c.id, c.level, v.name_ja as ja, v.name_en as en,
          (select count(*)::int from credentials k
            where k.certification_id = c.id and k.ended_at is null) as holders
        from certifications c
        join lateral (select name_ja, name_en from certification_versions v
          where v.certification_id = c.id and v.published_at is not null
          order by v.number desc limit 1) v on true
        order by c.level, c.id`),
      db.execute<{ state: ApplicationState; n: number }>(sql`
        select state, count(*)::int as n from applications group by state`),
      db.execute<{ id: string; ja: string; en: string; sat: number; passed: number }>(sql`
        select e.id, e.name_ja as ja, e.name_en as en, count(*)::int as sat,
          count(*) filter (where a.passed)::int as passed
        from exams e join exam_attempts a on a.exam_id = e.id
        where a.ended_at between ${at(yearAgo)} and ${at(now)}
        group by e.id order by e.id`),
      db.execute<{ n: number; days: number | null }>(sql`
        select count(*)::int as n, percentile_cont(0.5) within group (
          order by extract(epoch from decided_at - started_at) / 86400)::float8 as days
        from applications where state = 'approved' and decided_at > ${at(yearAgo)}`),
      db.execute<{ n: number; by: number }>(sql`
        select count(*)::int as n, count(*) filter (where f.credential_id is not null)::int as by
        from questions q
        join lateral (select credential_id from answers a
          where a.question_id = q.id and a.deleted_at is null
          order by a.created_at, a.id limit 1) f on true
        where q.deleted_at is null and q.created_at > ${at(after(now, -ANSWERED_DAYS * DAY))}`),
      db.execute<{ renewed: number; ended: number }>(sql`
        select (select count(*)::int from credential_renewals where at > ${at(yearAgo)}) as renewed,
          (select count(*)::int from credentials
            where ending = 'lapsed' and ended_at > ${at(yearAgo)}) as ended`),
      db.execute<{ n: number; of: number }>(sql`
        select count(*)::int as of, count(*) filter (where exists (
          select from people p join credentials c on c.person_id = p.id and c.ended_at is null
          where p.organisation_id = o.id))::int as n
        from organisations o
        where (o.contract_starts_on is null or o.contract_starts_on <= ${at(now)}::date)
          and (o.contract_ends_on is null or o.contract_ends_on >= ${at(now)}::date)`),
    ]);
  return {
    holders: [...holders].map(({ id, level, ja, en, holders: n }) => ({
      id: Number(id),
      level,
      nameJa: ja,
      nameEn: en,
      holders: n,
    })),
    applications: [...applications].map(({ state, n }) => ({ state, n })),
    exams: [...exams].map(({ id, ja, en, sat, passed }) => ({
      id: Number(id),
      nameJa: ja,
      nameEn: en,
      sat,
      passed,
    })),
    certified: { n: certified?.n ?? 0, medianDays: certified?.days ?? null },
    answered: { n: answered?.n ?? 0, bySupporters: answered?.by ?? 0 },
    renewals: { renewed: renewals?.renewed ?? 0, ended: renewals?.ended ?? 0 },
    organisations: {
      withSupporter: organisations?.n ?? 0,
      contracted: organisations?.of ?? 0,
    },
  };
}

export type ProgrammeFigures = Awaited<ReturnType<typeof findProgrammeFigures>>;

/** The questions behind the share that supporters answered, the newest first. */
export async function listAnsweredQuestions(db: DbOrTx, { now }: { now: Date }) {
  const rows = await db.execute<{
    id: string;
    title: string;
    asked: string;
    name: string;
    level: number | null;
    hours: number;
  }>(sql`
    select q.id, q.title, q.created_at as asked, p.name, c.level,
      extract(epoch from f.created_at - q.created_at) / 3600 as hours
    from questions q
    join lateral (select author_id, credential_id, created_at from answers a
      where a.question_id = q.id and a.deleted_at is null
      order by a.created_at, a.id limit 1) f on true
    join people p on p.id = f.author_id
    left join credentials c on c.id = f.credential_id
    where q.deleted_at is null and q.created_at > ${at(after(now, -ANSWERED_DAYS * DAY))}
    order by q.created_at desc, q.id desc limit 500`);
  return [...rows].map(({ id, title, asked, name, level, hours }) => ({
    id: Number(id),
    title,
    askedAt: new Date(asked),
    answererName: name,
    level,
    hours: Number(hours),
  }));
}

/** Contracted companies with the number of their supporters, those without last. */
export async function listOrganisationsBySupporters(db: DbOrTx, { now }: { now: Date }) {
  const rows = await db.execute<{
    id: string;
    name: string;
    tier: string;
    phase: "introduction" | "trial" | "established";
    supporters: number;
  }>(sql`
    select o.id, o.name, o.tier, o.phase,
      (select count(distinct p.id)::int from people p
        join credentials c on c.person_id = p.id and c.ended_at is null
        where p.organisation_id = o.id) as supporters
    from organisations o
    where (o.contract_starts_on is null or o.contract_starts_on <= ${at(now)}::date)
      and (o.contract_ends_on is null or o.contract_ends_on >= ${at(now)}::date)
    order by supporters desc, o.name limit 1000`);
  return [...rows].map((row) => ({ ...row, id: Number(row.id) }));
}

/** The attempts behind the share of exams passed, the newest first. */
export async function listEndedAttempts(db: DbOrTx, { now }: { now: Date }) {
  const rows = await db.execute<{
    id: string;
    ja: string;
    en: string;
    name: string;
    handle: string;
    ended: string;
    correct: number;
    items: number;
    passed: boolean;
  }>(sql`
    select a.id, e.name_ja as ja, e.name_en as en, p.name, p.handle, a.ended_at as ended,
      a.correct_count as correct, a.item_count as items, a.passed
    from exam_attempts a join exams e on e.id = a.exam_id join people p on p.id = a.person_id
    where a.ended_at between ${at(addMonths(now, -12))} and ${at(now)}
    order by a.ended_at desc, a.id desc limit 500`);
  return [...rows].map(({ id, ja, en, ended, ...row }) => ({
    ...row,
    id: Number(id),
    nameJa: ja,
    nameEn: en,
    endedAt: new Date(ended),
  }));
}
