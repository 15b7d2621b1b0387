import { and, asc, desc, eq, gte, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import { contains, searchWord } from "#app/people/name-search.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { organisationDomains, organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import type { Phase, Tier } from "#db/vocabulary.ts";
import type { OrganisationSort } from "./organisations.ts";

export const ORGANISATION_PAGE = 50;

export type ListedOrganisation = {
  id: number;
  name: string;
  tier: Tier;
  phase: Phase;
  industry: string;
  region: string;
  contractEndsOn: string | null;
  peopleCount: number;
};

const nameKey = sql<string>`lower(${organisations.name}) collate "C"`;
// Without an end there is nothing to look at soon: last.
const contractKey = sql<string>`coalesce(${organisations.contractEndsOn}, '9999-12-31')::text collate "C"`;

/** Order by a key and then by id, and where the next page begins in it. */
const orders: Record<
  OrganisationSort,
  { by: SQL[]; key: SQL<string>; after(from: (string | number)[]): SQL }
> = {
  name: {
    by: [asc(nameKey), asc(organisations.id)],
    key: nameKey,
    after: ([key, id]) => sql`(${nameKey}, ${organisations.id}) > (${key}, ${id})`,
  },
  newest: {
    by: [desc(organisations.id)],
    key: sql<string>`''`,
    after: ([, id]) => lt(organisations.id, Number(id)),
  },
  "contract-end": {
    by: [asc(contractKey), asc(organisations.id)],
    key: contractKey,
    after: ([key, id]) => sql`(${contractKey}, ${organisations.id}) > (${key}, ${id})`,
  },
};

/**
 * Customer companies, for staff.
 *
 * @param q part of the name or of a mail domain
 * @param contract "live" for contracts that have not ended on `today`, "ended" for the others
 */
export async function listOrganisations(
  db: DbOrTx,
  {
    q,
    tier,
    phase,
    contract,
    today,
    sort = "name",
    cursor,
    limit = ORGANISATION_PAGE,
  }: {
    q?: string | null;
    tier?: Tier;
    phase?: Phase;
    contract?: "live" | "ended";
    /** `YYYY-MM-DD` */
    today: string;
    sort?: OrganisationSort;
    cursor?: string | null;
    limit?: number;
  },
): Promise<{ organisations: ListedOrganisation[]; next?: string }> {
  const word = searchWord(q);
  const order = orders[sort];
  const from = decodeCursor(cursor, ["string", "number"]);
  const rows = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      tier: organisations.tier,
      phase: organisations.phase,
      industry: organisations.industry,
      region: organisations.region,
      contractEndsOn: organisations.contractEndsOn,
      peopleCount: sql<number>`(select count(*)::int from ${people}
        where ${people.organisationId} = "organisations"."id")`,
      key: order.key,
    })
    .from(organisations)
    .where(
      and(
        word === ""
          ? undefined
          : or(
              contains(organisations.name, word),
              sql`exists (select 1 from ${organisationDomains}
                where ${organisationDomains.organisationId} = ${organisations.id}
                  and ${contains(organisationDomains.domain, word)})`,
            ),
        tier && eq(organisations.tier, tier),
        phase && eq(organisations.phase, phase),
        contract === "live"
          ? or(isNull(organisations.contractEndsOn), gte(organisations.contractEndsOn, today))
          : undefined,
        contract === "ended" ? lt(organisations.contractEndsOn, today) : undefined,
        from && order.after(from),
      ),
    )
    .orderBy(...order.by)
    .limit(limit + 1);
  const page = pageOf(rows, limit, (last) => [last.key, last.id]);
  return { organisations: page.rows.map(({ key: _, ...row }) => row), next: page.next };
}

/** The few organisations that a typed name most likely means, for choosing one. */
export async function suggestOrganisations(
  db: DbOrTx,
  { q }: { q: string },
): Promise<{ id: number; name: string }[]> {
  const word = searchWord(q);
  if (word === "") return [];
  return db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(contains(organisations.name, word))
    .orderBy(asc(nameKey), asc(organisations.id))
    .limit(20);
}
