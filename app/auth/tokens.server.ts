import { and, eq, gt, isNull, lte } from "drizzle-orm";
import { after, DAY } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { tokens } from "#db/schema/auth.ts";
import type { TokenPurpose } from "#db/vocabulary.ts";
import { hashSecret, newSecret } from "./secrets.server.ts";

export type TokenContent = {
  personId: number | null;
  email: string | null;
  data: Record<string, unknown>;
};

export type TokenRefusal = { ok: false; reason: "unknown" | "expired" | "used" };

/** Makes a single-use secret for one purpose. Only its hash is stored; the secret is returned. */
export async function issueToken(
  db: DbOrTx,
  {
    purpose,
    lifetime,
    now,
    ...content
  }: {
    purpose: TokenPurpose;
    /** Milliseconds until it expires. */
    lifetime: number;
    now: Date;
    personId?: number;
    email?: string;
    data?: Record<string, unknown>;
  },
): Promise<string> {
  const secret = newSecret();
  await db.insert(tokens).values({
    purpose,
    hash: hashSecret(secret),
    ...content,
    createdAt: now,
    expiresAt: after(now, lifetime),
  });
  return secret;
}

type Presented = { purpose: TokenPurpose; secret: string; now: Date };

/** Looks at a token without using it up: what a page shows before its form is sent. */
export async function findToken(
  db: DbOrTx,
  { purpose, secret, now }: Presented,
): Promise<({ ok: true } & TokenContent) | TokenRefusal> {
  const [row] = await db
    .select()
    .from(tokens)
    .where(and(eq(tokens.hash, hashSecret(secret)), eq(tokens.purpose, purpose)));
  if (!row) return { ok: false, reason: "unknown" };
  if (row.usedAt) return { ok: false, reason: "used" };
  if (row.expiresAt <= now) return { ok: false, reason: "expired" };
  return { ok: true, personId: row.personId, email: row.email, data: row.data };
}

/**
 * Uses a token up. Of two redemptions at the same moment one wins, the other is told "used": the
 * update waits for the row and then finds it taken.
 */
export async function redeemToken(
  db: DbOrTx,
  presented: Presented,
): Promise<({ ok: true } & TokenContent) | TokenRefusal> {
  const { purpose, secret, now } = presented;
  const [row] = await db
    .update(tokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(tokens.hash, hashSecret(secret)),
        eq(tokens.purpose, purpose),
        isNull(tokens.usedAt),
        gt(tokens.expiresAt, now),
      ),
    )
    .returning();
  if (row) return { ok: true, personId: row.personId, email: row.email, data: row.data };
  const refusal = await findToken(db, presented);
  return refusal.ok ? { ok: false, reason: "used" } : refusal;
}

/** Makes every open token of a person worthless, for one purpose or all. */
export async function cancelTokens(
  db: DbOrTx,
  { personId, purpose, now }: { personId: number; purpose?: TokenPurpose; now: Date },
): Promise<void> {
  await db
    .update(tokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(tokens.personId, personId),
        purpose && eq(tokens.purpose, purpose),
        isNull(tokens.usedAt),
      ),
    );
}

/** Deletes tokens a week after they expired: until then their page says what happened to them. */
export async function purgeExpiredTokens(db: DbOrTx, { now }: { now: Date }): Promise<void> {
  await db.delete(tokens).where(lte(tokens.expiresAt, after(now, -7 * DAY)));
}
