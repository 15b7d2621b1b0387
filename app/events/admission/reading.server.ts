import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { MaybeViewer, Viewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { ticketTypes } from "#db/schema/events.ts";
import { registrations } from "#db/schema/registrations.ts";
import type { Admission, Phase, Tier } from "#db/vocabulary.ts";
import { type Applicant, type Ineligibility, ineligibility, LIVE } from "./admission.ts";

/** Somebody's registration for an event that has not ended. */
export async function findLive(
  db: DbOrTx,
  { eventId, personId }: { eventId: number; personId: number },
): Promise<{ id: number; ticketTypeId: number } | undefined> {
  const [row] = await db
    .select({ id: registrations.id, ticketTypeId: registrations.ticketTypeId })
    .from(registrations)
    .where(
      and(
        eq(registrations.eventId, eventId),
        eq(registrations.personId, personId),
        inArray(registrations.state, [...LIVE]),
      ),
    );
  return row;
}

const columns = {
  id: registrations.id,
  state: registrations.state,
  ending: registrations.ending,
  note: registrations.note,
  appliedAt: registrations.appliedAt,
  appliedBy: registrations.appliedBy,
  confirmedAt: registrations.confirmedAt,
  offerEndsAt: registrations.offerEndsAt,
  code: registrations.code,
  ticket: {
    id: ticketTypes.id,
    name: ticketTypes.name,
    place: ticketTypes.place,
    admission: ticketTypes.admission,
    drawAt: ticketTypes.drawAt,
    drawnAt: ticketTypes.drawnAt,
  },
  /** Place in the line, from 1; null for who does not wait. */
  position: sql<number | null>`case when ${registrations.state} = 'waitlisted' then (
    select count(*)::int + 1 from registrations ahead
    where ahead.ticket_type_id = registrations.ticket_type_id and ahead.state = 'waitlisted'
      and ahead.queue_number < registrations.queue_number) end`,
};

export type OwnRegistration = Awaited<ReturnType<typeof findOwnRegistration>>;

/**
 * The viewer's registration for an event: the live one, or the last of those that ended. Undefined
 * when they never applied. Whether the event exists for them is the caller's question.
 */
export async function findOwnRegistration(
  db: DbOrTx,
  { viewer, eventId }: { viewer: Viewer; eventId: number },
) {
  const [row] = await db
    .select(columns)
    .from(registrations)
    .innerJoin(ticketTypes, eq(ticketTypes.id, registrations.ticketTypeId))
    .where(and(eq(registrations.eventId, eventId), eq(registrations.personId, viewer.id)))
    .orderBy(
      sql`(${registrations.state} in ('cancelled', 'declined'))`,
      sql`${registrations.id} desc`,
    )
    .limit(1);
  return row;
}

export type TicketStanding = {
  id: number;
  name: string;
  description: string;
  place: "on-site" | "online";
  admission: Admission;
  capacity: number;
  organisationCap: number | null;
  phases: Phase[];
  tiers: Tier[];
  supportersOnly: boolean;
  drawAt: Date | null;
  drawnAt: Date | null;
  drawCommitment: string | null;
  /** Places that are confirmed or offered. */
  taken: number;
  /** People in the line. */
  waiting: number;
  /** People whose application waits for a decision or the draw. */
  applied: number;
  /** Why the viewer may not apply; null when they may, or nobody is logged in. */
  why: Ineligibility | null;
};

/** The tickets of an event and how full they are, and whether they are meant for the viewer. */
export async function listTicketStandings(
  db: DbOrTx,
  { eventId, viewer }: { eventId: number; viewer: MaybeViewer },
): Promise<TicketStanding[]> {
  const counted = (states: string) => sql<number>`(select count(*)::int from registrations
    where registrations.ticket_type_id = ticket_types.id
      and registrations.state in (${sql.raw(states)}))`;
  const rows = await db
    .select({
      id: ticketTypes.id,
      name: ticketTypes.name,
      description: ticketTypes.description,
      place: ticketTypes.place,
      admission: ticketTypes.admission,
      capacity: ticketTypes.capacity,
      organisationCap: ticketTypes.organisationCap,
      phases: ticketTypes.phases,
      tiers: ticketTypes.tiers,
      supportersOnly: ticketTypes.supportersOnly,
      drawAt: ticketTypes.drawAt,
      drawnAt: ticketTypes.drawnAt,
      drawCommitment: ticketTypes.drawCommitment,
      taken: counted("'confirmed', 'offered'"),
      waiting: counted("'waitlisted'"),
      applied: counted("'applied'"),
      tier: viewerOrganisation<Tier>("tier", viewer),
      phase: viewerOrganisation<Phase>("phase", viewer),
      isInvited: sql<boolean>`exists (select from event_invitations
        where event_invitations.event_id = ticket_types.event_id
          and event_invitations.person_id = ${viewer?.id ?? null}::bigint
          and event_invitations.withdrawn_at is null)`,
    })
    .from(ticketTypes)
    .where(eq(ticketTypes.eventId, eventId))
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id));
  return rows.map(({ tier, phase, isInvited, ...ticket }) => {
    const isSupporter = viewer?.isSupporter === true;
    const person: Applicant = { tier, phase, isInvited, isSupporter };
    return { ...ticket, why: viewer ? (ineligibility(ticket, person) ?? null) : null };
  });
}

function viewerOrganisation<T>(column: "tier" | "phase", viewer: MaybeViewer) {
  return sql<T | null>`(select ${sql.identifier(column)} from organisations
    where organisations.id = ${viewer?.organisation?.id ?? null}::bigint)`;
}
