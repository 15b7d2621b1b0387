import { type SQL, sql } from "drizzle-orm";
import { type Cursor, decodeCursor, pageOf } from "#app/lib/cursor.ts";
import type { DbOrTx } from "#db/client.server.ts";
import type { Phase, Tier } from "#db/vocabulary.ts";
import { isContracted, lookAt, moment, yearBefore } from "./counted.server.ts";
import { type CoverageFilter, PORTAL_ZONE } from "./coverage.ts";

const PER_PAGE = 50;
const EXPORTED = 20_000;

export type CoverageRow = {
  id: number;
  name: string;
  tier: Tier;
  phase: Phase;
  /** The last time somebody came, up to the day looked at; of one event when that is asked for. */
  lastAt: Date | null;
  /** How many different people came within the twelve months, guests included. */
  attendees: number;
  /** How many people of the company have an account. */
  members: number;
  rank: number;
};

/** Contracted companies, the first tier first, as far as the filter goes; a page of fifty. */
export async function listCoverageOrganisations(
  db: DbOrTx,
  { filter, after, now }: { filter: CoverageFilter; after?: string | null; now: Date },
) {
  const cursor = decodeCursor(after, ["number", "string", "number"]);
  const rows = await listRows(db, { filter, cursor, limit: PER_PAGE + 1, now });
  return pageOf(rows, PER_PAGE, ({ rank, name, id }) => [rank, name, id]);
}

/** All of them, for a file. */
export async function exportCoverageOrganisations(
  db: DbOrTx,
  { filter, now }: { filter: CoverageFilter; now: Date },
): Promise<CoverageRow[]> {
  return listRows(db, { filter, cursor: undefined, limit: EXPORTED, now });
}

async function listRows(
  db: DbOrTx,
  {
    filter,
    cursor,
    limit,
    now,
  }: { filter: CoverageFilter; cursor: Cursor | undefined; limit: number; now: Date },
): Promise<CoverageRow[]> {
  const { tier, phase, eventId } = filter;
  const { at, day } = lookAt(now, filter.asOf);
  // Of one event, the company has to have had a contract on its day.
  const contractDay = eventId
    ? sql`(select (starts_at at time zone ${PORTAL_ZONE})::date from events where id = ${eventId})`
    : sql`${day}::date`;
  const rank = sql`(case o.tier when 'S' then 0 else o.tier::int end)`;
  const conditions = [
    isContracted(contractDay),
    reachCondition(filter, at),
    tier && sql`o.tier = ${tier}`,
    phase && sql`o.phase = ${phase}`,
    cursor && sql`(${rank}, o.name, o.id) > (${cursor[0]}, ${cursor[1]}, ${cursor[2]})`,
  ].filter((condition) => condition !== undefined);
  const rows = await db.execute<
    Omit<CoverageRow, "id" | "lastAt"> & { id: string; lastAt: string | null }
  >(sql`
    select o.id, o.name, o.tier, o.phase, ${rank}::int as rank, came.last_at as "lastAt",
      came.attendees,
      (select count(*)::int from people p where p.organisation_id = o.id) as members
    from organisations o
    cross join lateral (
      select max(a.at) as last_at,
        (count(distinct a.person_id) filter (where ${isRecent(at, eventId)})
          + count(*) filter (where a.person_id is null and ${isRecent(at, eventId)}))::int
          as attendees
      from attendances a
      where a.organisation_id = o.id and a.undone_at is null and a.at <= ${moment(at)}
        ${eventId ? sql`and a.event_id = ${eventId}` : sql``}) came
    where ${sql.join(conditions, sql` and `)}
    order by ${rank}, o.name, o.id limit ${limit}`);
  return [...rows].map((row) => ({
    ...row,
    id: Number(row.id),
    lastAt: row.lastAt === null ? null : new Date(row.lastAt),
  }));
}

/** Whether an attendance is one of the twelve months; at a chosen event each one is. */
function isRecent(at: Date, eventId: number | undefined): SQL {
  return eventId ? sql`true` : sql`a.at > ${yearBefore(moment(at))}`;
}

function reachCondition({ reach, eventId }: CoverageFilter, at: Date): SQL | undefined {
  if (!reach) return undefined;
  // Whoever did not come to one event never came to it: there is nothing in between.
  const since = eventId ? sql`'-infinity'::timestamptz` : yearBefore(moment(at));
  const recently = sql`came.last_at is not null and came.last_at > ${since}`;
  switch (reach) {
    case "reached":
      return sql`(${recently})`;
    case "missing":
      return sql`not (${recently})`;
    case "never":
      return sql`came.last_at is null`;
    case "lapsed":
      return sql`(came.last_at is not null and came.last_at <= ${since})`;
  }
}
