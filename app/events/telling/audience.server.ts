import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { isSupporter } from "#app/people/supporters.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import {
  eventAreas,
  eventOrganisers,
  eventSessions,
  events,
  organiserPermissions,
  sessionSpeakers,
} from "#db/schema/events.ts";
import { notifications } from "#db/schema/notifications.ts";
import { areaFollows, people } from "#db/schema/people.ts";
import { eventInvitations, registrations } from "#db/schema/registrations.ts";
import type { NotificationKind } from "#db/vocabulary.ts";
import { visibleToPeople } from "../visibility.server.ts";

type Event = { id: number };

/** Of the given people, those for whom the event exists. */
export async function listThoseWhoSee(
  tx: DbOrTx,
  event: Event,
  personIds: readonly number[],
): Promise<number[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(events, eq(events.id, event.id))
    .where(and(inArray(people.id, [...personIds]), visibleToPeople()));
  return rows.map(({ id }) => id);
}

/** Whoever of the community speaks in a session of the event. */
export async function listSpeakers(tx: DbOrTx, event: Event): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ id: sessionSpeakers.personId })
    .from(sessionSpeakers)
    .innerJoin(eventSessions, eq(eventSessions.id, sessionSpeakers.sessionId))
    .where(and(eq(eventSessions.eventId, event.id), isNotNull(sessionSpeakers.personId)));
  return rows.flatMap(({ id }) => id ?? []);
}

/** People with a live registration, and whether it is confirmed. */
export async function listApplicants(
  tx: DbOrTx,
  event: Event,
): Promise<{ id: number; isConfirmed: boolean }[]> {
  return tx
    .select({
      id: registrations.personId,
      isConfirmed: sql<boolean>`${registrations.state} = 'confirmed'`,
    })
    .from(registrations)
    .where(
      and(
        eq(registrations.eventId, event.id),
        inArray(registrations.state, ["applied", "waitlisted", "offered", "confirmed"]),
      ),
    );
}

/** Those who look after the event: whom it names, and whoever made it, as long as they run it. */
export async function listOrganisers(tx: DbOrTx, event: Event): Promise<number[]> {
  const isNamed = sql`exists (select from ${eventOrganisers}
    where ${eventOrganisers.eventId} = ${event.id} and ${eventOrganisers.personId} = people.id)`;
  const hasLeave = sql`exists (select from ${organiserPermissions}
    where ${organiserPermissions.personId} = people.id)`;
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(events, eq(events.id, event.id))
    .where(
      or(
        and(
          inArray(people.role, ["staff", "admin"]),
          or(isNamed, sql`people.id = ${events.createdBy}`),
        ),
        and(isNamed, hasLeave, isSupporter()),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Followers of the event's areas for whom it exists. */
export async function listFollowers(tx: DbOrTx, event: Event): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ id: people.id })
    .from(areaFollows)
    .innerJoin(eventAreas, eq(eventAreas.productAreaId, areaFollows.productAreaId))
    .innerJoin(events, eq(events.id, eventAreas.eventId))
    .innerJoin(people, eq(people.id, areaFollows.personId))
    .where(and(eq(events.id, event.id), visibleToPeople()));
  return rows.map(({ id }) => id);
}

/** Who is invited, by whom and with which words. */
export async function listInvited(tx: DbOrTx, event: Event) {
  return tx
    .select({
      id: eventInvitations.personId,
      invitedBy: eventInvitations.invitedBy,
      message: eventInvitations.message,
    })
    .from(eventInvitations)
    .where(and(eq(eventInvitations.eventId, event.id), isNull(eventInvitations.withdrawnAt)));
}

/** People who were told of the event in one of the kinds. */
export async function listTold(
  tx: DbOrTx,
  event: Event,
  kinds: readonly NotificationKind[],
): Promise<Set<number>> {
  const rows = await tx
    .selectDistinct({ id: notifications.personId })
    .from(notifications)
    .where(
      and(
        eq(notifications.threadKey, `event:${event.id}`),
        inArray(notifications.kind, [...kinds]),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/**
 * How often people's calendars were told of their part in an event: every registration, and every
 * change of one, counts. It never falls, so that whoever applies again is believed.
 */
export async function countPartChanges(
  tx: DbOrTx,
  event: Event,
  personIds?: readonly number[],
): Promise<Map<number, number>> {
  const rows = await tx
    .select({ id: registrations.personId, changes: partChanges() })
    .from(registrations)
    .where(
      and(
        eq(registrations.eventId, event.id),
        personIds && inArray(registrations.personId, [...personIds]),
      ),
    )
    .groupBy(registrations.personId);
  return new Map(rows.map(({ id, changes }) => [id, changes]));
}

/** The same as a value for queries that group registrations by person and event. */
export function partChanges(): SQL<number> {
  return sql<number>`coalesce(sum(${registrations.sequence} + 1), 0)::int`;
}
