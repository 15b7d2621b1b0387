import type { DbOrTx } from "#db/client.server.ts";
import { organisationDomains, organisationLeads, organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";

export const NOW = new Date("2026-06-01T03:00:00Z");

let serial = 0;
const next = () => ++serial;

type Row<T extends { $inferInsert: object }> = Partial<T["$inferInsert"]>;

export async function createOrganisation(
  db: DbOrTx,
  { domain, ...values }: Row<typeof organisations> & { domain?: string } = {},
) {
  const n = next();
  const [row] = await db
    .insert(organisations)
    .values({
      name: `株式会社テスト${n}`,
      tier: "2",
      phase: "trial",
      createdAt: NOW,
      updatedAt: NOW,
      ...values,
    })
    .returning();
  if (!row) throw new Error("no organisation");
  if (domain) {
    await db
      .insert(organisationDomains)
      .values({ domain, organisationId: row.id, createdAt: NOW });
  }
  return row;
}

export async function createPerson(
  db: DbOrTx,
  { lead, ...values }: Row<typeof people> & { lead?: boolean } = {},
) {
  const n = next();
  const [row] = await db
    .insert(people)
    .values({
      handle: `person-${n}`,
      email: `person-${n}@test.example`,
      emailVerifiedAt: NOW,
      name: `試験 太郎${n}`,
      createdAt: NOW,
      updatedAt: NOW,
      ...values,
    })
    .returning();
  if (!row) throw new Error("no person");
  if (lead && row.organisationId) {
    await db
      .insert(organisationLeads)
      .values({ organisationId: row.organisationId, personId: row.id, namedAt: NOW });
  }
  return row;
}

export async function createArea(db: DbOrTx, values: Row<typeof productAreas> = {}) {
  const n = next();
  const [row] = await db
    .insert(productAreas)
    .values({ slug: `area-${n}`, nameJa: `領域${n}`, nameEn: `Area ${n}`, createdAt: NOW, ...values })
    .returning();
  if (!row) throw new Error("no area");
  return row;
}
