import { eq } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import { registerPerson } from "#app/people/register.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { portalSettings } from "#db/schema/portal.ts";
import { countTry, type TooMany } from "./limits.server.ts";
import { hashPassword } from "./passwords.server.ts";
import { hashSecret, newTypedCode, normaliseTypedCode, sameHash } from "./secrets.server.ts";
import { type Client, startSession } from "./sessions.server.ts";
import type { Newcomer } from "./signup.server.ts";

const KEY = "setup-code-hash";

/** Whether the portal still waits for its first admin. */
export async function needsSetup(db: DbOrTx): Promise<boolean> {
  const admins = await db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.role, "admin"))
    .limit(1);
  return admins.length === 0;
}

/**
 * Makes the one-time code that `/setup` asks for, to be printed at start; an older code stops
 * working. Undefined when the portal has an admin already.
 */
export async function issueSetupCode(
  db: DbOrTx,
  { now }: { now: Date },
): Promise<string | undefined> {
  if (!(await needsSetup(db))) return undefined;
  const code = newTypedCode(4, 4);
  const row = { value: hashSecret(normaliseTypedCode(code)), updatedAt: now };
  await db
    .insert(portalSettings)
    .values({ key: KEY, ...row })
    .onConflictDoUpdate({ target: portalSettings.key, set: row });
  return code;
}

/**
 * Creates the first admin and logs them in. The row of the code is locked, so that of two
 * submissions at the same moment the second finds it gone: there is one first admin.
 *
 * @param email normalised, see `normaliseEmail`
 */
export async function setUpPortal(
  db: DbOrTx,
  input: { code: string; email: string; newcomer: Newcomer; now: Date } & Client,
): Promise<
  | { ok: true; personId: number; cookie: string }
  | { ok: false; reason: "already-set-up" | "wrong-code" | "email-taken" }
  | TooMany
> {
  const { now, address, userAgent } = input;
  const counted = await countTry(db, "setup", address);
  if (!counted.ok) return counted;
  const { password, ...told } = input.newcomer;
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ value: portalSettings.value })
      .from(portalSettings)
      .where(eq(portalSettings.key, KEY))
      .for("update");
    if (!(await needsSetup(tx))) return { ok: false, reason: "already-set-up" };
    const given = hashSecret(normaliseTypedCode(input.code));
    if (!row || !sameHash(String(row.value), given)) return { ok: false, reason: "wrong-code" };
    const registered = await registerPerson(tx, {
      ...told,
      email: input.email,
      passwordHash,
      role: "admin",
      organisationId: null,
      now,
    });
    if (!registered.ok) return registered;
    const { personId } = registered;
    await tx.delete(portalSettings).where(eq(portalSettings.key, KEY));
    await recordAudit(tx, {
      actorId: personId,
      action: "auth.portal-set-up",
      targetKind: "person",
      targetId: personId,
      address,
      at: now,
    });
    const cookie = await startSession(tx, { personId, now, address, userAgent });
    return { ok: true, personId, cookie };
  });
}
