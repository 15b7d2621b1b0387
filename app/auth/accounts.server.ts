import { and, eq, isNull } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { totpEnrolments } from "#db/schema/auth.ts";
import { organisationDomains, organisations } from "#db/schema/organisations.ts";
import { people, suspensions } from "#db/schema/people.ts";

const account = {
  id: people.id,
  email: people.email,
  name: people.name,
  locale: people.locale,
  role: people.role,
  organisationId: people.organisationId,
  passwordHash: people.passwordHash,
  suspendedAt: suspensions.suspendedAt,
  totpConfirmedAt: totpEnrolments.confirmedAt,
};

const accounts = (db: DbOrTx) =>
  db
    .select(account)
    .from(people)
    .leftJoin(suspensions, and(eq(suspensions.personId, people.id), isNull(suspensions.liftedAt)))
    .leftJoin(totpEnrolments, eq(totpEnrolments.personId, people.id));

/** What logging in and the security pages need of a person. `passwordHash` stays on the server. */
export type Account = Awaited<ReturnType<typeof accounts>>[number];

/** The account of a normalised mail address. */
export async function findAccountByEmail(
  db: DbOrTx,
  { email }: { email: string },
): Promise<Account | undefined> {
  const [row] = await accounts(db).where(eq(people.email, email));
  return row;
}

export async function findAccount(
  db: DbOrTx,
  { personId }: { personId: number },
): Promise<Account | undefined> {
  const [row] = await accounts(db).where(eq(people.id, personId));
  return row;
}

/** The customer organisation that owns a mail domain: exactly this one, not its subdomains. */
export async function findOrganisationByDomain(
  db: DbOrTx,
  { domain }: { domain: string },
): Promise<{ id: number; name: string } | undefined> {
  const [row] = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisationDomains)
    .innerJoin(organisations, eq(organisations.id, organisationDomains.organisationId))
    .where(eq(organisationDomains.domain, domain));
  return row;
}
