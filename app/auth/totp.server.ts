import { and, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { totpEnrolments } from "#db/schema/auth.ts";
import { countTry, forgetTries, type TooMany } from "./limits.server.ts";
import { proveOwnPassword, type WrongPassword } from "./own-password.server.ts";
import {
  countRecoveryCodes,
  deleteRecoveryCodes,
  replaceRecoveryCodes,
} from "./recovery-codes.server.ts";

/** RFC 6238 as every authenticator app understands it. */
const PERIOD = 30;
const SHAPE = { algorithm: "SHA1", digits: 6, period: PERIOD } as const;
/** Steps of clock drift that are forgiven, on either side. */
const WINDOW = 1;

export type Enrolment =
  | { state: "off" }
  | { state: "pending"; secret: string }
  | { state: "on"; confirmedAt: Date; recoveryCodesLeft: number };

/** Where the person's second factor stands; the secret is shown only until it is confirmed. */
export async function findEnrolment(
  db: DbOrTx,
  { personId }: { personId: number },
): Promise<Enrolment> {
  const [row] = await db.select().from(totpEnrolments).where(eq(totpEnrolments.personId, personId));
  if (!row) return { state: "off" };
  if (!row.confirmedAt) return { state: "pending", secret: row.secret };
  const recoveryCodesLeft = await countRecoveryCodes(db, { personId });
  return { state: "on", confirmedAt: row.confirmedAt, recoveryCodesLeft };
}

/** The `otpauth://` address that the QR code of an enrolment holds. */
export function enrolmentUri(enrolment: { secret: string; issuer: string; label: string }): string {
  const secret = Secret.fromBase32(enrolment.secret);
  return new TOTP({ ...SHAPE, ...enrolment, secret }).toString();
}

/** Makes a new secret, unless a confirmed one is in use. Nothing is protected until confirmed. */
export async function startEnrolment(
  db: DbOrTx,
  { personId, now }: { personId: number; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "already-on" }> {
  const row = { secret: new Secret({ size: 20 }).base32, createdAt: now, lastUsedStep: null };
  const started = await db
    .insert(totpEnrolments)
    .values({ personId, ...row })
    .onConflictDoUpdate({
      target: totpEnrolments.personId,
      set: row,
      setWhere: isNull(totpEnrolments.confirmedAt),
    })
    .returning({ personId: totpEnrolments.personId });
  return started.length > 0 ? { ok: true } : { ok: false, reason: "already-on" };
}

export type WrongCode = { ok: false; reason: "wrong-code" } | TooMany;

/** Turns the second factor on with a first right code. Returns the recovery codes, shown once. */
export async function confirmEnrolment(
  db: DbOrTx,
  { personId, code, address, now }: { personId: number; code: string; address: string; now: Date },
): Promise<
  { ok: true; recoveryCodes: string[] } | WrongCode | { ok: false; reason: "not-pending" }
> {
  const counted = await countTry(db, "second-factor", personId);
  if (!counted.ok) return counted;
  const enrolment = await findEnrolment(db, { personId });
  if (enrolment.state !== "pending") return { ok: false, reason: "not-pending" };
  const step = stepOf(enrolment.secret, code, now);
  if (step === undefined) return { ok: false, reason: "wrong-code" };
  const answer = await db.transaction(async (tx) => {
    const confirmed = await tx
      .update(totpEnrolments)
      .set({ confirmedAt: now, lastUsedStep: step })
      .where(
        and(
          eq(totpEnrolments.personId, personId),
          eq(totpEnrolments.secret, enrolment.secret),
          isNull(totpEnrolments.confirmedAt),
        ),
      )
      .returning({ personId: totpEnrolments.personId });
    if (confirmed.length === 0) return { ok: false, reason: "not-pending" } as const;
    const recoveryCodes = await replaceRecoveryCodes(tx, { personId, now });
    await audit(tx, "auth.totp-enabled", { personId, address, now });
    return { ok: true, recoveryCodes } as const;
  });
  if (answer.ok) await forgetTries(db, "second-factor", personId);
  return answer;
}

/** Turns the second factor off; asks for the password. Recovery codes go with it. */
export async function disableTotp(
  db: DbOrTx,
  input: { personId: number; password: string; address: string; now: Date },
): Promise<{ ok: true } | WrongPassword | { ok: false; reason: "not-on" }> {
  const { personId } = input;
  const proven = await proveOwnPassword(db, input);
  if (!proven.ok) return proven;
  return db.transaction(async (tx) => {
    const removed = await tx
      .delete(totpEnrolments)
      .where(and(eq(totpEnrolments.personId, personId), isNotNull(totpEnrolments.confirmedAt)))
      .returning({ personId: totpEnrolments.personId });
    if (removed.length === 0) return { ok: false, reason: "not-on" };
    await deleteRecoveryCodes(tx, { personId });
    await audit(tx, "auth.totp-disabled", input);
    return { ok: true };
  });
}

/** Makes ten new recovery codes in place of the old ones; asks for the password. */
export async function renewRecoveryCodes(
  db: DbOrTx,
  input: { personId: number; password: string; address: string; now: Date },
): Promise<
  { ok: true; recoveryCodes: string[] } | WrongPassword | { ok: false; reason: "not-on" }
> {
  const { personId, now } = input;
  const proven = await proveOwnPassword(db, input);
  if (!proven.ok) return proven;
  if (!proven.account.totpConfirmedAt) return { ok: false, reason: "not-on" };
  return db.transaction(async (tx) => {
    const recoveryCodes = await replaceRecoveryCodes(tx, { personId, now });
    await audit(tx, "auth.recovery-codes-renewed", input);
    return { ok: true, recoveryCodes };
  });
}

/**
 * Checks a six-digit code at login. A code, and every older one, works once: the step it belongs
 * to is written down by a conditional update, so that two uses at the same moment cannot both win
 * (RFC 6238, 5.2).
 */
export async function redeemTotpCode(
  db: DbOrTx,
  { personId, code, now }: { personId: number; code: string; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "wrong-code" | "code-used" }> {
  const [row] = await db
    .select()
    .from(totpEnrolments)
    .where(and(eq(totpEnrolments.personId, personId), isNotNull(totpEnrolments.confirmedAt)));
  const step = row && stepOf(row.secret, code, now);
  if (step === undefined) return { ok: false, reason: "wrong-code" };
  const used = await db
    .update(totpEnrolments)
    .set({ lastUsedStep: step })
    .where(
      and(
        eq(totpEnrolments.personId, personId),
        isNotNull(totpEnrolments.confirmedAt),
        or(isNull(totpEnrolments.lastUsedStep), lt(totpEnrolments.lastUsedStep, step)),
      ),
    )
    .returning({ personId: totpEnrolments.personId });
  return used.length > 0 ? { ok: true } : { ok: false, reason: "code-used" };
}

/** Whether something typed is meant as a code of the app, rather than a recovery code. */
export function isTotpCode(code: string): boolean {
  return /^\d{6}$/.test(digitsOf(code));
}

/** Authenticator apps show "123 456", and Japanese keyboards type １２３. */
function digitsOf(code: string): string {
  return code.normalize("NFKC").replace(/[\s-]/g, "");
}

/** The time step a code belongs to, within the window; undefined when it fits none. */
function stepOf(secret: string, code: string, now: Date): number | undefined {
  const totp = new TOTP({ ...SHAPE, secret: Secret.fromBase32(secret) });
  const timestamp = now.getTime();
  const drift = totp.validate({ token: digitsOf(code), timestamp, window: WINDOW });
  return drift === null ? undefined : Math.floor(timestamp / 1000 / PERIOD) + drift;
}

function audit(
  tx: DbOrTx,
  action: string,
  { personId, address, now }: { personId: number; address: string; now: Date },
): Promise<void> {
  const target = { targetKind: "person", targetId: personId };
  return recordAudit(tx, { actorId: personId, action, ...target, address, at: now });
}
