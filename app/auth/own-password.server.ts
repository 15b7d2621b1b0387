import { recordAudit } from "#app/audit/audit.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { type Account, findAccount } from "./accounts.server.ts";
import { countTry, forgetTries, type TooMany } from "./limits.server.ts";
import { storeNewPassword } from "./password-reset.server.ts";
import { type PasswordProblem, passwordProblem } from "./password-rules.ts";
import { hashPassword, verifyPassword } from "./passwords.server.ts";
import { endOtherSessions } from "./sessions.server.ts";

export type WrongPassword = { ok: false; reason: "wrong-password" } | TooMany;

/** Asks a signed-in person for their password before something that matters; limited per person. */
export async function proveOwnPassword(
  db: DbOrTx,
  { personId, password }: { personId: number; password: string },
): Promise<{ ok: true; account: Account } | WrongPassword> {
  const counted = await countTry(db, "own-password", personId);
  if (!counted.ok) return counted;
  const account = await findAccount(db, { personId });
  if (!(await verifyPassword(account?.passwordHash, password)) || !account) {
    return { ok: false, reason: "wrong-password" };
  }
  await forgetTries(db, "own-password", personId);
  return { ok: true, account };
}

/** Changes the password of somebody who is signed in; the session in use stays. */
export async function changePassword(
  db: DbOrTx,
  input: {
    personId: number;
    currentPassword: string;
    newPassword: string;
    sessionId: string;
    endOthers: boolean;
    address: string;
    now: Date;
  },
): Promise<{ ok: true } | WrongPassword | { ok: false; reason: PasswordProblem }> {
  const { personId, newPassword, now } = input;
  const proven = await proveOwnPassword(db, { personId, password: input.currentPassword });
  if (!proven.ok) return proven;
  const problem = passwordProblem(newPassword, { email: proven.account.email });
  if (problem) return { ok: false, reason: problem };
  const passwordHash = await hashPassword(newPassword);
  await db.transaction(async (tx) => {
    await storeNewPassword(tx, { personId, passwordHash, now });
    if (input.endOthers) {
      await endOtherSessions(tx, { personId, keepSessionId: input.sessionId });
    }
    await recordAudit(tx, {
      actorId: personId,
      action: "auth.password-changed",
      targetKind: "person",
      targetId: personId,
      detail: { endedOtherSessions: input.endOthers },
      address: input.address,
      at: now,
    });
  });
  return { ok: true };
}
