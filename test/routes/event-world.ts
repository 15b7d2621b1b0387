import { DAY, after as later } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import {
  createEvent,
  createRegistration,
  createTicketType,
  inviteTo,
} from "#test/support/events.ts";
import { createPerson } from "#test/support/factories.ts";

type Person = { id: number; organisation: { id: number } | null };

/** A published event to come that a supporter runs, with an application, and somebody invited. */
export async function eventsOf(
  db: Db,
  { organiser, applicant }: { organiser: Person; applicant: Person },
) {
  const event = await createEvent(db, { organiser, startsAt: later(new Date(), 14 * DAY) });
  const ticket = await createTicketType(db, { eventId: event.id, admission: "approval" });
  const { id: registrationId } = await createRegistration(db, {
    event,
    ticket,
    person: { id: applicant.id, organisationId: applicant.organisation?.id },
    state: "applied",
  });
  const invited = await createPerson(db);
  const invitationId = await inviteTo(db, { event, person: invited });
  return { id: event.id, ticketTypeId: ticket.id, registrationId, invitationId };
}
