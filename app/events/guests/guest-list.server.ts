import { and, asc, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Viewer } from "#app/auth/viewer.ts";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import { searchWord } from "#app/people/name-search.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { eventQuestions, ticketTypes } from "#db/schema/events.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import {
  registrationAnswers,
  registrationHistory,
  registrations,
} from "#db/schema/registrations.ts";
import type { Admission, RegistrationHistoryKind, RegistrationState } from "#db/vocabulary.ts";
import type { GuestFilter } from "./guest-filter.ts";
import {
  type GuestPerson,
  guestPerson,
  matchesGuest,
  toGuestPerson,
} from "./guest-person.server.ts";

export const GUEST_PAGE = 50;

const applicants = alias(people, "applicants");

/** That the holder of a live registration was there. */
export const hasCome = sql<boolean>`(registrations.state not in ('cancelled', 'declined')
  and exists (select from attendances where attendances.event_id = registrations.event_id
    and attendances.person_id = registrations.person_id and attendances.undone_at is null))`;

// Whole microseconds: PostgreSQL keeps more than a Date can say.
const appliedOrder = sql`(extract(epoch from ${registrations.appliedAt}) * 1000000)::bigint`;

/** 1-based place in the line of a ticket; null for whoever does not wait. */
const place = sql<number | null>`case when registrations.state = 'waitlisted' then (
  select count(*)::int from registrations ahead
  where ahead.ticket_type_id = registrations.ticket_type_id
    and ahead.queue_number <= registrations.queue_number) end`;

export type Guest = {
  id: number;
  person: GuestPerson;
  state: RegistrationState;
  ticket: { id: number; name: string; admission: Admission };
  place: number | null;
  offerEndsAt: Date | null;
  appliedAt: Date;
  /** Name of the colleague or organiser who applied for them; null when they did themselves. */
  appliedBy: string | null;
  came: boolean;
  note: string;
  answers: { questionId: number; label: string; answer: string }[];
};

export const guestColumns = {
  ...guestPerson,
  id: registrations.id,
  state: registrations.state,
  ticketId: ticketTypes.id,
  ticketName: ticketTypes.name,
  admission: ticketTypes.admission,
  place,
  queueNumber: registrations.queueNumber,
  offerEndsAt: registrations.offerEndsAt,
  appliedAt: registrations.appliedAt,
  appliedBy: sql<string | null>`case when ${registrations.appliedBy} <> ${registrations.personId}
    then ${applicants.name} end`,
  came: hasCome,
  note: registrations.note,
};

/** Registrations with all that a list shows of them. */
export function selectGuests<Extra extends Record<string, SQL.Aliased | SQL>>(
  db: DbOrTx,
  conditions: (SQL | undefined)[],
  extra: Extra,
) {
  return db
    .select({ ...guestColumns, ...extra })
    .from(registrations)
    .innerJoin(people, eq(people.id, registrations.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .innerJoin(ticketTypes, eq(ticketTypes.id, registrations.ticketTypeId))
    .innerJoin(applicants, eq(applicants.id, registrations.appliedBy))
    .where(and(...conditions))
    .$dynamic();
}

/** The condition that a registration is one the filter leaves. */
export function isAmong(filter: GuestFilter, viewer: Viewer): SQL | undefined {
  const word = searchWord(filter.q);
  return and(
    word === "" ? undefined : matchesGuest(word, viewer),
    filter.state && eq(registrations.state, filter.state),
    filter.ticketTypeId === undefined
      ? undefined
      : eq(registrations.ticketTypeId, filter.ticketTypeId),
    filter.came === "yes" ? hasCome : undefined,
    filter.came === "no" ? sql`registrations.state = 'confirmed' and not ${hasCome}` : undefined,
  );
}

/**
 * A page of an event's registrations in the order of applying, those in line in the order of the
 * line. For those who run the event; that is the caller's guard.
 */
export async function listGuests(
  db: DbOrTx,
  {
    viewer,
    eventId,
    filter = {},
    cursor,
    limit = GUEST_PAGE,
  }: {
    viewer: Viewer;
    eventId: number;
    filter?: GuestFilter;
    cursor?: string | null;
    limit?: number;
  },
): Promise<{ guests: Guest[]; next?: string }> {
  const inLine = filter.state === "waitlisted";
  const from = decodeCursor(cursor, ["number", "number"]);
  const [first, second] = inLine
    ? [registrations.ticketTypeId, registrations.queueNumber]
    : [appliedOrder, registrations.id];
  const rows = await selectGuests(
    db,
    [
      eq(registrations.eventId, eventId),
      isAmong(filter, viewer),
      from && sql`(${first}, ${second}) > (${from[0]}::bigint, ${from[1]}::bigint)`,
    ],
    { order: sql<string>`${first}` },
  )
    .orderBy(asc(first), asc(second))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (last) => [
    Number(last.order),
    inLine ? (last.queueNumber ?? 0) : last.id,
  ]);
  return { guests: await withAnswers(db, page.rows, viewer), next: page.next };
}

type GuestRow = Awaited<ReturnType<typeof selectGuests>>[number];

export async function withAnswers(db: DbOrTx, rows: GuestRow[], viewer: Viewer): Promise<Guest[]> {
  const answers = await listAnswers(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    person: toGuestPerson(row, viewer),
    state: row.state,
    ticket: { id: row.ticketId, name: row.ticketName, admission: row.admission },
    place: row.place,
    offerEndsAt: row.offerEndsAt,
    appliedAt: row.appliedAt,
    appliedBy: row.appliedBy,
    came: row.came,
    note: row.note,
    answers: answers.get(row.id) ?? [],
  }));
}

async function listAnswers(db: DbOrTx, ids: number[]): Promise<Map<number, Guest["answers"]>> {
  const found = new Map<number, Guest["answers"]>();
  if (ids.length === 0) return found;
  const rows = await db
    .select({
      registrationId: registrationAnswers.registrationId,
      questionId: eventQuestions.id,
      label: eventQuestions.label,
      answer: registrationAnswers.answer,
    })
    .from(registrationAnswers)
    .innerJoin(eventQuestions, eq(eventQuestions.id, registrationAnswers.questionId))
    .where(inArray(registrationAnswers.registrationId, ids))
    .orderBy(asc(eventQuestions.position), asc(eventQuestions.id));
  for (const { registrationId, ...answer } of rows) {
    const list = found.get(registrationId);
    if (list) list.push(answer);
    else found.set(registrationId, [answer]);
  }
  return found;
}

/** Some registrations of an event, in the order of applying; others' are left out. */
export async function listChosenGuests(
  db: DbOrTx,
  { viewer, eventId, ids }: { viewer: Viewer; eventId: number; ids: number[] },
): Promise<Guest[]> {
  if (ids.length === 0) return [];
  const rows = await selectGuests(
    db,
    [eq(registrations.eventId, eventId), inArray(registrations.id, ids)],
    {},
  ).orderBy(asc(registrations.appliedAt), asc(registrations.id));
  return withAnswers(db, rows, viewer);
}

export type GuestDeed = {
  id: number;
  kind: RegistrationHistoryKind;
  actorName: string | null;
  at: Date;
};

/** One registration and what became of it, the first deed first. */
export async function findGuest(
  db: DbOrTx,
  { viewer, eventId, registrationId }: { viewer: Viewer; eventId: number; registrationId: number },
): Promise<{ guest: Guest; history: GuestDeed[] } | undefined> {
  const [guest] = await listChosenGuests(db, { viewer, eventId, ids: [registrationId] });
  if (!guest) return undefined;
  const { id, kind, at } = getTableColumns(registrationHistory);
  const history = await db
    .select({ id, kind, at, actorName: people.name })
    .from(registrationHistory)
    .leftJoin(people, eq(people.id, registrationHistory.actorId))
    .where(eq(registrationHistory.registrationId, registrationId))
    .orderBy(asc(id));
  return { guest, history };
}
