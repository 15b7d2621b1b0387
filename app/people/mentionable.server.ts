import { and, asc, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";

/** People whose handle, name or reading starts with, or whose name holds, what was typed. */
export async function listMentionable(
  db: DbOrTx,
  { typed, limit }: { typed: string; limit: number },
): Promise<{ handle: string; name: string; organisation: string | null }[]> {
  const text = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&");
  const holds = (column: SQL | typeof people.name, pattern: string) =>
    sql`lower(${column}) like ${pattern}`;
  return db
    .select({
      handle: people.handle,
      name: people.name,
      organisation: sql<
        string | null
      >`case when ${people.showsOrganisation} then ${organisations.name} end`,
    })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        isNotNull(people.email),
        sql`not exists (select from suspensions s where s.person_id = ${people.id} and s.lifted_at is null)`,
        text === ""
          ? undefined
          : or(
              holds(sql`${people.handle}`, `${text}%`),
              holds(sql`replace(${people.name}, ' ', '')`, `%${text}%`),
              holds(sql`replace(${people.reading}, ' ', '')`, `${text}%`),
            ),
      ),
    )
    .orderBy(asc(people.reading), asc(people.id))
    .limit(limit);
}
