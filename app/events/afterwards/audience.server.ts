import { type SQL, sql } from "drizzle-orm";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import { runsEvent } from "../visibility.server.ts";

/**
 * The condition, in queries over `events`, that what is kept for those who took part is the
 * viewer's: they were there, their place is confirmed, they spoke, or they run the event.
 */
export function belongsToEvent(viewer: MaybeViewer): SQL<boolean> {
  if (!viewer) return sql<boolean>`false`;
  return sql<boolean>`(exists (select from attendances
      where attendances.event_id = events.id and attendances.undone_at is null
        and attendances.person_id = ${viewer.id})
    or exists (select from registrations
      where registrations.event_id = events.id and registrations.state = 'confirmed'
        and registrations.person_id = ${viewer.id})
    or exists (select from session_speakers
      join event_sessions on event_sessions.id = session_speakers.session_id
      where event_sessions.event_id = events.id and session_speakers.person_id = ${viewer.id})
    or ${runsEvent(viewer)})`;
}
