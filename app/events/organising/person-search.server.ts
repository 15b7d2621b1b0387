import { and, asc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { matchesPerson, nameOrder, searchWord } from "#app/people/name-search.server.ts";
import { personSummary, toPersonSummary } from "#app/people/person-summary.server.ts";
import type { PersonSummary } from "#app/ui/person-line.tsx";
import type { DbOrTx } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";

export type FoundPerson = PersonSummary & { id: number };

const reachable = and(
  isNotNull(people.email),
  sql`not exists (select from suspensions s where s.person_id = people.id and s.lifted_at is null)`,
);

/** People by name, reading or handle, at most ten: to be named as speakers or organisers. */
export async function searchPeople(
  db: DbOrTx,
  { q, among }: { q: string | null; among?: SQL },
): Promise<FoundPerson[]> {
  const word = searchWord(q);
  if (word === "") return [];
  const rows = await db
    .select({ id: people.id, ...personSummary })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(matchesPerson(word), reachable, among))
    .orderBy(asc(nameOrder), asc(people.id))
    .limit(10);
  return rows.map((row) => ({ id: row.id, ...toPersonSummary(row) }));
}

/** Whether somebody has an account in use. */
export async function isReachable(db: DbOrTx, personId: number): Promise<boolean> {
  const [row] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), reachable));
  return row !== undefined;
}
