import { recordAudit } from "#app/audit/audit.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { findAccount } from "./accounts.server.ts";
import { countTry, forgetTries, type TooMany } from "./limits.server.ts";
import { beginSession } from "./login.server.ts";
import { redeemRecoveryCode } from "./recovery-codes.server.ts";
import type { Client } from "./sessions.server.ts";
import { findToken, redeemToken, type TokenRefusal } from "./tokens.server.ts";
import { isTotpCode, redeemTotpCode } from "./totp.server.ts";

type Refusal =
  | TokenRefusal
  | TooMany
  | { ok: false; reason: "wrong-code" | "code-used" | "suspended" };

/** Whether the secret of the cookie still stands for a login that waits for its second step. */
export async function isWaitingForSecondFactor(
  db: DbOrTx,
  { secret, now }: { secret: string; now: Date },
): Promise<boolean> {
  return (await findToken(db, { purpose: "second-factor", secret, now })).ok;
}

/**
 * The second step of a login: a code of the authenticator app (six digits) or a recovery code.
 * Five tries in ten minutes for one person. Each code works once, and so does the whole step.
 */
export async function passSecondFactor(
  db: DbOrTx,
  { secret, code, now, ...client }: { secret: string; code: string; now: Date } & Client,
): Promise<
  | { ok: true; cookie: string; redirectTo: string; by: "totp" | "recovery-code"; personId: number }
  | Refusal
> {
  const token = await findToken(db, { purpose: "second-factor", secret, now });
  if (!token.ok) return token;
  const personId = token.personId as number;
  const counted = await countTry(db, "second-factor", personId);
  if (!counted.ok) return counted;
  const answer = await db.transaction(async (tx) => {
    const account = await findAccount(tx, { personId });
    if (!account || account.suspendedAt) return { ok: false, reason: "suspended" } as const;
    const by = isTotpCode(code) ? "totp" : "recovery-code";
    const right =
      by === "totp"
        ? await redeemTotpCode(tx, { personId, code, now })
        : await tryRecoveryCode(tx, { personId, code, address: client.address, now });
    if (!right.ok) return right;
    const redeemed = await redeemToken(tx, { purpose: "second-factor", secret, now });
    if (!redeemed.ok) return redeemed;
    const cookie = await beginSession(tx, { account, secondFactor: by, now, ...client });
    const redirectTo = String(redeemed.data.redirectTo ?? "/");
    return { ok: true, cookie, redirectTo, by, personId } as const;
  });
  if (answer.ok) await forgetTries(db, "second-factor", personId);
  return answer;
}

async function tryRecoveryCode(
  tx: DbOrTx,
  input: { personId: number; code: string; address: string; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "wrong-code" }> {
  if (!(await redeemRecoveryCode(tx, input))) return { ok: false, reason: "wrong-code" };
  await recordAudit(tx, {
    actorId: input.personId,
    action: "auth.recovery-code-used",
    targetKind: "person",
    targetId: input.personId,
    address: input.address,
    at: input.now,
  });
  return { ok: true };
}
