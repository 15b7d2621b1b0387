import { HOUR, after as later } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { attendances } from "#db/schema/attendances.ts";
import { createEvent, createRegistration, createTicketType } from "#test/support/events.ts";

type Party = { id: number; organisation: { id: number } | null };

/** An online event that is on right now: `guest` has a place, and one walk-in came. */
export async function doorOf(db: Db, { staff, guest }: { staff: Party; guest: Party }) {
  const now = new Date();
  const event = await createEvent(db, {
    createdBy: staff.id,
    place: "online",
    onlineUrl: "https://meet.example/walk",
    startsAt: later(now, -HOUR),
    endsAt: later(now, 2 * HOUR),
  });
  const ticket = await createTicketType(db, { eventId: event.id, place: "online" });
  const person = { id: guest.id, organisationId: guest.organisation?.id };
  await createRegistration(db, { event, ticket, person });
  const [row] = await db
    .insert(attendances)
    .values({
      eventId: event.id,
      guestName: "当日 太郎",
      way: "walk-in",
      at: now,
      recordedAt: now,
      recordedBy: staff.id,
      key: "walk",
    })
    .returning({ id: attendances.id });
  return { eventId: event.id, attendanceId: row?.id ?? 0 };
}
