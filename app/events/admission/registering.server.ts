import { and, asc, count, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { isSupporter } from "#app/people/supporters.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { eventQuestions, events } from "#db/schema/events.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { eventInvitations, registrations } from "#db/schema/registrations.ts";
import { type EventRow, openEvent, type Refused } from "../event-desk.server.ts";
import { registrationWindow, stateOf } from "../events.ts";
import { visibleEvents } from "../visibility.server.ts";
import { type Applicant, fittingAnswers, ineligibility, LIVE } from "./admission.ts";
import { type Admitted, AlreadyRegistered, admit } from "./admitting.server.ts";
import { holdDraw } from "./drawing.server.ts";
import { openTicket } from "./ticket-desk.server.ts";

export type RegisterRefusal =
  | "not-found"
  | "not-open"
  | "already-registered"
  | "not-eligible"
  | "not-invited"
  | "too-many-colleagues"
  | "not-a-colleague"
  | "answers-missing";

export type RegisterOutcome =
  | { ok: true; registrations: Admitted[] }
  | { ok: false; reason: RegisterRefusal };

type Application = {
  viewer: Viewer;
  eventId: number;
  ticketTypeId: number;
  /** By the id of the question; several choices in lines. */
  answers: ReadonlyMap<number, string>;
  /** Oneself unless given; colleagues of the same organisation beside or instead. */
  personIds?: readonly number[];
  now: Date;
};

/**
 * Applies for a ticket, for oneself and for colleagues: all or nobody. Whoever gets a place of a
 * ticket given at once is confirmed, and waits in line otherwise; other tickets keep the application
 * until somebody or the draw decides. Being full is no refusal. Capacity and the cap of an
 * organisation hold whatever else happens at the moment.
 */
export async function registerForEvent(
  db: Db,
  { viewer, eventId, ticketTypeId, answers, personIds = [viewer.id], now }: Application,
): Promise<RegisterOutcome> {
  const refuse = (reason: RegisterRefusal) => ({ ok: false, reason }) as const;
  try {
    return await db.transaction(async (tx): Promise<RegisterOutcome> => {
      const [event] = await tx
        .select()
        .from(events)
        .where(and(eq(events.id, eventId), visibleEvents(viewer)))
        .for("share");
      if (!event) return refuse("not-found");
      if (registrationWindow(event, now) !== "open") return refuse("not-open");
      const party = [...new Set(personIds)].sort((a, b) => a - b);
      const people = await findApplicants(tx, { eventId, personIds: party });
      const fault = await faultOfParty(tx, { viewer, event, party, people });
      if (fault) return refuse(fault);
      const fitting = fittingAnswers(await listQuestions(tx, eventId), answers);
      if (!fitting) return refuse("answers-missing");
      const desk = await openTicket(tx, { ticketTypeId, now });
      if (desk?.ticket.eventId !== eventId) return refuse("not-found");
      for (const person of people) {
        const why = ineligibility(desk.ticket, person);
        if (why) return refuse(why === "not-invited" ? why : "not-eligible");
      }
      // Whoever applies after the time of a draw that is still to be held does not enter it.
      await holdDraw(tx, desk, now);
      const admitted: Admitted[] = [];
      for (const person of people) {
        const act = { appliedBy: viewer.id, answers: fitting, decided: false, now };
        admitted.push(await admit(tx, desk, { ...act, person }));
      }
      return { ok: true, registrations: admitted };
    });
  } catch (error) {
    if (error instanceof AlreadyRegistered) return refuse("already-registered");
    throw error;
  }
}

/**
 * Puts somebody on the list of an event, as organisers do for those who asked them: whom a ticket is
 * meant for does not matter then, nor when one may apply; how many places it has does.
 */
export async function registerByOrganiser(
  db: Db,
  {
    viewer,
    eventId,
    ticketTypeId,
    personId,
    now,
  }: { viewer: Viewer; eventId: number; ticketTypeId: number; personId: number; now: Date },
): Promise<
  | { ok: true; registration: Admitted }
  | Refused
  | { ok: false; reason: "not-open" | "already-registered" }
> {
  try {
    return await db.transaction(async (tx) => {
      const opened = await openEvent(tx, { viewer, eventId });
      if (!opened.ok) return opened;
      if (stateOf(opened.event, now) !== "published") return { ok: false, reason: "not-open" };
      const [person] = await findApplicants(tx, { eventId, personIds: [personId] });
      const desk = await openTicket(tx, { ticketTypeId, now });
      if (!person || desk?.ticket.eventId !== eventId) return { ok: false, reason: "not-found" };
      await holdDraw(tx, desk, now);
      const act = { appliedBy: viewer.id, answers: new Map(), decided: true, now };
      return { ok: true, registration: await admit(tx, desk, { ...act, person }) };
    });
  } catch (error) {
    if (error instanceof AlreadyRegistered) return { ok: false, reason: "already-registered" };
    throw error;
  }
}

export type Person = Applicant & { id: number; organisationId: number | null };

/** People who may be registered, in the order of their keys; the suspended are not among them. */
async function findApplicants(
  tx: DbOrTx,
  { eventId, personIds }: { eventId: number; personIds: readonly number[] },
): Promise<Person[]> {
  return tx
    .select({
      id: people.id,
      organisationId: people.organisationId,
      tier: organisations.tier,
      phase: organisations.phase,
      isSupporter: isSupporter(),
      isInvited: sql<boolean>`${eventInvitations.id} is not null`,
    })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(
      eventInvitations,
      and(
        eq(eventInvitations.personId, people.id),
        eq(eventInvitations.eventId, eventId),
        isNull(eventInvitations.withdrawnAt),
      ),
    )
    .leftJoin(suspensions, and(eq(suspensions.personId, people.id), isNull(suspensions.liftedAt)))
    .where(and(inArray(people.id, [...personIds]), isNull(suspensions.id)))
    .orderBy(asc(people.id));
}

type Party = { viewer: Viewer; event: EventRow; party: readonly number[]; people: Person[] };

/** What speaks against the people somebody applies for: colleagues only, and not too many. */
async function faultOfParty(
  tx: DbOrTx,
  { viewer, event, party, people: found }: Party,
): Promise<RegisterRefusal | undefined> {
  if (party.length === 0 || found.length < party.length) return "not-a-colleague";
  const colleagues = found.filter(({ id }) => id !== viewer.id);
  if (colleagues.length === 0) return undefined;
  const own = viewer.organisation?.id;
  if (own === undefined) return "not-a-colleague";
  if (colleagues.some(({ organisationId }) => organisationId !== own)) return "not-a-colleague";
  // What does not exist for a colleague is not opened to them by somebody else.
  if (event.scope === "supporters" && colleagues.some(({ isSupporter: is }) => !is)) {
    return "not-eligible";
  }
  if (event.invitedOnly && colleagues.some(({ isInvited }) => !isInvited)) return "not-invited";
  const [row] = await tx
    .select({ brought: count() })
    .from(registrations)
    .where(
      and(
        eq(registrations.eventId, event.id),
        eq(registrations.appliedBy, viewer.id),
        ne(registrations.personId, viewer.id),
        inArray(registrations.state, [...LIVE]),
      ),
    );
  const brought = (row?.brought ?? 0) + colleagues.length;
  return brought > event.colleaguesMax ? "too-many-colleagues" : undefined;
}

function listQuestions(tx: DbOrTx, eventId: number) {
  return tx
    .select({
      id: eventQuestions.id,
      kind: eventQuestions.kind,
      choices: eventQuestions.choices,
      isRequired: eventQuestions.isRequired,
    })
    .from(eventQuestions)
    .where(eq(eventQuestions.eventId, eventId));
}
