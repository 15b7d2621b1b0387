import { and, eq, exists, isNull, or, sql } from "drizzle-orm";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { sessions, totpEnrolments } from "#db/schema/auth.ts";
import { organisationLeads, organisations } from "#db/schema/organisations.ts";
import { people, suspensions } from "#db/schema/people.ts";
import type { Role } from "#db/vocabulary.ts";
import {
  afterName,
  contains,
  matchesOrganisation,
  matchesPerson,
  nameOrder,
  searchWord,
} from "./name-search.server.ts";
import type { PersonState } from "./people.ts";

export const STAFF_PAGE = 50;

const suspendedAt = sql<Date | null>`(select ${suspensions.suspendedAt} from ${suspensions}
  where ${suspensions.personId} = ${people.id} and ${suspensions.liftedAt} is null)`.mapWith(
  suspensions.suspendedAt,
);

const isLead = sql<boolean>`exists (select 1 from ${organisationLeads}
  where ${organisationLeads.personId} = ${people.id}
    and ${organisationLeads.organisationId} = ${people.organisationId})`;

const columns = {
  id: people.id,
  handle: people.handle,
  name: people.name,
  reading: people.reading,
  title: people.title,
  email: people.email,
  role: people.role,
  avatarFileId: people.avatarFileId,
  organisation: { id: organisations.id, name: organisations.name },
  isLead,
  suspendedAt,
  createdAt: people.createdAt,
};

export type StaffPerson = {
  id: number;
  handle: string;
  name: string;
  reading: string;
  title: string;
  email: string | null;
  role: Role;
  avatarFileId: string | null;
  organisation: { id: number; name: string } | null;
  isLead: boolean;
  suspendedAt: Date | null;
  createdAt: Date;
};

/** Everyone, for staff: placeholder authors and suspended people too. */
export async function listPeopleForStaff(
  db: DbOrTx,
  {
    q,
    role,
    state,
    organisationId,
    cursor,
    limit = STAFF_PAGE,
  }: {
    q?: string | null;
    role?: Role;
    state?: PersonState;
    organisationId?: number;
    cursor?: string | null;
    limit?: number;
  },
): Promise<{ people: StaffPerson[]; next?: string }> {
  const word = searchWord(q);
  const inForce = db
    .select({ id: suspensions.id })
    .from(suspensions)
    .where(and(eq(suspensions.personId, people.id), isNull(suspensions.liftedAt)));
  const inState = {
    suspended: exists(inForce),
    imported: isNull(people.email),
    lead: isLead,
  };
  const from = decodeCursor(cursor, ["string", "number"]);
  const rows = await db
    .select({ ...columns, order: nameOrder })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        word === ""
          ? undefined
          : or(matchesPerson(word), contains(people.email, word), matchesOrganisation(word)),
        role && eq(people.role, role),
        state && inState[state],
        organisationId === undefined ? undefined : eq(people.organisationId, organisationId),
        from && afterName(from),
      ),
    )
    .orderBy(nameOrder, people.id)
    .limit(limit + 1);
  const page = pageOf(rows, limit, (last) => [last.order, last.id]);
  return { people: page.rows.map(({ order: _, ...person }) => person), next: page.next };
}

/** One person as staff see them. */
export async function findPersonForStaff(
  db: DbOrTx,
  { handle }: { handle: string },
): Promise<(StaffPerson & { lastSeenAt: Date | null; hasSecondFactor: boolean }) | undefined> {
  const [row] = await db
    .select({
      ...columns,
      lastSeenAt: sql<Date | null>`(select max(${sessions.lastSeenAt}) from ${sessions}
        where ${sessions.userId} = ${people.id})`.mapWith(sessions.lastSeenAt),
      hasSecondFactor: sql<boolean>`exists (select 1 from ${totpEnrolments}
        where ${totpEnrolments.personId} = ${people.id}
          and ${totpEnrolments.confirmedAt} is not null)`,
    })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.handle, handle));
  return row;
}
