import { type SQL, sql } from "drizzle-orm";
import type { notifications } from "#db/schema/notifications.ts";

const LIVE = sql`(events.published_at is not null and events.cancelled_at is null
  and events.postponed_at is null)`;

/**
 * Whether what a notification said of an event still holds at `now`, for queries over notifications:
 * asked when its mail is due, which quiet hours and digests put off. Whatever was cancelled,
 * postponed, moved or given up meanwhile is not told any more. True for other topics.
 */
export function eventNewsHold(table: typeof notifications, now: Date): SQL<boolean> {
  const { topic, kind, personId, detail } = table;
  const has = (states: SQL) => sql`exists (select from registrations
    where registrations.event_id = events.id and registrations.person_id = ${personId}
      and registrations.state in (${states}))`;
  const speaks = sql`exists (select from session_speakers
    join event_sessions on event_sessions.id = session_speakers.session_id
    where event_sessions.event_id = events.id and session_speakers.person_id = ${personId})`;
  const comes = sql`${LIVE} and events.ends_at > ${now.toISOString()}::timestamptz`;
  const isOfThisTime = sql`events.starts_at = (${detail} ->> 'when')::timestamptz`;
  const holds = sql`case
    when ${kind} = 'event-reminder'
      then ${LIVE} and ${isOfThisTime} and (${has(sql`'confirmed'`)} or ${speaks})
    when ${kind} = 'registration-offered' then ${LIVE} and ${has(sql`'offered'`)}
    when ${kind} in ('registration-confirmed', 'registration-for-you')
      then ${comes} and ${has(sql`'applied', 'waitlisted', 'offered', 'confirmed'`)}
    when ${kind} = 'registration-waitlisted' then ${comes} and ${has(sql`'waitlisted'`)}
    when ${kind} in ('event-published', 'event-invited', 'event-changed') then ${comes}
    when ${kind} = 'event-postponed'
      then events.postponed_at is not null and events.cancelled_at is null
    when ${kind} = 'registration-requested' then ${comes} and exists (select from registrations
      where registrations.event_id = events.id and registrations.state = 'applied')
    else true end`;
  return sql<boolean>`case when ${topic} like 'event:%' then exists (select from events
    where events.id = substr(${topic}, 7)::bigint and ${holds}) else true end`;
}
