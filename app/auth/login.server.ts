import { recordAudit } from "#app/audit/audit.server.ts";
import { MINUTE } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { type Account, findAccountByEmail } from "./accounts.server.ts";
import { normaliseEmail } from "./email-address.ts";
import { countTries, forgetTries, type TooMany, takeTryBack } from "./limits.server.ts";
import { verifyPassword } from "./passwords.server.ts";
import { type Client, startSession } from "./sessions.server.ts";
import { issueToken } from "./tokens.server.ts";

/** How long somebody may take to type the code of their second factor. */
export const SECOND_FACTOR_LIFETIME = 10 * MINUTE;

export type LoginAnswer =
  | { ok: true; next: "done"; personId: number; cookie: string }
  | { ok: true; next: "second-factor"; personId: number; secret: string }
  /** The same for an unknown address and a wrong password, in words and in time taken. */
  | { ok: false; reason: "wrong" }
  /** Told only to whoever knows the password. */
  | { ok: false; reason: "suspended" }
  | TooMany;

/**
 * Checks mail address and password. With a confirmed second factor no session starts yet: the
 * returned secret goes into a short-lived cookie and is redeemed with the code.
 */
export async function logIn(
  db: DbOrTx,
  input: { email: string; password: string; redirectTo: string; now: Date } & Client,
): Promise<LoginAnswer> {
  const { address, now } = input;
  const email = normaliseEmail(input.email) ?? input.email.slice(0, 254).toLowerCase();
  const counted = await countTries(db, [
    ["login-address", address],
    ["login-account", email],
  ]);
  if (!counted.ok) return counted;
  const account = await findAccountByEmail(db, { email });
  const fits = await verifyPassword(account?.passwordHash, input.password);
  if (!account || !fits) {
    await recordFailure(db, account, "wrong-password", input);
    return { ok: false, reason: "wrong" };
  }
  await takeTryBack(db, "login-address", address);
  await forgetTries(db, "login-account", email);
  if (account.suspendedAt) {
    await recordFailure(db, account, "suspended", input);
    return { ok: false, reason: "suspended" };
  }
  if (account.totpConfirmedAt) {
    const secret = await issueToken(db, {
      purpose: "second-factor",
      personId: account.id,
      data: { redirectTo: input.redirectTo },
      lifetime: SECOND_FACTOR_LIFETIME,
      now,
    });
    return { ok: true, next: "second-factor", personId: account.id, secret };
  }
  const cookie = await beginSession(db, { account, now, ...client(input), secondFactor: "none" });
  return { ok: true, next: "done", personId: account.id, cookie };
}

/** Starts the session of somebody who has proven everything, and notes the login of staff. */
export async function beginSession(
  db: DbOrTx,
  login: {
    account: Pick<Account, "id" | "role">;
    secondFactor: "none" | "totp" | "recovery-code";
    now: Date;
  } & Client,
): Promise<string> {
  const { account, now } = login;
  if (account.role !== "member") {
    await recordAudit(db, {
      actorId: account.id,
      action: "auth.login-succeeded",
      targetKind: "person",
      targetId: account.id,
      detail: { secondFactor: login.secondFactor },
      address: login.address,
      at: now,
    });
  }
  return startSession(db, { personId: account.id, now, ...client(login) });
}

async function recordFailure(
  db: DbOrTx,
  account: Account | undefined,
  reason: string,
  { address, now }: { address: string; now: Date },
): Promise<void> {
  if (!account || account.role === "member") return;
  await recordAudit(db, {
    actorId: null,
    action: "auth.login-failed",
    targetKind: "person",
    targetId: account.id,
    detail: { reason },
    address,
    at: now,
  });
}

function client({ userAgent, address }: Client): Client {
  return { userAgent, address };
}
