import type { Viewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import type { people } from "#db/schema/people.ts";
import { createArea, createOrganisation, createPerson, viewerOf } from "#test/support/factories.ts";

type PersonValues = Partial<typeof people.$inferInsert>;

/** Two customer companies, the vendor's staff and a product area: who the scenes are played by. */
export async function cast(db: DbOrTx) {
  const area = await createArea(db);
  const home = await createOrganisation(db);
  const away = await createOrganisation(db);
  const member = async (
    organisation: typeof home,
    values: PersonValues = {},
    rank: { isLead?: boolean; isSupporter?: boolean } = {},
  ): Promise<Viewer> => {
    const lead = rank.isLead === true;
    const person = await createPerson(db, { ...values, organisationId: organisation.id, lead });
    return viewerOf(person, organisation, rank);
  };
  return {
    area,
    home,
    away,
    member,
    asker: await member(home),
    colleague: await member(home),
    lead: await member(home, {}, { isLead: true }),
    stranger: await member(away),
    helper: await member(away),
    supporter: await member(away, {}, { isSupporter: true }),
    staff: viewerOf(await createPerson(db, { role: "staff" })),
    admin: viewerOf(await createPerson(db, { role: "admin" })),
  };
}

export type Cast = Awaited<ReturnType<typeof cast>>;
