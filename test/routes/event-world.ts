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

/**
 * A public event to come that a supporter runs, with an application, somebody invited and a lottery
 * that is to be drawn; and one that is over, where `applicant` had a place.
 */
export async function eventsOf(
  db: Db,
  { organiser, applicant }: { organiser: Person; applicant: Person },
) {
  const now = new Date();
  const open = { scope: "public", place: "hybrid", organiser } as const;
  const event = await createEvent(db, { ...open, startsAt: later(now, 14 * DAY) });
  const ticket = await createTicketType(db, { eventId: event.id, admission: "approval" });
  const lottery = await createTicketType(db, {
    eventId: event.id,
    name: "抽選枠",
    position: 2,
    admission: "lottery",
    drawAt: later(now, 7 * DAY),
  });
  const person = { id: applicant.id, organisationId: applicant.organisation?.id };
  const applied = { event, ticket, person, state: "applied" } as const;
  const { id: registrationId } = await createRegistration(db, applied);
  const invited = await createPerson(db);
  const invitationId = await inviteTo(db, { event, person: invited });
  const past = await createEvent(db, { ...open, startsAt: later(now, -7 * DAY) });
  const pastTicket = await createTicketType(db, { eventId: past.id });
  await createRegistration(db, { event: past, ticket: pastTicket, person });
  return {
    id: event.id,
    ticketTypeId: ticket.id,
    lotteryId: lottery.id,
    /** Of `applicant`, who waits for a decision. */
    registrationId,
    invitationId,
    /** The one that is over. */
    pastId: past.id,
  };
}
