import { type SQL, sql } from "drizzle-orm";

/**
 * The condition, in queries over `people`, that a person holds a live credential: what makes a
 * supporter. Computed wherever it is asked, so that the end of a credential takes effect everywhere
 * at once.
 */
export function isSupporter(): SQL<boolean> {
  // Names are written out: in a query over one table the builder would leave "people" away, and "id"
  // would be the credential's.
  return sql<boolean>`exists (select from credentials
    where credentials.person_id = people.id and credentials.ended_at is null)`;
}
