import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { MaybeViewer, Viewer } from "#app/auth/viewer.ts";
import { after, DAY } from "#app/lib/time.ts";
import { searchTerms, tsqueryText } from "#app/questions/search-terms.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { eventSeries, events } from "#db/schema/events.ts";
import type { Admission, RegistrationState } from "#db/vocabulary.ts";
import { registrationWindow, stateOf } from "../events.ts";
import { visibleEvents } from "../visibility.server.ts";
import { type EventFilter, PAGE_SIZE, type Place } from "./event-list.ts";

/** No event is longer; so whatever is not over began within that time, which an index can find. */
const LONGEST = 14 * DAY;

const isPublished = sql`events.published_at is not null`;
const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;

/** Not over yet. */
function isComing(now: Date): SQL {
  return sql`(events.ends_at > ${at(now)} and events.starts_at > ${at(after(now, -LONGEST))})`;
}

function isPast(now: Date): SQL {
  return sql`(events.ends_at <= ${at(now)} and events.starts_at < ${at(now)})`;
}

/** The viewer applied, speaks or runs it by name. */
function isOwn(viewer: Viewer): SQL {
  return sql`(exists (select from registrations r where r.event_id = events.id
      and r.person_id = ${viewer.id} and r.state not in ('cancelled', 'declined'))
    or exists (select from session_speakers s join event_sessions e on e.id = s.session_id
      where e.event_id = events.id and s.person_id = ${viewer.id})
    or exists (select from event_organisers o
      where o.event_id = events.id and o.person_id = ${viewer.id}))`;
}

function timeCondition({ time }: EventFilter, viewer: MaybeViewer, now: Date): SQL {
  if (time === "past") return isPast(now);
  if (time === "coming") return isComing(now);
  return viewer ? sql`(${isComing(now)} and ${isOwn(viewer)})` : sql`false`;
}

function narrowing({ kind, place, area, phase, region }: EventFilter): (SQL | undefined)[] {
  return [
    kind && eq(events.kind, kind),
    place && inArray(events.place, [place, "hybrid"]),
    area
      ? sql`exists (select from event_areas ea join product_areas a on a.id = ea.product_area_id
          where ea.event_id = events.id and a.slug = ${area})`
      : undefined,
    phase ? sql`(cardinality(events.phases) = 0 or ${phase} = any(events.phases))` : undefined,
    region ? eq(events.region, region) : undefined,
  ];
}

/** One page of events, and where the pages before and behind it begin. */
export async function listEvents(
  db: DbOrTx,
  { viewer, filter, now }: { viewer: MaybeViewer; filter: EventFilter; now: Date },
): Promise<{ events: ListedEvent[]; previous?: Place; next?: Place }> {
  const { from } = filter;
  const isBack = from?.side === "before";
  const isDescending = (filter.time === "past") !== isBack;
  const rows = await listRows(db, {
    viewer,
    where: and(
      isPublished,
      visibleEvents(viewer),
      timeCondition(filter, viewer, now),
      ...narrowing(filter),
      from && beyond(from, isDescending),
    ),
    isDescending,
    limit: PAGE_SIZE + 1,
    now,
  });
  const hasMore = rows.length > PAGE_SIZE;
  const page = rows.slice(0, PAGE_SIZE);
  if (isBack) page.reverse();
  const [first, last] = [page.at(0), page.at(-1)];
  const place = (side: Place["side"], row: ListedEvent | undefined) =>
    row && { side, startsAt: row.startsAt, id: row.id };
  return {
    events: page,
    previous: (isBack ? hasMore : from !== undefined) ? place("before", first) : undefined,
    next: isBack || hasMore ? place("after", last) : undefined,
  };
}

function beyond({ startsAt, id }: Place, isDescending: boolean): SQL {
  const direction = isDescending ? sql`<` : sql`>`;
  return sql`(events.starts_at, events.id) ${direction} (${at(startsAt)}, ${id}::bigint)`;
}

export type ListedTicket = {
  admission: Admission;
  capacity: number;
  taken: number;
  waiting: number;
  applied: number;
  drawnAt: string | null;
};

export type ListedEvent = Awaited<ReturnType<typeof listRows>>[number];

/**
 * Rows are chosen before anything is counted for them, so that the work does not depend on how many
 * others would fit.
 */
async function listRows(
  db: DbOrTx,
  {
    viewer,
    where,
    isDescending = false,
    orderBy,
    limit,
    now,
  }: {
    viewer: MaybeViewer;
    where: SQL | undefined;
    isDescending?: boolean;
    /** Instead of the beginning. */
    orderBy?: SQL;
    limit: number;
    now: Date;
  },
) {
  const direction = isDescending ? desc : asc;
  const order = orderBy
    ? [desc(orderBy), desc(events.id)]
    : [direction(events.startsAt), direction(events.id)];
  const chosen = db
    .select({ id: events.id })
    .from(events)
    .where(where)
    .orderBy(...order)
    .limit(limit);
  const rows = await db
    .select({
      id: events.id,
      kind: events.kind,
      place: events.place,
      scope: events.scope,
      invitedOnly: events.invitedOnly,
      title: events.title,
      summary: events.summary,
      coverFileId: events.coverFileId,
      seriesName: eventSeries.name,
      phases: events.phases,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      timeZone: events.timeZone,
      region: events.region,
      venueName: events.venueName,
      registrationOpensAt: events.registrationOpensAt,
      registrationClosesAt: events.registrationClosesAt,
      publishedAt: events.publishedAt,
      postponedAt: events.postponedAt,
      cancelledAt: events.cancelledAt,
      tickets: sql<ListedTicket[]>`coalesce((select json_agg(json_build_object(
          'admission', tt.admission, 'capacity', tt.capacity, 'drawnAt', tt.drawn_at,
          'taken', c.taken, 'waiting', c.waiting, 'applied', c.applied) order by tt.position, tt.id)
        from ticket_types tt cross join lateral (
          select count(*) filter (where r.state in ('confirmed', 'offered'))::int as taken,
            count(*) filter (where r.state = 'waitlisted')::int as waiting,
            count(*) filter (where r.state = 'applied')::int as applied
          from registrations r where r.ticket_type_id = tt.id
            and r.state in ('confirmed', 'offered', 'waitlisted', 'applied')) c
        where tt.event_id = events.id), '[]')`,
      own: viewer
        ? sql<RegistrationState | null>`(select r.state from registrations r
            where r.event_id = events.id and r.person_id = ${viewer.id}
              and r.state not in ('cancelled', 'declined'))`
        : sql<null>`null`,
    })
    .from(events)
    .leftJoin(eventSeries, eq(eventSeries.id, events.seriesId))
    .where(inArray(events.id, chosen))
    .orderBy(...order);
  return rows.map(({ registrationOpensAt, registrationClosesAt, ...row }) => {
    const { publishedAt, postponedAt, cancelledAt, ...shown } = row;
    return {
      ...shown,
      state: stateOf(row, now),
      window: registrationWindow({ ...row, registrationOpensAt, registrationClosesAt }, now),
      registrationOpensAt,
    };
  });
}

/** Events that hold every word of `words`, best match first. */
export async function searchEvents(
  db: DbOrTx,
  {
    viewer,
    words,
    limit = 10,
    now,
  }: { viewer: MaybeViewer; words: string; limit?: number; now: Date },
): Promise<ListedEvent[]> {
  const terms = searchTerms(words.slice(0, 200));
  if (terms.length === 0) return [];
  const query = sql`${tsqueryText(terms, "&")}::tsquery`;
  return listRows(db, {
    viewer,
    where: and(visibleEvents(viewer), sql`events.search_vector @@ ${query}`),
    orderBy: sql`ts_rank(events.search_vector, ${query})`,
    limit,
    now,
  });
}

/** The next events for the home page: those the viewer takes part in come first. */
export async function listNextEvents(
  db: DbOrTx,
  { viewer, limit = 3, now }: { viewer: MaybeViewer; limit?: number; now: Date },
): Promise<ListedEvent[]> {
  const isOn = sql`events.cancelled_at is null and events.postponed_at is null`;
  const rows = (own?: SQL) =>
    listRows(db, {
      viewer,
      where: and(isPublished, isOn, isComing(now), visibleEvents(viewer), own),
      limit,
      now,
    });
  const [own, all] = await Promise.all([viewer ? rows(isOwn(viewer)) : [], rows()]);
  const others = all.filter(({ id }) => !own.some((one) => one.id === id));
  return [...own, ...others].slice(0, limit);
}

/** Regions of events that the viewer can find in this part of the list, for the filter. */
export async function listRegions(
  db: DbOrTx,
  { viewer, filter, now }: { viewer: MaybeViewer; filter: EventFilter; now: Date },
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ region: events.region })
    .from(events)
    .where(
      and(
        isPublished,
        visibleEvents(viewer),
        timeCondition(filter, viewer, now),
        // Old ones are found without it; a filter is not worth reading every year.
        sql`events.starts_at > ${at(after(now, -3 * 366 * DAY))}`,
        sql`events.region <> ''`,
      ),
    )
    .orderBy(asc(events.region))
    .limit(60);
  return rows.map(({ region }) => region);
}

/** Events that touch a span of time, in order of their beginning; at most 500. */
export async function listEventsBetween(
  db: DbOrTx,
  { viewer, from, to, now }: { viewer: MaybeViewer; from: Date; to: Date; now: Date },
) {
  const rows = await db
    .select({
      id: events.id,
      kind: events.kind,
      place: events.place,
      title: events.title,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      publishedAt: events.publishedAt,
      postponedAt: events.postponedAt,
      cancelledAt: events.cancelledAt,
      isOwn: viewer ? (isOwn(viewer) as SQL<boolean>) : sql<boolean>`false`,
    })
    .from(events)
    .where(
      and(
        isPublished,
        visibleEvents(viewer),
        sql`events.starts_at < ${at(to)} and events.starts_at > ${at(after(from, -LONGEST))}`,
        sql`events.ends_at > ${at(from)}`,
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(500);
  return rows.map(({ publishedAt, postponedAt, cancelledAt, ...row }) => ({
    ...row,
    state: stateOf({ ...row, publishedAt, postponedAt, cancelledAt }, now),
  }));
}
