import { and, asc, desc, eq, gt, isNotNull, lt, sql } from "drizzle-orm";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import { after, DAY } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { events, ticketTypes } from "#db/schema/events.ts";
import type { CalendarEntry } from "#db/schema/notifications.ts";
import { people } from "#db/schema/people.ts";
import { registrations } from "#db/schema/registrations.ts";
import type { Locale } from "#db/vocabulary.ts";
import { partChanges } from "../telling/audience.server.ts";
import { visibleEvents, visibleToPeople } from "../visibility.server.ts";
import { type CalendarPart, eventEntry } from "./entry.server.ts";

const YEAR = 365 * DAY;
/** What was cancelled, or given up, stays in one's own calendar for so long, as cancelled. */
export const CANCELLED_KEPT = 90 * DAY;
/** Programs read a feed as a whole, again and again. */
const MOST = 500;

/** The public events of the last and the next twelve months, the latest first: the same for all. */
export async function listPublicEntries(
  db: DbOrTx,
  { locale, now }: { locale: Locale; now: Date },
): Promise<CalendarEntry[]> {
  const rows = await db
    .select()
    .from(events)
    .where(
      and(
        visibleEvents(undefined),
        gt(events.startsAt, after(now, -YEAR)),
        lt(events.startsAt, after(now, YEAR)),
      ),
    )
    .orderBy(desc(events.startsAt), desc(events.id))
    .limit(MOST);
  return rows.map((event) => eventEntry(event, { locale }));
}

/** A published event as it stands in the calendar of somebody who sees it; undefined otherwise. */
export async function findEventEntry(
  db: DbOrTx,
  { viewer, eventId, locale }: { viewer: MaybeViewer; eventId: number; locale: Locale },
): Promise<CalendarEntry | undefined> {
  const [event] = await db
    .select()
    .from(events)
    .where(and(eq(events.id, eventId), isNotNull(events.publishedAt), visibleEvents(viewer)));
  if (!event) return undefined;
  if (!viewer) return eventEntry(event, { locale });
  const [own] = await ownEvents(db, { personId: viewer.id, eventId });
  const part = own && partOf(own);
  // Whoever gave it up may open the file as anybody else.
  return eventEntry(event, { locale, part: part?.hasEnded ? undefined : part });
}

/** The events somebody applied for, speaks at or runs, as they stand in their own calendar. */
export async function listOwnEntries(
  db: DbOrTx,
  { personId, locale, now }: { personId: number; locale: Locale; now: Date },
): Promise<CalendarEntry[]> {
  const kept = after(now, -CANCELLED_KEPT);
  const rows = await ownEvents(db, { personId, since: after(now, -YEAR) });
  return rows.flatMap((row) => {
    const part = partOf(row);
    if (row.event.cancelledAt && row.event.cancelledAt < kept) return [];
    if (part.hasEnded && (row.endedAt ?? now) < kept) return [];
    return [eventEntry(row.event, { locale, part })];
  });
}

type Own = Awaited<ReturnType<typeof ownEvents>>[number];

function partOf({ state, place, changes, isInside }: Own): CalendarPart {
  const waits =
    state === "applied" || state === "waitlisted" || state === "offered" ? state : undefined;
  const isIn = isInside || state === "confirmed";
  const known = { place: place ?? undefined, changes: changes ?? 0 };
  if (isIn) return { ...known, isIn };
  return waits ? { ...known, isIn, waits } : { ...known, isIn, hasEnded: true };
}

/** Published events that are somebody's, with the registration that counts: the live or last one. */
async function ownEvents(
  db: DbOrTx,
  { personId, eventId, since }: { personId: number; eventId?: number; since?: Date },
) {
  const isLive = sql`${registrations.state} not in ('cancelled', 'declined')`;
  const own = db
    .selectDistinctOn([registrations.eventId], {
      eventId: registrations.eventId,
      state: registrations.state,
      endedAt: registrations.endedAt,
      ticketTypeId: registrations.ticketTypeId,
    })
    .from(registrations)
    .where(eq(registrations.personId, personId))
    .orderBy(registrations.eventId, desc(isLive), desc(registrations.id))
    .as("own");
  const told = db
    .select({ eventId: registrations.eventId, changes: partChanges().as("changes") })
    .from(registrations)
    .where(eq(registrations.personId, personId))
    .groupBy(registrations.eventId)
    .as("told");
  const isInside = sql<boolean>`(exists (select from session_speakers
      join event_sessions on event_sessions.id = session_speakers.session_id
      where event_sessions.event_id = events.id and session_speakers.person_id = people.id)
    or (people.role in ('staff', 'admin') and events.created_by = people.id)
    or exists (select from event_organisers
      where event_organisers.event_id = events.id and event_organisers.person_id = people.id
        and (people.role in ('staff', 'admin') or (
          exists (select from organiser_permissions
            where organiser_permissions.person_id = people.id)
          and exists (select from credentials
            where credentials.person_id = people.id and credentials.ended_at is null)))))`;
  return db
    .select({
      event: events,
      state: own.state,
      endedAt: own.endedAt,
      place: ticketTypes.place,
      changes: told.changes,
      isInside,
    })
    .from(events)
    .innerJoin(people, eq(people.id, personId))
    .leftJoin(own, eq(own.eventId, events.id))
    .leftJoin(told, eq(told.eventId, events.id))
    .leftJoin(ticketTypes, eq(ticketTypes.id, own.ticketTypeId))
    .where(
      and(
        isNotNull(events.publishedAt),
        eventId === undefined ? undefined : eq(events.id, eventId),
        since && gt(events.startsAt, since),
        sql`(${own.eventId} is not null or ${isInside})`,
        visibleToPeople(),
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(MOST);
}
