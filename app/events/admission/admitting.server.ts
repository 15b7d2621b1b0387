import { and, eq, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { registrationAnswers, registrations } from "#db/schema/registrations.ts";
import type { RegistrationState } from "#db/vocabulary.ts";
import { tellOfRegistration, tellOrganisers } from "../telling/telling.server.ts";
import { newCode } from "./codes.server.ts";
import {
  hasPlace,
  nextQueueNumber,
  noteRegistration,
  type Registration,
  type Ticket,
  type TicketDesk,
} from "./ticket-desk.server.ts";

export type Admitted = { id: number; personId: number; state: RegistrationState };

/** Thrown to undo the whole application: the person has a live registration for the event. */
export class AlreadyRegistered extends Error {}

type Admission = {
  person: { id: number; organisationId: number | null };
  appliedBy: number;
  answers: ReadonlyMap<number, string>;
  /** Organisers have decided already: neither approval nor draw is waited for. */
  decided: boolean;
  now: Date;
};

/**
 * Writes a registration for a ticket that is in hand.
 *
 * @throws AlreadyRegistered
 */
export async function admit(
  tx: DbOrTx,
  { event, ticket }: TicketDesk,
  { person, appliedBy, answers, decided, now }: Admission,
): Promise<Admitted> {
  const place = await placeFor(tx, { ticket, organisationId: person.organisationId, decided, now });
  const [registration] = await tx
    .insert(registrations)
    .values({
      eventId: event.id,
      ticketTypeId: ticket.id,
      personId: person.id,
      organisationId: person.organisationId,
      appliedBy,
      appliedAt: now,
      code: newCode(),
      sequence: await nextSequenceOf(tx, { eventId: event.id, personId: person.id }),
      ...place,
    })
    .onConflictDoNothing({
      target: [registrations.eventId, registrations.personId],
      where: sql`state not in ('cancelled', 'declined')`,
    })
    .returning();
  if (!registration) throw new AlreadyRegistered();
  if (answers.size > 0) {
    const given = [...answers].map(([questionId, answer]) => ({ questionId, answer }));
    await tx
      .insert(registrationAnswers)
      .values(given.map((row) => ({ ...row, registrationId: registration.id })));
  }
  const noted = { registrationId: registration.id, actorId: appliedBy, at: now };
  const onceKey = await noteRegistration(tx, { kind: "applied", ...noted });
  if (place.state !== "applied") await noteRegistration(tx, { kind: place.state, ...noted });
  const isToDecide = place.state === "applied" && ticket.admission === "approval";
  await tell(tx, { event, registration, isToDecide, appliedBy, onceKey, now });
  return { id: registration.id, personId: person.id, state: place.state };
}

type Place = Pick<typeof registrations.$inferInsert, "queueNumber" | "confirmedAt"> & {
  state: "applied" | "waitlisted" | "confirmed";
};

/** A place at once, one in the line, or the wait for a decision. */
export async function placeFor(
  tx: DbOrTx,
  {
    ticket,
    organisationId,
    decided,
    now,
  }: { ticket: Ticket; organisationId: number | null; decided: boolean; now: Date },
): Promise<Place> {
  const waits =
    ticket.admission === "approval" || (ticket.admission === "lottery" && !ticket.drawnAt);
  if (waits && !decided) return { state: "applied" };
  if (await hasPlace(tx, ticket, organisationId)) return { state: "confirmed", confirmedAt: now };
  return { state: "waitlisted", queueNumber: await nextQueueNumber(tx, ticket.id) };
}

/** Above all that this person's calendar was told of the event in earlier registrations. */
async function nextSequenceOf(
  tx: DbOrTx,
  { eventId, personId }: { eventId: number; personId: number },
): Promise<number> {
  const [row] = await tx
    .select({ next: sql<number>`coalesce(max(${registrations.sequence}) + 1, 0)::int` })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.personId, personId)));
  return row?.next ?? 0;
}

type News = Pick<TicketDesk, "event"> & {
  registration: Registration;
  /** Somebody has to decide: a draw needs nobody. */
  isToDecide: boolean;
  appliedBy: number;
  onceKey: string;
  now: Date;
};

async function tell(
  tx: DbOrTx,
  { event, registration, isToDecide, appliedBy, onceKey, now }: News,
): Promise<void> {
  const news = { event, registration, actorId: appliedBy, onceKey, now };
  const isOwn = registration.personId === appliedBy;
  if (!isOwn) await tellOfRegistration(tx, { kind: "registration-for-you", ...news });
  else if (registration.state === "confirmed") {
    await tellOfRegistration(tx, { kind: "registration-confirmed", ...news });
  }
  if (isToDecide) {
    const about = { event, actorId: appliedBy, onceKey, now };
    await tellOrganisers(tx, { kind: "registration-requested", ...about });
  }
}
