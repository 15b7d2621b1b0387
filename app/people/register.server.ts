import { eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { organisationLeads } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import type { Locale, Role } from "#db/vocabulary.ts";
import { handleCandidates } from "./handles.ts";

export type NewPerson = {
  /** Verified by the caller; lower case. */
  email: string;
  passwordHash: string;
  name: string;
  reading: string;
  title: string;
  locale: Locale;
  timeZone: string;
  role: Role;
  organisationId: number | null;
  /** Named lead (企業責任者) of the organisation at once, by this person. */
  leadNamedBy?: number;
};

/**
 * Creates a person who can log in, with a free handle made from the mail address. Two calls for
 * one address, even at the same moment, make one person: the other is told "email-taken".
 */
export async function registerPerson(
  db: DbOrTx,
  { leadNamedBy, now, ...values }: NewPerson & { now: Date },
): Promise<{ ok: true; personId: number } | { ok: false; reason: "email-taken" }> {
  for (const handle of handleCandidates(values.email)) {
    const [row] = await db
      .insert(people)
      .values({ ...values, handle, emailVerifiedAt: now, createdAt: now, updatedAt: now })
      .onConflictDoNothing()
      .returning({ id: people.id });
    if (row) {
      if (leadNamedBy !== undefined && values.organisationId !== null) {
        await db.insert(organisationLeads).values({
          organisationId: values.organisationId,
          personId: row.id,
          namedBy: leadNamedBy,
          namedAt: now,
        });
      }
      return { ok: true, personId: row.id };
    }
    const taken = await db
      .select({ id: people.id })
      .from(people)
      .where(eq(people.email, values.email));
    if (taken.length > 0) return { ok: false, reason: "email-taken" };
  }
  throw new Error("No free handle found");
}
