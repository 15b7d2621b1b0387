import { type SQL, sql } from "drizzle-orm";
import { visibleToPeople } from "#app/events/visibility.server.ts";
import { POINTS_ZONE } from "#app/points/points.ts";
import type { DbOrTx } from "#db/client.server.ts";
import type { Evidence } from "./requirements.ts";

/**
 * Events that people attended, each once: by being checked in, or as staff recorded it of events
 * elsewhere. A record of the same name and day as an event where they were checked in is that event.
 * Columns: `person_id`, `event_id` (null for records), `title`, `day` (`date`).
 */
function attendedEvents(personIds: number[], since: Date): SQL {
  const ids = sql`(${sql.param(personIds)}::bigint[])`;
  const from = sql`(${since.toISOString()}::timestamptz at time zone ${POINTS_ZONE})::date`;
  const day = sql`(events.starts_at at time zone events.time_zone)::date`;
  return sql`(
    with checked_in as (
      select attendances.person_id, events.id as event_id, events.title, ${day} as day
      from attendances join events on events.id = attendances.event_id
      where attendances.person_id = any${ids} and attendances.undone_at is null
    )
    select * from checked_in where day >= ${from}
    union all
    select person_id, null, title, happened_on from contributions
    where person_id = any${ids} and kind = 'event-attendance' and removed_at is null
      and happened_on >= ${from}
      and not exists (select from checked_in
        where checked_in.person_id = contributions.person_id
          and checked_in.day = contributions.happened_on
          and lower(checked_in.title) = lower(contributions.title))
  )`;
}

/** How many events each of the people attended from a moment on; who attended none is missing. */
export async function countAttendedEvents(
  db: DbOrTx,
  personIds: number[],
  since: Date,
): Promise<Map<number, number>> {
  const rows = await db.execute<{ person_id: string; n: number }>(sql`
    select person_id, count(*)::int as n from ${attendedEvents(personIds, since)} attended
    group by person_id`);
  return new Map([...rows].map((row) => [Number(row.person_id), row.n]));
}

/** The events that somebody attended, the newest first, with the way to those they may see. */
export async function listAttendedEvents(
  db: DbOrTx,
  { personId, since, limit }: { personId: number; since: Date; limit: number },
): Promise<Evidence[]> {
  const rows = await db.execute<{ title: string; day: string; event_id: string | null }>(sql`
    select attended.title, attended.day::text as day,
      case when ${visibleToPeople()} then events.id end as event_id
    from ${attendedEvents([personId], since)} attended
    join people on people.id = attended.person_id
    left join events on events.id = attended.event_id
    order by attended.day desc, attended.event_id desc limit ${limit}`);
  return [...rows].map(({ title, day, event_id }) => ({
    title,
    at: `${day}T00:00:00Z`,
    to: event_id === null ? null : `/events/${event_id}`,
  }));
}

/** Events where somebody was checked in, for those who record what members did elsewhere. */
export async function listCheckedIn(
  db: DbOrTx,
  { personId, limit = 100 }: { personId: number; limit?: number },
): Promise<{ eventId: number; title: string; happenedOn: string }[]> {
  const rows = await db.execute<{ id: string; title: string; day: string }>(sql`
    select events.id, events.title,
      ((events.starts_at at time zone events.time_zone)::date)::text as day
    from attendances join events on events.id = attendances.event_id
    where attendances.person_id = ${personId} and attendances.undone_at is null
    order by events.starts_at desc, events.id desc limit ${limit}`);
  return [...rows].map(({ id, title, day }) => ({ eventId: Number(id), title, happenedOn: day }));
}
