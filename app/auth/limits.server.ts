import { lte } from "drizzle-orm";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import type { DbOrTx } from "#db/client.server.ts";
import { rateLimits } from "#db/schema/portal.ts";
import { hashSecret } from "./secrets.server.ts";

/** How many tries (`points`) in how many seconds (`duration`), for each thing worth guarding. */
const LIMITS = {
  "login-account": { points: 10, duration: 15 * 60 },
  "login-address": { points: 50, duration: 15 * 60 },
  "mail-request": { points: 5, duration: 60 * 60 },
  "mail-request-address": { points: 30, duration: 60 * 60 },
  "second-factor": { points: 5, duration: 10 * 60 },
  "own-password": { points: 10, duration: 15 * 60 },
  setup: { points: 10, duration: 15 * 60 },
  /** Calendar programs come back every few minutes at most, several of one person. */
  "calendar-feed": { points: 120, duration: 10 * 60 },
  "calendar-token": { points: 60, duration: 10 * 60 },
  "event-code": { points: 10, duration: 10 * 60 },
} as const;

export type LimitName = keyof typeof LIMITS;
export type TooMany = { ok: false; reason: "too-many"; seconds: number };

const limiters = new WeakMap<DbOrTx, Map<LimitName, RateLimiterDrizzle>>();

function limiter(db: DbOrTx, name: LimitName): RateLimiterDrizzle {
  const own = limiters.get(db) ?? new Map<LimitName, RateLimiterDrizzle>();
  limiters.set(db, own);
  const made =
    own.get(name) ??
    new RateLimiterDrizzle({
      ...LIMITS[name],
      storeClient: db,
      schema: rateLimits,
      keyPrefix: name,
      clearExpiredByTimeout: false,
    });
  own.set(name, made);
  return made;
}

// Mail addresses are personal data and of any length: the table holds only their hash.
const keyOf = (key: string | number) => hashSecret(String(key)).slice(0, 32);

/**
 * Counts one try, in one statement, so that tries at the same moment all count. Call it outside of
 * a transaction that may roll back. The clock is the library's.
 *
 * @returns refusal with the whole seconds to wait when this try is one too many
 */
export async function countTry(
  db: DbOrTx,
  name: LimitName,
  key: string | number,
): Promise<{ ok: true } | TooMany> {
  try {
    await limiter(db, name).consume(keyOf(key));
    return { ok: true };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { ok: false, reason: "too-many", seconds: Math.ceil(refused.msBeforeNext / 1000) };
  }
}

/** Counts one try against several limits; the first refusal is the answer. */
export async function countTries(
  db: DbOrTx,
  tries: [LimitName, string | number][],
): Promise<{ ok: true } | TooMany> {
  for (const [name, key] of tries) {
    const counted = await countTry(db, name, key);
    if (!counted.ok) return counted;
  }
  return { ok: true };
}

/** Starts a count afresh, once somebody has proven to be who they say. */
export async function forgetTries(
  db: DbOrTx,
  name: LimitName,
  key: string | number,
): Promise<void> {
  await limiter(db, name).delete(keyOf(key));
}

/** Takes one counted try back: a login that was right must not use up a shared address. */
export async function takeTryBack(
  db: DbOrTx,
  name: LimitName,
  key: string | number,
): Promise<void> {
  await limiter(db, name).reward(keyOf(key), 1);
}

/** Deletes counters whose time has passed; a job's daily work. */
export async function purgeExpiredLimits(db: DbOrTx, { now }: { now: Date }): Promise<void> {
  await db.delete(rateLimits).where(lte(rateLimits.expire, now));
}
