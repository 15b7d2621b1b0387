import { and, eq, exists, isNotNull, isNull, notExists, or, sql } from "drizzle-orm";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import type { PersonSummary } from "#app/ui/person-line.tsx";
import type { DbOrTx } from "#db/client.server.ts";
import { organisationLeads, organisations } from "#db/schema/organisations.ts";
import { people, personSkills, suspensions } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import {
  afterName,
  matchesOrganisation,
  matchesPerson,
  nameOrder,
  searchWord,
} from "./name-search.server.ts";
import { seesOrganisationOf } from "./people.ts";
import { personSummary, toPersonSummary } from "./person-summary.server.ts";

export const DIRECTORY_PAGE = 30;

export type DirectoryEntry = PersonSummary & {
  id: number;
  isLead: boolean;
  /** Product areas in which the person helps. */
  areaIds: number[];
};

/** People with an account that is not suspended: placeholder authors of an import are left out. */
export function activePeople(db: DbOrTx) {
  const inForce = db
    .select({ id: suspensions.id })
    .from(suspensions)
    .where(and(eq(suspensions.personId, people.id), isNull(suspensions.liftedAt)));
  return and(isNotNull(people.email), notExists(inForce));
}

const isLead = sql<boolean>`exists (select 1 from ${organisationLeads}
  where ${organisationLeads.personId} = ${people.id}
    and ${organisationLeads.organisationId} = ${people.organisationId})`;

const areaIds = sql<number[]>`coalesce((select json_agg(${personSkills.productAreaId})
  from ${personSkills} where ${personSkills.personId} = ${people.id}), '[]')`;

const entry = {
  ...personSummary,
  id: people.id,
  organisationId: people.organisationId,
  isLead,
  areaIds,
};

/**
 * The members, in the order of their readings. A company that its people keep to themselves is
 * neither shown nor found, except by colleagues and staff.
 *
 * @param q part of a name, reading, handle or company name
 * @param area slug of a product area in which they help
 * @param organisationId only people of this organisation
 * @param cursor `next` of the page before
 */
export async function listPeople(
  db: DbOrTx,
  {
    viewer,
    q,
    area,
    organisationId,
    cursor,
    limit = DIRECTORY_PAGE,
  }: {
    viewer: Viewer;
    q?: string | null;
    area?: string | null;
    organisationId?: number;
    cursor?: string | null;
    limit?: number;
  },
): Promise<{ people: DirectoryEntry[]; next?: string }> {
  const word = searchWord(q);
  const companyIsShown = isStaff(viewer)
    ? undefined
    : or(
        people.showsOrganisation,
        viewer.organisation ? eq(people.organisationId, viewer.organisation.id) : undefined,
      );
  const helpsIn = (slug: string) =>
    exists(
      db
        .select({ id: personSkills.personId })
        .from(personSkills)
        .innerJoin(productAreas, eq(productAreas.id, personSkills.productAreaId))
        .where(and(eq(personSkills.personId, people.id), eq(productAreas.slug, slug))),
    );
  const from = decodeCursor(cursor, ["string", "number"]);
  const rows = await db
    .select({ ...entry, order: nameOrder })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        activePeople(db),
        organisationId === undefined ? undefined : eq(people.organisationId, organisationId),
        word === ""
          ? undefined
          : or(matchesPerson(word), and(matchesOrganisation(word), companyIsShown)),
        area ? helpsIn(area) : undefined,
        from && afterName(from),
      ),
    )
    .orderBy(nameOrder, people.id)
    .limit(limit + 1);
  const page = pageOf(rows, limit, (last) => [last.order, last.id]);
  return {
    people: page.rows.map((row) => {
      const sees = seesOrganisationOf(viewer, row);
      const summary = toPersonSummary({ ...row, showsOrganisation: sees });
      return { ...summary, id: row.id, isLead: row.isLead && sees, areaIds: row.areaIds };
    }),
    next: page.next,
  };
}
