import { portalUrl } from "#app/lib/current-config.server.ts";
import { HOUR } from "#app/lib/time.ts";
import { enqueueMail } from "#app/mail/outbox.server.ts";
import { registerPerson } from "#app/people/register.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import type { Locale } from "#db/vocabulary.ts";
import { findAccountByEmail, findOrganisationByDomain } from "./accounts.server.ts";
import { domainOf } from "./email-address.ts";
import { countTries, type TooMany } from "./limits.server.ts";
import { hashPassword } from "./passwords.server.ts";
import { type Client, startSession } from "./sessions.server.ts";
import { findToken, issueToken, redeemToken, type TokenRefusal } from "./tokens.server.ts";

const HOURS = 24;

/** What somebody tells about themselves when they join; already validated. */
export type Newcomer = {
  name: string;
  reading: string;
  title: string;
  password: string;
  locale: Locale;
  timeZone: string;
};

/**
 * Step 1: sends one of three mails to the address – go on, you have an account already, or your
 * company is not known. The answer is the same for all three, so that it tells nobody who is here.
 *
 * @param email normalised, see `normaliseEmail`
 */
export async function requestSignup(
  db: DbOrTx,
  { email, locale, address, now }: { email: string; locale: Locale; address: string; now: Date },
): Promise<{ ok: true } | TooMany> {
  const counted = await countTries(db, [
    ["mail-request-address", address],
    ["mail-request", `signup ${address} ${email}`],
  ]);
  if (!counted.ok) return counted;
  await db.transaction(async (tx) => {
    const account = await findAccountByEmail(tx, { email });
    const organisation = await findOrganisationByDomain(tx, { domain: domainOf(email) });
    if (account) {
      await enqueueMail(tx, {
        kind: "account-exists",
        toAddress: email,
        toName: account.name,
        locale: account.locale,
        personId: account.id,
        params: { loginUrl: portalUrl("/login"), resetUrl: portalUrl("/forgot") },
        now,
      });
    } else if (!organisation) {
      const params = { domain: domainOf(email) };
      await enqueueMail(tx, { kind: "domain-unknown", toAddress: email, locale, params, now });
    } else {
      const secret = await issueToken(tx, {
        purpose: "signup",
        email,
        lifetime: HOURS * HOUR,
        now,
      });
      const params = { url: portalUrl(`/signup/${secret}`), hours: String(HOURS) };
      await enqueueMail(tx, { kind: "signup", toAddress: email, locale, params, now });
    }
  });
  return { ok: true };
}

export type SignupRefusal =
  | TokenRefusal
  | { ok: false; reason: "email-taken" }
  | { ok: false; reason: "domain-unknown" };

/** What the page of step 2 shows: the proven address and the organisation that owns its domain. */
export async function findSignup(
  db: DbOrTx,
  { secret, now }: { secret: string; now: Date },
): Promise<
  { ok: true; email: string; organisation: { id: number; name: string } } | SignupRefusal
> {
  const token = await findToken(db, { purpose: "signup", secret, now });
  if (!token.ok) return token;
  const email = token.email as string;
  if (await findAccountByEmail(db, { email })) return { ok: false, reason: "email-taken" };
  const organisation = await findOrganisationByDomain(db, { domain: domainOf(email) });
  return organisation ? { ok: true, email, organisation } : { ok: false, reason: "domain-unknown" };
}

/**
 * Step 2: makes the account and logs it in. The link works once, and however many links were
 * asked for there is one account for one address.
 */
export async function completeSignup(
  db: DbOrTx,
  { secret, newcomer, now, ...client }: { secret: string; newcomer: Newcomer; now: Date } & Client,
): Promise<{ ok: true; personId: number; cookie: string } | SignupRefusal> {
  const { password, ...told } = newcomer;
  // Outside of the transaction: hashing is slow, and a held connection is dear.
  const found = await findSignup(db, { secret, now });
  if (!found.ok) return found;
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const token = await redeemToken(tx, { purpose: "signup", secret, now });
    if (!token.ok) return token;
    const registered = await registerPerson(tx, {
      ...told,
      email: found.email,
      passwordHash,
      role: "member",
      organisationId: found.organisation.id,
      now,
    });
    if (!registered.ok) return registered;
    const cookie = await startSession(tx, { personId: registered.personId, now, ...client });
    return { ok: true, personId: registered.personId, cookie };
  });
}
