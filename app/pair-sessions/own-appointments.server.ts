import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { DbOrTx } from "#db/client.server.ts";
import type { CalendarEntry } from "#db/schema/notifications.ts";
import { pairSessions } from "#db/schema/pair-sessions.ts";
import { people } from "#db/schema/people.ts";
import type { Locale } from "#db/vocabulary.ts";
import { appointmentOf } from "./appointment.server.ts";

const MOST = 500;

type Wanted = {
  personId: number;
  locale: Locale;
  /** Sessions that began before are left out. */
  since: Date;
  /** Those called off before are left out; later ones stand as cancelled. */
  cancelledSince: Date;
};

/** The sessions somebody gives or gets, as they stand in their calendar. */
export async function listOwnAppointments(
  db: DbOrTx,
  { personId, locale, since, cancelledSince }: Wanted,
): Promise<CalendarEntry[]> {
  const host = alias(people, "host");
  const guest = alias(people, "guest");
  const rows = await db
    .select({ session: pairSessions, hostName: host.name, guestName: guest.name })
    .from(pairSessions)
    .innerJoin(host, eq(host.id, pairSessions.hostId))
    .innerJoin(guest, eq(guest.id, pairSessions.guestId))
    .where(
      and(
        or(eq(pairSessions.hostId, personId), eq(pairSessions.guestId, personId)),
        gt(pairSessions.startsAt, since),
        or(isNull(pairSessions.cancelledAt), gt(pairSessions.cancelledAt, cancelledSince)),
      ),
    )
    .orderBy(asc(pairSessions.startsAt), asc(pairSessions.id))
    .limit(MOST);
  return rows.map(({ session, hostName, guestName }) => {
    const withName = session.hostId === personId ? guestName : hostName;
    // A session says no more of its last change than that it was booked or called off.
    const changedAt = (session.cancelledAt ?? session.bookedAt).toISOString();
    return { ...appointmentOf(session, { withName, locale }), changedAt };
  });
}
