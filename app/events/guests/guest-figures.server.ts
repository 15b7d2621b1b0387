import { asc, eq, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { attendances } from "#db/schema/attendances.ts";
import { ticketTypes } from "#db/schema/events.ts";
import { registrations } from "#db/schema/registrations.ts";
import type { Admission, TicketPlace } from "#db/vocabulary.ts";
import { hasCome } from "./guest-list.server.ts";

export type TicketFigures = {
  id: number;
  name: string;
  admission: Admission;
  place: TicketPlace;
  capacity: number;
  confirmed: number;
  offered: number;
  waitlisted: number;
  /** Wait for a decision, or for the draw. */
  applied: number;
  ended: number;
  came: number;
};

const among = (condition: ReturnType<typeof sql>) =>
  sql<number>`(count(registrations.id) filter (where ${condition}))::int`;
const inState = (state: string) => among(sql`registrations.state = ${state}`);

/** How many of each ticket are where, in the order of the tickets. */
export async function listTicketFigures(
  db: DbOrTx,
  { eventId }: { eventId: number },
): Promise<TicketFigures[]> {
  return db
    .select({
      id: ticketTypes.id,
      name: ticketTypes.name,
      admission: ticketTypes.admission,
      place: ticketTypes.place,
      capacity: ticketTypes.capacity,
      confirmed: inState("confirmed"),
      offered: inState("offered"),
      waitlisted: inState("waitlisted"),
      applied: inState("applied"),
      ended: among(sql`registrations.state in ('cancelled', 'declined')`),
      came: among(hasCome),
    })
    .from(ticketTypes)
    .leftJoin(registrations, eq(registrations.ticketTypeId, ticketTypes.id))
    .where(eq(ticketTypes.eventId, eventId))
    .groupBy(ticketTypes.id)
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id));
}

/** People who were there without a place: walk-ins, with an account or only named. */
export async function countWalkIns(db: DbOrTx, { eventId }: { eventId: number }): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(attendances)
    .where(
      sql`${attendances.eventId} = ${eventId} and ${attendances.undoneAt} is null
        and not exists (select from registrations
          where registrations.event_id = attendances.event_id
            and registrations.person_id = attendances.person_id
            and registrations.state not in ('cancelled', 'declined'))`,
    );
  return row?.count ?? 0;
}
