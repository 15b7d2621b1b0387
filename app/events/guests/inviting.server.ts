import { and, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Viewer } from "#app/auth/viewer.ts";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { eventInvitations } from "#db/schema/registrations.ts";
import type { RegistrationState } from "#db/vocabulary.ts";
import { noteEvent, openEvent, type Refused } from "../event-desk.server.ts";
import { tellPeople } from "../telling/telling.server.ts";
import { type GuestPerson, guestPerson, toGuestPerson } from "./guest-person.server.ts";
import { takesInvitations } from "./invitations.ts";
import { isFree } from "./invitees.server.ts";

const PAGE = 50;

type Invitation = {
  viewer: Viewer;
  eventId: number;
  personIds: number[];
  message: string;
  now: Date;
};

/**
 * Invites people: they may see the event and take tickets for the invited, and are told, for a draft
 * once it is published. Whoever is invited or registered already, or is suspended, is left out;
 * inviting the same again does nothing.
 *
 * @returns ids of those who were not invited before
 */
export async function inviteToEvent(
  db: Db,
  { viewer, eventId, personIds, message, now }: Invitation,
): Promise<
  | { ok: true; invited: number[] }
  | Refused
  /** Nobody can come to what was put off, called off or is over. */
  | { ok: false; reason: "not-open" }
> {
  return db.transaction(async (tx) => {
    const opened = await openEvent(tx, { viewer, eventId });
    if (!opened.ok) return opened;
    if (!takesInvitations(opened.event, now)) return { ok: false, reason: "not-open" };
    if (personIds.length === 0) return { ok: true, invited: [] };
    const free = await tx
      .select({ personId: people.id })
      .from(people)
      .where(and(inArray(people.id, personIds), isFree(eventId)));
    if (free.length === 0) return { ok: true, invited: [] };
    const invitation = { invitedBy: viewer.id, invitedAt: now, message };
    const rows = await tx
      .insert(eventInvitations)
      .values(free.map(({ personId }) => ({ eventId, personId, ...invitation })))
      .onConflictDoUpdate({
        target: [eventInvitations.eventId, eventInvitations.personId],
        set: { ...invitation, withdrawnAt: null, withdrawnBy: null },
        setWhere: sql`${eventInvitations.withdrawnAt} is not null`,
      })
      .returning({ personId: eventInvitations.personId });
    const invited = rows.map(({ personId }) => personId);
    const onceKey = await noteEvent(tx, {
      eventId,
      kind: "invited",
      actorId: viewer.id,
      detail: { count: invited.length },
      at: now,
    });
    await tellPeople(tx, {
      kind: "event-invited",
      event: opened.event,
      recipients: invited,
      message,
      actorId: viewer.id,
      onceKey,
      now,
    });
    return { ok: true, invited };
  });
}

/** Takes an invitation back; an application that was made meanwhile stays. Doing it twice is done once. */
export async function withdrawInvitation(
  db: Db,
  {
    viewer,
    eventId,
    invitationId,
    now,
  }: { viewer: Viewer; eventId: number; invitationId: number; now: Date },
): Promise<{ ok: true; name: string } | Refused> {
  return db.transaction(async (tx) => {
    const opened = await openEvent(tx, { viewer, eventId });
    if (!opened.ok) return opened;
    const isThis = and(
      eq(eventInvitations.id, invitationId),
      eq(eventInvitations.eventId, eventId),
    );
    const [found] = await tx
      .select({ name: people.name })
      .from(eventInvitations)
      .innerJoin(people, eq(people.id, eventInvitations.personId))
      .where(isThis);
    if (!found) return { ok: false, reason: "not-found" };
    const withdrawn = await tx
      .update(eventInvitations)
      .set({ withdrawnAt: now, withdrawnBy: viewer.id })
      .where(and(isThis, isNull(eventInvitations.withdrawnAt)))
      .returning({ id: eventInvitations.id });
    if (withdrawn.length > 0) {
      const detail = { name: found.name };
      await noteEvent(tx, { eventId, kind: "uninvited", actorId: viewer.id, detail, at: now });
    }
    return { ok: true, name: found.name };
  });
}

/** What became of an invitation: nothing yet, a registration in some state, or a visit. */
export type InvitationFate = "not-yet" | "withdrawn" | "came" | RegistrationState;

export type ListedInvitation = {
  id: number;
  person: GuestPerson;
  inviterName: string;
  invitedAt: Date;
  fate: InvitationFate;
};

const inviters = alias(people, "inviters");

const came = sql`exists (select from attendances
  where attendances.event_id = event_invitations.event_id
    and attendances.person_id = event_invitations.person_id and attendances.undone_at is null)`;
// The live registration, or the last of those that ended.
const registered = sql`(select registrations.state from registrations
  where registrations.event_id = event_invitations.event_id
    and registrations.person_id = event_invitations.person_id
  order by registrations.state in ('cancelled', 'declined'), registrations.id desc limit 1)`;
const fate = sql<InvitationFate>`case when ${came} then 'came'
  else coalesce(${registered}, case when event_invitations.withdrawn_at is null
    then 'not-yet' else 'withdrawn' end) end`;

/** A page of an event's invitations with what became of them, the newest first. */
export async function listInvitations(
  db: DbOrTx,
  { viewer, eventId, cursor }: { viewer: Viewer; eventId: number; cursor?: string | null },
): Promise<{ invitations: ListedInvitation[]; next?: string }> {
  const from = decodeCursor(cursor, ["number"]);
  const rows = await db
    .select({
      ...guestPerson,
      id: eventInvitations.id,
      inviterName: inviters.name,
      invitedAt: eventInvitations.invitedAt,
      fate,
    })
    .from(eventInvitations)
    .innerJoin(people, eq(people.id, eventInvitations.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .innerJoin(inviters, eq(inviters.id, eventInvitations.invitedBy))
    .where(
      and(eq(eventInvitations.eventId, eventId), from && lt(eventInvitations.id, Number(from[0]))),
    )
    .orderBy(desc(eventInvitations.id))
    .limit(PAGE + 1);
  const page = pageOf(rows, PAGE, (last) => [last.id]);
  return {
    invitations: page.rows.map((row) => ({
      id: row.id,
      person: toGuestPerson(row, viewer),
      inviterName: row.inviterName,
      invitedAt: row.invitedAt,
      fate: row.fate,
    })),
    next: page.next,
  };
}

export type InvitationFigures = {
  invited: number;
  applied: number;
  confirmed: number;
  came: number;
};

/** How many were invited (and still are), applied, have a place, and came. */
export async function countInvitations(
  db: DbOrTx,
  { eventId }: { eventId: number },
): Promise<InvitationFigures> {
  const figure = (condition: ReturnType<typeof sql>) =>
    sql<number>`(count(*) filter (where ${condition}))::int`;
  const [row] = await db
    .select({
      invited: figure(sql`event_invitations.withdrawn_at is null or ${registered} is not null`),
      applied: figure(sql`${registered} is not null`),
      confirmed: figure(sql`${registered} = 'confirmed'`),
      came: figure(came),
    })
    .from(eventInvitations)
    .where(eq(eventInvitations.eventId, eventId));
  return row ?? { invited: 0, applied: 0, confirmed: 0, came: 0 };
}
