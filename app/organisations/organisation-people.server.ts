import { and, eq, isNull, notExists } from "drizzle-orm";
import { nameOrder } from "#app/people/name-search.server.ts";
import { personSummary, toPersonSummary } from "#app/people/person-summary.server.ts";
import type { PersonSummary } from "#app/ui/person-line.tsx";
import type { DbOrTx } from "#db/client.server.ts";
import { organisationLeads, organisations } from "#db/schema/organisations.ts";
import { people, suspensions } from "#db/schema/people.ts";

/** The leads of an organisation, as its own people see them. Those suspended are left out. */
export async function listLeads(
  db: DbOrTx,
  { organisationId }: { organisationId: number },
): Promise<(PersonSummary & { id: number })[]> {
  const inForce = db
    .select({ id: suspensions.id })
    .from(suspensions)
    .where(and(eq(suspensions.personId, people.id), isNull(suspensions.liftedAt)));
  const rows = await db
    .select({ ...personSummary, id: people.id })
    .from(organisationLeads)
    .innerJoin(
      people,
      and(
        eq(people.id, organisationLeads.personId),
        eq(people.organisationId, organisationLeads.organisationId),
      ),
    )
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(organisationLeads.organisationId, organisationId), notExists(inForce)))
    .orderBy(nameOrder, people.id)
    .limit(50);
  return rows.map((row) => ({
    ...toPersonSummary({ ...row, showsOrganisation: true }),
    id: row.id,
  }));
}
