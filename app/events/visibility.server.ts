import { type SQL, sql } from "drizzle-orm";
import { isStaff, type MaybeViewer } from "#app/auth/viewer.ts";

/**
 * The condition, in queries over `events`, that the viewer runs the event: CS staff, and named
 * organisers who still hold a live credential and the permission.
 */
export function runsEvent(viewer: MaybeViewer): SQL<boolean> {
  if (!viewer) return sql<boolean>`false`;
  if (isStaff(viewer)) return sql<boolean>`true`;
  if (!viewer.isSupporter) return sql<boolean>`false`;
  return sql<boolean>`exists (select from event_organisers
    join organiser_permissions on organiser_permissions.person_id = event_organisers.person_id
    where event_organisers.event_id = events.id and event_organisers.person_id = ${viewer.id})`;
}

/**
 * The condition under which an event exists for a viewer, in queries over `events`. Used by every
 * query that can return, count or lead to one: pages, lists, feeds, calendars, search. Drafts exist
 * for those who run them; an event for the invited for the invited, applicants and speakers as well.
 * Names are written out, so that the condition also holds inside subqueries.
 */
export function visibleEvents(viewer: MaybeViewer): SQL<boolean> {
  if (isStaff(viewer)) return sql<boolean>`true`;
  if (!viewer) {
    return sql<boolean>`(events.published_at is not null and events.scope = 'public'
      and not events.invited_only)`;
  }
  const scopes = viewer.isSupporter
    ? sql`('public', 'customers', 'supporters')`
    : sql`('public', 'customers')`;
  return sql<boolean>`((events.published_at is not null and (
      (events.scope in ${scopes} and not events.invited_only) or ${takesPart(sql`${viewer.id}`)}
    )) or ${runsEvent(viewer)})`;
}

/** The same rule between the rows `people` and `events` of one query. */
export function visibleToPeople(): SQL<boolean> {
  return sql<boolean>`(people.role in ('staff', 'admin') or (events.published_at is not null and (
      (not events.invited_only and (events.scope in ('public', 'customers')
        or (events.scope = 'supporters' and exists (select from credentials
          where credentials.person_id = people.id and credentials.ended_at is null))))
      or ${takesPart(sql`people.id`)}
    )) or exists (select from event_organisers
      join organiser_permissions on organiser_permissions.person_id = event_organisers.person_id
      where event_organisers.event_id = events.id and event_organisers.person_id = people.id
        and exists (select from credentials
          where credentials.person_id = people.id and credentials.ended_at is null)))`;
}

/** Invited, applied (ended or not: one may read why) or named as a speaker. */
function takesPart(personId: SQL): SQL<boolean> {
  return sql<boolean>`(exists (select from event_invitations
      where event_invitations.event_id = events.id and event_invitations.withdrawn_at is null
        and event_invitations.person_id = ${personId})
    or exists (select from registrations
      where registrations.event_id = events.id and registrations.person_id = ${personId})
    or exists (select from session_speakers
      join event_sessions on event_sessions.id = session_speakers.session_id
      where event_sessions.event_id = events.id and session_speakers.person_id = ${personId}))`;
}
