import { and, eq, type SQL, sql } from "drizzle-orm";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import { nameOrder } from "#app/people/name-search.server.ts";
import { isSupporter } from "#app/people/supporters.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { ticketTypes } from "#db/schema/events.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { registrations } from "#db/schema/registrations.ts";
import { hasCome } from "./guest-list.server.ts";

/** So many people are printed at once; the next part is one link further. */
export const PRINT_PART = 500;

/** Somebody with a place, as paper shows them: a company kept to oneself is not on it. */
export type PrintedGuest = {
  id: number;
  name: string;
  reading: string;
  title: string;
  organisationName: string | null;
  organisationHidden: boolean;
  ticketName: string;
  isSupporter: boolean;
  isSpeaker: boolean;
  came: boolean;
};

const isSpeaker = sql<boolean>`exists (select from session_speakers
  join event_sessions on event_sessions.id = session_speakers.session_id
  where event_sessions.event_id = registrations.event_id
    and session_speakers.person_id = registrations.person_id)`;

// Those without a company, or who do not show it, come last.
const companyOrder = sql<string>`coalesce(case when ${people.showsOrganisation}
  then lower(${organisations.name}) end, '\ufffd') collate "C"`;

/**
 * The confirmed of an event by company and name, a part at a time.
 *
 * @param ticketTypeIds only the holders of these tickets
 */
export async function listForPrint(
  db: DbOrTx,
  {
    eventId,
    ticketTypeIds,
    cursor,
    limit = PRINT_PART,
  }: { eventId: number; ticketTypeIds: number[]; cursor?: string | null; limit?: number },
): Promise<{ guests: PrintedGuest[]; next?: string }> {
  if (ticketTypeIds.length === 0) return { guests: [] };
  const from = decodeCursor(cursor, ["string", "string", "number"]);
  const rows = await db
    .select({
      id: registrations.id,
      name: people.name,
      reading: people.reading,
      title: people.title,
      organisationName: organisations.name,
      showsOrganisation: people.showsOrganisation,
      ticketName: ticketTypes.name,
      isSupporter: isSupporter(),
      isSpeaker,
      came: hasCome,
      company: companyOrder,
      order: nameOrder,
    })
    .from(registrations)
    .innerJoin(people, eq(people.id, registrations.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .innerJoin(ticketTypes, eq(ticketTypes.id, registrations.ticketTypeId))
    .where(
      and(
        eq(registrations.eventId, eventId),
        eq(registrations.state, "confirmed"),
        holdsOneOf(ticketTypeIds),
        from &&
          sql`(${companyOrder}, ${nameOrder}, ${registrations.id})
          > (${from[0]}, ${from[1]}, ${from[2]}::bigint)`,
      ),
    )
    .orderBy(companyOrder, nameOrder, registrations.id)
    .limit(limit + 1);
  const page = pageOf(rows, limit, (last) => [last.company, last.order, last.id]);
  return {
    guests: page.rows.map(({ company: _, order: __, showsOrganisation, ...row }) => ({
      ...row,
      organisationName: showsOrganisation ? row.organisationName : null,
      organisationHidden: !showsOrganisation && row.organisationName !== null,
    })),
    next: page.next,
  };
}

function holdsOneOf(ids: number[]): SQL {
  return sql`${registrations.ticketTypeId} in ${ids}`;
}
