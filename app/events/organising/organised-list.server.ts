import { and, desc, inArray, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import { searchTerms, tsqueryText } from "#app/questions/search-terms.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import type { EventState } from "#db/vocabulary.ts";
import { stateOf } from "../events.ts";
import { runsEvent } from "../visibility.server.ts";
import type { OrganisedFilter } from "./organised-list.ts";

export const ORGANISED_PAGE = 30;

/**
 * Events that the viewer runs, drafts included, the latest first: all of them for CS staff. The rows
 * of a page are chosen before anything is counted for them.
 */
export async function listOrganised(
  db: DbOrTx,
  {
    viewer,
    filter,
    limit = ORGANISED_PAGE,
    now,
  }: { viewer: Viewer; filter: OrganisedFilter; limit?: number; now: Date },
) {
  const from = decodeCursor(filter.cursor, ["number", "number"]);
  const terms = searchTerms(filter.q);
  const chosen = db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        runsEvent(viewer),
        filter.state && inState(filter.state, now),
        terms.length > 0
          ? sql`events.search_vector @@ ${tsqueryText(terms, "&")}::tsquery`
          : undefined,
        from && isBefore(from),
      ),
    )
    .orderBy(desc(events.startsAt), desc(events.id))
    .limit(limit + 1);
  const counted = (where: string) =>
    sql<number>`(select count(*)::int from registrations r
      where r.event_id = events.id and r.state in (${sql.raw(where)}))`;
  const rows = await db
    .select({
      id: events.id,
      kind: events.kind,
      place: events.place,
      title: events.title,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      timeZone: events.timeZone,
      publishAt: events.publishAt,
      publishedAt: events.publishedAt,
      postponedAt: events.postponedAt,
      cancelledAt: events.cancelledAt,
      confirmed: counted("'confirmed'"),
      waiting: counted("'applied', 'waitlisted', 'offered'"),
      attended: sql<number>`(select count(*)::int from attendances a
        where a.event_id = events.id and a.undone_at is null)`,
    })
    .from(events)
    .where(inArray(events.id, chosen))
    .orderBy(desc(events.startsAt), desc(events.id));
  const shown = rows.map(({ publishedAt, postponedAt, cancelledAt, ...row }) => ({
    ...row,
    state: stateOf({ publishedAt, postponedAt, cancelledAt, endsAt: row.endsAt }, now),
  }));
  return pageOf(shown, limit, ({ startsAt, id }) => [startsAt.getTime(), id]);
}

function isBefore([time, id]: (string | number)[]): SQL | undefined {
  const startsAt = new Date(Number(time));
  const year = startsAt.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) return undefined;
  return sql`(events.starts_at, events.id) < (${startsAt.toISOString()}::timestamptz, ${id}::bigint)`;
}

/** The same as `stateOf`, in a query. */
function inState(state: EventState, now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  const isOn = sql`events.cancelled_at is null and events.published_at is not null`;
  return {
    cancelled: sql`events.cancelled_at is not null`,
    draft: sql`(events.cancelled_at is null and events.published_at is null)`,
    postponed: sql`(${isOn} and events.postponed_at is not null)`,
    finished: sql`(${isOn} and events.postponed_at is null and events.ends_at <= ${at})`,
    published: sql`(${isOn} and events.postponed_at is null and events.ends_at > ${at})`,
  }[state];
}
