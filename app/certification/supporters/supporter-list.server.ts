import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import { dayIn } from "#app/lib/time.ts";
import { activePeople } from "#app/people/directory.server.ts";
import {
  matchesOrganisation,
  matchesPerson,
  nameOrder,
  searchWord,
} from "#app/people/name-search.server.ts";
import { seesOrganisationOf } from "#app/people/people.ts";
import { personSummary, toPersonSummary } from "#app/people/person-summary.server.ts";
import { DEFAULT_LOAD_CAP } from "#app/questions/routing/routing.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { certificationVersions } from "#db/schema/certifications.ts";
import { credentials } from "#db/schema/credentials.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { helperSettings } from "#db/schema/routing.ts";
import type { Locale } from "#db/vocabulary.ts";
import { type Availability, readinessOf } from "./supporters.ts";

const PAGE = 30;

export type SupporterFilter = {
  q?: string;
  /** Slug of a product area. */
  area?: string;
  industry?: string;
  region?: string;
  language?: Locale;
  available?: Availability;
};

/** The highest live credential of a person; a value for queries over `people`. */
const highest = sql<number>`(select c.id from credentials c
  where c.person_id = people.id and c.ended_at is null
  order by c.level desc, c.issued_at desc, c.id desc limit 1)`;

const load = sql<number>`(select count(*)::int from routing_offers o
  where o.person_id = people.id and o.state in ('offered', 'taken'))`;
const cap = sql<number>`coalesce(${helperSettings.loadCap}, ${DEFAULT_LOAD_CAP}::int)`;
const isAway = (today: string) => sql<boolean>`exists (select from helper_absences a
  where a.person_id = people.id and ${today}::date between a.from_day and a.to_day)`;
const speaks = (language: Locale): SQL =>
  language === "ja"
    ? sql`coalesce(${helperSettings.answersJa}, ${people.locale} = 'ja')`
    : sql`coalesce(${helperSettings.answersEn}, ${people.locale} = 'en')`;
const offersPair = sql`exists (select from pair_hosts h
  join pair_availabilities v on v.host_id = h.person_id
  where h.person_id = people.id and h.paused_at is null)`;

/**
 * Holders of a live credential, the highest level first, then by name. What somebody keeps to
 * themselves – their company, and with it industry and region – is neither shown nor found.
 */
export async function listSupporters(
  db: DbOrTx,
  {
    viewer,
    filter,
    cursor,
    now,
  }: { viewer: Viewer; filter: SupporterFilter; cursor: string | null; now: Date },
) {
  const { q, area, industry, region, language, available } = filter;
  const word = searchWord(q);
  const today = dayIn(viewer.timeZone, now);
  const from = decodeCursor(cursor, ["number", "string", "number"]);
  const rows = await db
    .select({
      ...personSummary,
      id: people.id,
      organisationId: people.organisationId,
      level: credentials.level,
      nameJa: certificationVersions.nameJa,
      nameEn: certificationVersions.nameEn,
      industry: organisations.industry,
      region: organisations.region,
      areaIds: sql<number[]>`coalesce((select json_agg(k.product_area_id) from person_skills k
        where k.person_id = people.id), '[]')`,
      load,
      cap,
      isAway: isAway(today),
      order: nameOrder,
    })
    .from(people)
    .innerJoin(credentials, eq(credentials.id, highest))
    .innerJoin(certificationVersions, eq(certificationVersions.id, credentials.versionId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(helperSettings, eq(helperSettings.personId, people.id))
    .where(
      and(
        isNull(credentials.endedAt),
        activePeople(db),
        word === ""
          ? undefined
          : or(matchesPerson(word), and(people.showsOrganisation, matchesOrganisation(word))),
        area
          ? sql`exists (select from person_skills k join product_areas a on a.id = k.product_area_id
              where k.person_id = people.id and a.slug = ${area})`
          : undefined,
        industry ? and(people.showsOrganisation, eq(organisations.industry, industry)) : undefined,
        region ? and(people.showsOrganisation, eq(organisations.region, region)) : undefined,
        language && speaks(language),
        available === "yes" ? sql`not ${isAway(today)} and ${load} < ${cap}` : undefined,
        available === "pair" ? offersPair : undefined,
        from &&
          sql`(-${credentials.level}, ${nameOrder}, ${people.id}) > (${-Number(from[0])}, ${from[1]}, ${from[2]})`,
      ),
    )
    .orderBy(sql`-${credentials.level}`, nameOrder, people.id)
    .limit(PAGE + 1);
  const page = pageOf(rows, PAGE, (last) => [last.level, last.order, last.id]);
  return {
    next: page.next,
    supporters: page.rows.map((row) => {
      const sees = seesOrganisationOf(viewer, row);
      return {
        ...toPersonSummary({ ...row, showsOrganisation: sees }),
        id: row.id,
        level: row.level,
        nameJa: row.nameJa,
        nameEn: row.nameEn,
        industry: sees ? (row.industry ?? "") : "",
        region: sees ? (row.region ?? "") : "",
        areaIds: row.areaIds,
        readiness: readinessOf(row),
      };
    }),
  };
}

export type SupporterEntry = Awaited<ReturnType<typeof listSupporters>>["supporters"][number];

/** Industries and regions of companies that have a supporter who shows it, for the filters. */
export async function listSupporterPlaces(db: DbOrTx) {
  const rows = await db.execute<{ industry: string; region: string }>(sql`
    select distinct o.industry, o.region from credentials c
    join people p on p.id = c.person_id and p.shows_organisation
    join organisations o on o.id = p.organisation_id
    where c.ended_at is null`);
  const words = (key: "industry" | "region") =>
    [...new Set([...rows].map((row) => row[key]))].filter((word) => word !== "").sort();
  return { industries: words("industry"), regions: words("region") };
}
