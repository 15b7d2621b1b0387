import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { activePeople } from "#app/people/directory.server.ts";
import { matchesPerson, nameOrder, searchWord } from "#app/people/name-search.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { eventQuestions, events, ticketTypes } from "#db/schema/events.ts";
import { people } from "#db/schema/people.ts";
import {
  registrationAnswers,
  registrationHistory,
  registrations,
} from "#db/schema/registrations.ts";
import { LIVE } from "../admission/admission.ts";
import { visibleEvents, visibleToPeople } from "../visibility.server.ts";

/** The title of an event that exists for the viewer. */
export async function findEventTitle(
  db: DbOrTx,
  { viewer, eventId }: { viewer: Viewer; eventId: number },
): Promise<string | undefined> {
  const [row] = await db
    .select({ title: events.title })
    .from(events)
    .where(and(eq(events.id, eventId), visibleEvents(viewer)));
  return row?.title;
}

/** What applicants are asked, in order. */
export function listEventQuestions(db: DbOrTx, { eventId }: { eventId: number }) {
  return db
    .select({
      id: eventQuestions.id,
      kind: eventQuestions.kind,
      label: eventQuestions.label,
      choices: eventQuestions.choices,
      isRequired: eventQuestions.isRequired,
    })
    .from(eventQuestions)
    .where(eq(eventQuestions.eventId, eventId))
    .orderBy(asc(eventQuestions.position), asc(eventQuestions.id));
}

const COLLEAGUES_SHOWN = 8;

export type Candidates = {
  people: { id: number; name: string; title: string }[];
  hasMore: boolean;
};

/**
 * People of the viewer's company who could be brought along: the event exists for them and they have
 * not applied. Those already chosen come first, then those whose name fits the word.
 */
export async function listCandidates(
  db: DbOrTx,
  {
    viewer,
    eventId,
    word,
    chosen = [],
  }: { viewer: Viewer; eventId: number; word: string; chosen?: readonly number[] },
): Promise<Candidates> {
  if (!viewer.organisation) return { people: [], hasMore: false };
  const name = searchWord(word);
  const isChosen = inArray(people.id, [...chosen, 0]);
  const rows = await db
    .select({ id: people.id, name: people.name, title: people.title })
    .from(people)
    .innerJoin(events, eq(events.id, eventId))
    .where(
      and(
        eq(people.organisationId, viewer.organisation.id),
        ne(people.id, viewer.id),
        activePeople(db),
        visibleToPeople(),
        sql`not exists (select from registrations r where r.event_id = events.id
          and r.person_id = people.id and r.state not in ('cancelled', 'declined'))`,
        name === "" ? undefined : sql`(${isChosen} or ${matchesPerson(name)})`,
      ),
    )
    .orderBy(sql`not (${isChosen})`, nameOrder, asc(people.id))
    .limit(COLLEAGUES_SHOWN + chosen.length + 1);
  const shown = COLLEAGUES_SHOWN + chosen.length;
  return { people: rows.slice(0, shown), hasMore: rows.length > shown };
}

/** Colleagues for whom the viewer applied and who have not given up. */
export function listBrought(db: DbOrTx, { viewer, eventId }: { viewer: Viewer; eventId: number }) {
  return db
    .select({
      personId: people.id,
      name: people.name,
      state: registrations.state,
      ticketName: ticketTypes.name,
      position: sql<number | null>`case when ${registrations.state} = 'waitlisted' then (
        select count(*)::int + 1 from registrations ahead
        where ahead.ticket_type_id = registrations.ticket_type_id and ahead.state = 'waitlisted'
          and ahead.queue_number < registrations.queue_number) end`,
    })
    .from(registrations)
    .innerJoin(people, eq(people.id, registrations.personId))
    .innerJoin(ticketTypes, eq(ticketTypes.id, registrations.ticketTypeId))
    .where(
      and(
        eq(registrations.eventId, eventId),
        eq(registrations.appliedBy, viewer.id),
        ne(registrations.personId, viewer.id),
        eq(people.organisationId, viewer.organisation?.id ?? 0),
        inArray(registrations.state, [...LIVE]),
      ),
    )
    .orderBy(asc(registrations.id));
}

/** What was answered with an application, in the order of the questions. */
export function listAnswers(db: DbOrTx, { registrationId }: { registrationId: number }) {
  return db
    .select({
      id: eventQuestions.id,
      label: eventQuestions.label,
      answer: registrationAnswers.answer,
    })
    .from(registrationAnswers)
    .innerJoin(eventQuestions, eq(eventQuestions.id, registrationAnswers.questionId))
    .where(eq(registrationAnswers.registrationId, registrationId))
    .orderBy(asc(eventQuestions.position), asc(eventQuestions.id));
}

/**
 * What became of a registration, the first first. Colleagues are named, organisers are not: what
 * they do they do for the event.
 */
export function listRegistrationHistory(
  db: DbOrTx,
  { viewer, registrationId }: { viewer: Viewer; registrationId: number },
) {
  return db
    .select({
      id: registrationHistory.id,
      kind: registrationHistory.kind,
      at: registrationHistory.at,
      by: sql<string | null>`case when ${people.id} <> ${viewer.id} and ${people.organisationId}
        = ${viewer.organisation?.id ?? null}::bigint then ${people.name} end`,
    })
    .from(registrationHistory)
    .leftJoin(people, eq(people.id, registrationHistory.actorId))
    .where(eq(registrationHistory.registrationId, registrationId))
    .orderBy(asc(registrationHistory.id));
}
