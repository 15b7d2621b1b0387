import { and, count, eq, isNull } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { recoveryCodes } from "#db/schema/auth.ts";
import { hashSecret, newTypedCode, normaliseTypedCode } from "./secrets.server.ts";

const HOW_MANY = 10;
/** 16 characters of 31: about 79 bits, so that a plain hash at rest withstands guessing. */
const GROUPS = 4;
const GROUP_SIZE = 4;

const hashOf = (code: string) => hashSecret(normaliseTypedCode(code));

/** Ten new codes in place of all old ones. Only their hashes are stored; shown once. */
export async function replaceRecoveryCodes(
  tx: DbOrTx,
  { personId, now }: { personId: number; now: Date },
): Promise<string[]> {
  await deleteRecoveryCodes(tx, { personId });
  const codes = Array.from({ length: HOW_MANY }, () => newTypedCode(GROUPS, GROUP_SIZE));
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ personId, hash: hashOf(code), createdAt: now })));
  return codes;
}

export async function deleteRecoveryCodes(
  tx: DbOrTx,
  { personId }: { personId: number },
): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
}

/** How many codes a person has left. */
export async function countRecoveryCodes(
  db: DbOrTx,
  { personId }: { personId: number },
): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}

/** Uses a code up. False when it is not the person's, or was used before. */
export async function redeemRecoveryCode(
  db: DbOrTx,
  { personId, code, now }: { personId: number; code: string; now: Date },
): Promise<boolean> {
  const used = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.personId, personId),
        eq(recoveryCodes.hash, hashOf(code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ hash: recoveryCodes.hash });
  return used.length > 0;
}
