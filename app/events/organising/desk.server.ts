import { asc, eq, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { eventSessions, organiserPermissions, ticketTypes } from "#db/schema/events.ts";
import { type EventRow, openEvent, type Refused } from "../event-desk.server.ts";
import { canCreateEvents } from "../events.ts";
import type { Publishable } from "./publishing.ts";
import type { SessionSpan } from "./timetable.ts";

/** Changes an event whose row is in hand, for somebody who runs it. */
export async function withEvent<Outcome>(
  db: Db,
  { viewer, eventId }: { viewer: Viewer; eventId: number },
  change: (tx: DbOrTx, event: EventRow) => Promise<Outcome>,
): Promise<Outcome | Refused> {
  return db.transaction(async (tx) => {
    const opened = await openEvent(tx, { viewer, eventId });
    return opened.ok ? change(tx, opened.event) : opened;
  });
}

/** Whether somebody may create events: CS staff, and supporters whom staff gave leave. */
export async function mayCreateEvents(db: DbOrTx, viewer: Viewer): Promise<boolean> {
  const [permission] = await db
    .select({ personId: organiserPermissions.personId })
    .from(organiserPermissions)
    .where(eq(organiserPermissions.personId, viewer.id));
  return canCreateEvents(viewer, { hasPermission: permission !== undefined });
}

/** What the checklist of an event needs to know of its tickets. */
export async function listTicketFacts(
  db: DbOrTx,
  { eventId }: { eventId: number },
): Promise<Publishable["tickets"]> {
  return db
    .select({
      place: ticketTypes.place,
      drawAt: ticketTypes.drawAt,
      drawnAt: ticketTypes.drawnAt,
    })
    .from(ticketTypes)
    .where(eq(ticketTypes.eventId, eventId))
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id));
}

/** The timetable of an event as far as times go. */
export async function listSpans(
  db: DbOrTx,
  { eventId }: { eventId: number },
): Promise<(SessionSpan & { id: number })[]> {
  return db
    .select({
      id: eventSessions.id,
      startsAfter: eventSessions.startsAfter,
      minutes: eventSessions.minutes,
      track: eventSessions.track,
    })
    .from(eventSessions)
    .where(eq(eventSessions.eventId, eventId))
    .orderBy(asc(eventSessions.startsAfter), asc(eventSessions.id));
}

/** `version + 1`, for an update that checked the old one. */
export const nextVersion = sql`version + 1`;

/** The next place in an ordered list of an event's. */
export async function nextPosition(
  tx: DbOrTx,
  table: "ticket_types" | "event_questions",
  eventId: number,
): Promise<number> {
  const [row] = await tx.execute<{ position: number }>(sql`
    select coalesce(max(position), 0)::int + 1 as position from ${sql.identifier(table)}
    where event_id = ${eventId}`);
  return row?.position ?? 1;
}
