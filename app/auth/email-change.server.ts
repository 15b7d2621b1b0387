import { eq } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import { portalUrl } from "#app/lib/current-config.server.ts";
import { HOUR } from "#app/lib/time.ts";
import { enqueueMail } from "#app/mail/outbox.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { violatedConstraint } from "#db/violations.ts";
import {
  type Account,
  findAccount,
  findAccountByEmail,
  findOrganisationByDomain,
} from "./accounts.server.ts";
import { domainOf } from "./email-address.ts";
import { countTry, type TooMany } from "./limits.server.ts";
import { proveOwnPassword, type WrongPassword } from "./own-password.server.ts";
import {
  cancelTokens,
  findToken,
  issueToken,
  redeemToken,
  type TokenRefusal,
} from "./tokens.server.ts";

const HOURS = 24;

/**
 * Sends a link to the new address, which becomes the account's once it is opened and confirmed.
 * Members keep to the mail domains of their organisation. When the new address has an account, its
 * owner gets a mail and the answer is the same.
 *
 * @param email normalised, see `normaliseEmail`
 */
export async function requestEmailChange(
  db: DbOrTx,
  input: { personId: number; email: string; password: string; now: Date },
): Promise<
  { ok: true } | WrongPassword | TooMany | { ok: false; reason: "same" | "foreign-domain" }
> {
  const { personId, email, now } = input;
  const proven = await proveOwnPassword(db, { personId, password: input.password });
  if (!proven.ok) return proven;
  const { account } = proven;
  if (account.email === email) return { ok: false, reason: "same" };
  if (!(await domainAllowed(db, account, email))) return { ok: false, reason: "foreign-domain" };
  const counted = await countTry(db, "mail-request", `change-email ${personId}`);
  if (!counted.ok) return counted;
  await db.transaction(async (tx) => {
    const taken = await findAccountByEmail(tx, { email });
    if (taken) {
      await enqueueMail(tx, {
        kind: "account-exists",
        toAddress: email,
        toName: taken.name,
        locale: taken.locale,
        personId: taken.id,
        params: { loginUrl: portalUrl("/login"), resetUrl: portalUrl("/forgot") },
        now,
      });
      return;
    }
    await cancelTokens(tx, { personId, purpose: "change-email", now });
    const secret = await issueToken(tx, {
      purpose: "change-email",
      personId,
      email,
      lifetime: HOURS * HOUR,
      now,
    });
    await enqueueMail(tx, {
      kind: "change-email",
      toAddress: email,
      toName: account.name,
      locale: account.locale,
      personId,
      params: { url: portalUrl(`/verify-email/${secret}`), hours: String(HOURS) },
      now,
    });
  });
  return { ok: true };
}

/** The address behind a link, for the person it was made for; a stranger's link is "unknown". */
export async function findEmailChange(
  db: DbOrTx,
  { personId, secret, now }: { personId: number; secret: string; now: Date },
): Promise<{ ok: true; email: string } | TokenRefusal> {
  const token = await findToken(db, { purpose: "change-email", secret, now });
  if (!token.ok) return token;
  if (token.personId !== personId) return { ok: false, reason: "unknown" };
  return { ok: true, email: token.email as string };
}

/** Makes the new address the account's and tells the former one. */
export async function confirmEmailChange(
  db: DbOrTx,
  input: { personId: number; secret: string; address: string; now: Date },
): Promise<
  | { ok: true; email: string }
  | TokenRefusal
  | { ok: false; reason: "email-taken" | "foreign-domain" }
> {
  const { personId, secret, now } = input;
  const found = await findEmailChange(db, { personId, secret, now });
  if (!found.ok) return found;
  const { email } = found;
  return db.transaction(async (tx) => {
    const account = await findAccount(tx, { personId });
    if (!account || !(await domainAllowed(tx, account, email))) {
      return { ok: false, reason: "foreign-domain" };
    }
    const token = await redeemToken(tx, { purpose: "change-email", secret, now });
    if (!token.ok) return token;
    if (!(await moveTo(tx, { personId, email, now }))) return { ok: false, reason: "email-taken" };
    await cancelTokens(tx, { personId, purpose: "reset-password", now });
    if (account.email) {
      await enqueueMail(tx, {
        kind: "email-changed",
        toAddress: account.email,
        toName: account.name,
        locale: account.locale,
        personId,
        params: { newAddress: email },
        now,
      });
    }
    await recordAudit(tx, {
      actorId: personId,
      action: "auth.email-changed",
      targetKind: "person",
      targetId: personId,
      detail: { from: account.email, to: email },
      address: input.address,
      at: now,
    });
    return { ok: true, email };
  });
}

async function domainAllowed(db: DbOrTx, account: Account, email: string): Promise<boolean> {
  if (account.role !== "member") return true;
  const owner = await findOrganisationByDomain(db, { domain: domainOf(email) });
  return owner !== undefined && owner.id === account.organisationId;
}

async function moveTo(
  tx: DbOrTx,
  { personId, email, now }: { personId: number; email: string; now: Date },
): Promise<boolean> {
  try {
    await tx.transaction((savepoint) =>
      savepoint
        .update(people)
        .set({ email, emailVerifiedAt: now, updatedAt: now })
        .where(eq(people.id, personId)),
    );
    return true;
  } catch (error) {
    if (violatedConstraint(error) === "people_email_unique") return false;
    throw error;
  }
}
