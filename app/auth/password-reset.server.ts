import { eq } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import { portalUrl } from "#app/lib/current-config.server.ts";
import { MINUTE } from "#app/lib/time.ts";
import { enqueueMail } from "#app/mail/outbox.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { findAccount, findAccountByEmail } from "./accounts.server.ts";
import { countTries, type TooMany } from "./limits.server.ts";
import { type PasswordProblem, passwordProblem } from "./password-rules.ts";
import { hashPassword } from "./passwords.server.ts";
import { endOtherSessions } from "./sessions.server.ts";
import {
  cancelTokens,
  findToken,
  issueToken,
  redeemToken,
  type TokenRefusal,
} from "./tokens.server.ts";

const MINUTES = 60;

/**
 * Sends a reset link when the address belongs to an account; the answer is the same either way.
 *
 * @param email normalised, see `normaliseEmail`
 */
export async function requestPasswordReset(
  db: DbOrTx,
  { email, address, now }: { email: string; address: string; now: Date },
): Promise<{ ok: true } | TooMany> {
  const counted = await countTries(db, [
    ["mail-request-address", address],
    ["mail-request", `reset ${address} ${email}`],
  ]);
  if (!counted.ok) return counted;
  await db.transaction(async (tx) => {
    const account = await findAccountByEmail(tx, { email });
    if (!account) return;
    const secret = await issueToken(tx, {
      purpose: "reset-password",
      personId: account.id,
      email,
      lifetime: MINUTES * MINUTE,
      now,
    });
    await enqueueMail(tx, {
      kind: "reset-password",
      toAddress: email,
      toName: account.name,
      locale: account.locale,
      personId: account.id,
      params: { url: portalUrl(`/reset/${secret}`), minutes: String(MINUTES) },
      now,
    });
  });
  return { ok: true };
}

/** What the page behind a reset link shows before its form is sent. */
export async function findPasswordReset(
  db: DbOrTx,
  { secret, now }: { secret: string; now: Date },
): Promise<{ ok: true; email: string } | TokenRefusal> {
  const token = await findToken(db, { purpose: "reset-password", secret, now });
  if (!token.ok) return token;
  const account = await findAccount(db, { personId: token.personId as number });
  // A link sent to a former address of the account proves nothing any more.
  if (!account || account.email !== token.email) return { ok: false, reason: "unknown" };
  return { ok: true, email: account.email as string };
}

/**
 * Sets a new password by a reset link: every session ends, every other open link of the person
 * becomes worthless, and a mail says what happened. The person then logs in as usual, second
 * factor included.
 */
export async function resetPassword(
  db: DbOrTx,
  {
    secret,
    password,
    address,
    now,
  }: {
    secret: string;
    password: string;
    address: string;
    now: Date;
  },
): Promise<{ ok: true } | TokenRefusal | { ok: false; reason: PasswordProblem }> {
  const found = await findPasswordReset(db, { secret, now });
  if (!found.ok) return found;
  const problem = passwordProblem(password, { email: found.email });
  if (problem) return { ok: false, reason: problem };
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const token = await redeemToken(tx, { purpose: "reset-password", secret, now });
    if (!token.ok) return token;
    const personId = token.personId as number;
    await storeNewPassword(tx, { personId, passwordHash, now });
    await endOtherSessions(tx, { personId });
    await recordAudit(tx, {
      actorId: personId,
      action: "auth.password-reset",
      targetKind: "person",
      targetId: personId,
      address,
      at: now,
    });
    return { ok: true };
  });
}

/** Writes the new hash, makes open links of the person worthless and tells them by mail. */
export async function storeNewPassword(
  tx: DbOrTx,
  { personId, passwordHash, now }: { personId: number; passwordHash: string; now: Date },
): Promise<void> {
  const [person] = await tx
    .update(people)
    .set({ passwordHash, updatedAt: now })
    .where(eq(people.id, personId))
    .returning({ email: people.email, name: people.name, locale: people.locale });
  await cancelTokens(tx, { personId, now });
  if (!person?.email) return;
  await enqueueMail(tx, {
    kind: "password-changed",
    toAddress: person.email,
    toName: person.name,
    locale: person.locale,
    personId,
    params: { resetUrl: portalUrl("/forgot") },
    now,
  });
}
