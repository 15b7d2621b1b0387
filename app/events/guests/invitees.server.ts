import { and, eq, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { nameOrder, searchWord } from "#app/people/name-search.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import {
  type GuestPerson,
  guestPerson,
  isNotSuspended,
  matchesGuest,
  toGuestPerson,
} from "./guest-person.server.ts";
import { INVITED_AT_ONCE, type InviteeChoice, isOfCompanies } from "./invitations.ts";

const NAMES = 30;

/** Why somebody found by name cannot be invited, or added, any more. */
export type Standing = "free" | "invited" | "registered";
export type Invitee = { person: GuestPerson; standing: Standing };

const isInvited = (eventId: number) => sql<boolean>`exists (select from event_invitations
  where event_invitations.event_id = ${eventId} and event_invitations.person_id = people.id
    and event_invitations.withdrawn_at is null)`;
const isRegistered = (eventId: number) => sql<boolean>`exists (select from registrations
  where registrations.event_id = ${eventId} and registrations.person_id = people.id
    and registrations.state not in ('cancelled', 'declined'))`;

/** People who can be told of an event: they can log in, and nobody shut them out. */
export const canBeInvited = and(isNotNull(people.email), isNotSuspended);

/** The condition that somebody may be invited to an event now. */
export function isFree(eventId: number): SQL | undefined {
  return and(canBeInvited, sql`not ${isInvited(eventId)}`, sql`not ${isRegistered(eventId)}`);
}

/** People whose name or company holds a word, with what they have to do with the event already. */
export async function searchInvitees(
  db: DbOrTx,
  { viewer, eventId, q }: { viewer: Viewer; eventId: number; q: string | undefined },
): Promise<Invitee[]> {
  const word = searchWord(q);
  if (word === "") return [];
  const rows = await db
    .select({
      ...guestPerson,
      isInvited: isInvited(eventId),
      isRegistered: isRegistered(eventId),
    })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(canBeInvited, matchesGuest(word, viewer)))
    .orderBy(nameOrder, people.id)
    .limit(NAMES);
  return rows.map((row) => ({
    person: toGuestPerson(row, viewer),
    standing: row.isRegistered ? "registered" : row.isInvited ? "invited" : "free",
  }));
}

/** Some people by id, as they stand to the event: those chosen while searching on. */
export async function listInvitees(
  db: DbOrTx,
  { viewer, eventId, ids }: { viewer: Viewer; eventId: number; ids: number[] },
): Promise<GuestPerson[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select(guestPerson)
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(inArray(people.id, ids), isFree(eventId)))
    .orderBy(nameOrder, people.id);
  return rows.map((row) => toGuestPerson(row, viewer));
}

export type CompanyInvitees = {
  people: GuestPerson[];
  /** All that fit, of whom `people` are the first. */
  total: number;
  /** People of these companies who are left out. */
  invited: number;
  registered: number;
};

/**
 * Everybody of chosen companies who can still be invited. Choosing by tier or phase means companies
 * under contract; naming companies means these. For staff: to others it would tell what staff keep.
 *
 * @param today `YYYY-MM-DD`
 */
export async function listCompanyInvitees(
  db: DbOrTx,
  {
    viewer,
    eventId,
    choice,
    today,
  }: { viewer: Viewer; eventId: number; choice: InviteeChoice; today: string },
): Promise<CompanyInvitees> {
  const nobody = { people: [], total: 0, invited: 0, registered: 0 };
  if (!isStaff(viewer) || !isOfCompanies(choice)) return nobody;
  const { organisationIds, tiers, phases } = choice;
  const among = and(
    canBeInvited,
    eq(people.role, "member"),
    ne(people.id, viewer.id),
    isNotNull(people.organisationId),
    organisationIds.length > 0 ? inArray(organisations.id, organisationIds) : undefined,
    tiers.length > 0 ? inArray(organisations.tier, tiers) : undefined,
    phases.length > 0 ? inArray(organisations.phase, phases) : undefined,
    organisationIds.length > 0
      ? undefined
      : or(
          sql`${organisations.contractEndsOn} is null`,
          sql`${organisations.contractEndsOn} >= ${today}`,
        ),
  );
  const figure = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;
  const [invited, registered] = [isInvited(eventId), isRegistered(eventId)];
  const [[counts], rows] = await Promise.all([
    db
      .select({
        total: figure(sql`not ${invited} and not ${registered}`),
        invited: figure(sql`${invited} and not ${registered}`),
        registered: figure(registered),
      })
      .from(people)
      .innerJoin(organisations, eq(organisations.id, people.organisationId))
      .where(among),
    db
      .select(guestPerson)
      .from(people)
      .innerJoin(organisations, eq(organisations.id, people.organisationId))
      .where(and(among, sql`not ${invited}`, sql`not ${registered}`))
      .orderBy(sql`lower(${organisations.name}) collate "C"`, nameOrder, people.id)
      .limit(INVITED_AT_ONCE),
  ]);
  return {
    ...(counts ?? nobody),
    people: rows.map((row) => toGuestPerson(row, viewer)),
  };
}
