import { requireViewer } from "#app/auth/guard.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { type EventRow, openEvent } from "../event-desk.server.ts";
import { stateOf } from "../events.ts";

/**
 * The event of a page for those who run it. Anonymous visitors are led to the login page; what the
 * viewer does not see is 404, what they see but do not run is 403.
 */
export async function requireOrganiser(
  request: Request,
  db: DbOrTx,
  idText: string | undefined,
): Promise<{ viewer: Viewer; event: EventRow; eventId: number; now: Date; here: string }> {
  const viewer = await requireViewer(request);
  const eventId = idParam(idText);
  const { event } = allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  return { viewer, event, eventId, now: new Date(), here: `/events/${eventId}` };
}

/** What the frame of such a page shows of its event. */
export function headOf(event: EventRow, now: Date) {
  const { id, title, timeZone, startsAt, endsAt, place } = event;
  return { id, title, timeZone, startsAt, endsAt, place, state: stateOf(event, now) };
}
