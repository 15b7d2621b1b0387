import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { comparableCompany } from "./check-in.ts";

/**
 * The company that a guest named as theirs, so that it counts as reached: by its name without the
 * legal form. Null when none has that name, or several have.
 */
export async function findOrganisationNamed(
  tx: DbOrTx,
  affiliation: string,
): Promise<number | null> {
  const wanted = comparableCompany(affiliation);
  if (wanted === "") return null;
  // The database narrows it down; what counts as the same name is decided in one place.
  const rows = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(
      sql`position(${wanted} in regexp_replace(lower(normalize(${organisations.name}, NFKC)), '[\\s・,.-]', '', 'g')) > 0`,
    )
    .limit(100);
  const same = rows.filter(({ name }) => comparableCompany(name) === wanted);
  return same.length === 1 ? (same[0]?.id ?? null) : null;
}
