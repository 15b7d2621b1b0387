import { createPrivateKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { fromJwk } from "@digitalbazaar/ed25519-multikey";
import { asc, eq, isNull, sql } from "drizzle-orm";
import { calculateJwkThumbprint, type JWK } from "jose";
import type { DbOrTx } from "#db/client.server.ts";
import { signingKeys } from "#db/schema/credentials.ts";
import { SIGNING_ALGORITHMS, type SigningAlgorithm } from "#db/vocabulary.ts";
import { isLocked, lockKey, unlockKey } from "./key-encryption.server.ts";

/** Held while keys are made, by whichever process needs them first. */
const KEYS_LOCK = 7_236_417;
const RSA_BITS = 2048;
const generate = promisify(generateKeyPair);

export type PublicSigningKey = {
  kid: string;
  algorithm: SigningAlgorithm;
  publicJwk: JWK;
  createdAt: Date;
  retiredAt: Date | null;
};

export type SigningKey = { kid: string; privateKey: KeyObject };

const columns = {
  kid: signingKeys.kid,
  algorithm: signingKeys.algorithm,
  publicJwk: signingKeys.publicJwk,
  createdAt: signingKeys.createdAt,
  retiredAt: signingKeys.retiredAt,
};

/** All public keys, also those that sign nothing new: what they signed is verified with them. */
export async function listSigningKeys(db: DbOrTx): Promise<PublicSigningKey[]> {
  return db.select(columns).from(signingKeys).orderBy(asc(signingKeys.createdAt), signingKeys.kid);
}

/** Whether any private key that is still used lies in the database unencrypted. */
export async function hasUnlockedKeys(db: DbOrTx): Promise<boolean> {
  const rows = await db
    .select({ privateJwk: signingKeys.privateJwk })
    .from(signingKeys)
    .where(isNull(signingKeys.retiredAt));
  return rows.some(({ privateJwk }) => !isLocked(privateJwk));
}

/**
 * The public keys of today by algorithm; made when there are none yet, once, however many processes
 * ask at the same moment.
 */
export async function currentKeyIds(
  db: DbOrTx,
  { secret, now }: { secret: string | undefined; now: Date },
): Promise<Record<SigningAlgorithm, string>> {
  const known = await findCurrent(db);
  if (known) return known;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${KEYS_LOCK})`);
    return (await findCurrent(tx)) ?? (await addKeys(tx, { secret, now }));
  });
}

/**
 * Makes new keys that sign from now on. Of the former ones only the public half stays, and stays
 * published: nothing is signed with them any more.
 */
export async function rotateSigningKeys(
  db: DbOrTx,
  { secret, now }: { secret: string | undefined; now: Date },
): Promise<Record<SigningAlgorithm, string>> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${KEYS_LOCK})`);
    await tx
      .update(signingKeys)
      .set({ retiredAt: now, privateJwk: {} })
      .where(isNull(signingKeys.retiredAt));
    return addKeys(tx, { secret, now });
  });
}

// Unlocking a key and reading it takes longer than a signature. Only keys of this process are kept.
const opened = new Map<string, KeyObject>();

/** The private key of that name, for signing. */
export async function openSigningKey(
  db: DbOrTx,
  { kid, secret }: { kid: string; secret: string | undefined },
): Promise<SigningKey> {
  let privateKey = opened.get(kid);
  if (!privateKey) {
    const [row] = await db
      .select({ privateJwk: signingKeys.privateJwk })
      .from(signingKeys)
      .where(eq(signingKeys.kid, kid));
    if (!row) throw new Error(`There is no signing key ${kid}`);
    const jwk = await unlockKey(row.privateJwk, { kid, secret });
    privateKey = createPrivateKey({ key: jwk, format: "jwk" });
    opened.set(kid, privateKey);
  }
  return { kid, privateKey };
}

async function findCurrent(db: DbOrTx): Promise<Record<SigningAlgorithm, string> | undefined> {
  const rows = await db
    .select({ kid: signingKeys.kid, algorithm: signingKeys.algorithm })
    .from(signingKeys)
    .where(isNull(signingKeys.retiredAt));
  const [rsa, ed] = SIGNING_ALGORITHMS.map(
    (algorithm) => rows.find((row) => row.algorithm === algorithm)?.kid,
  );
  return rsa && ed ? { RS256: rsa, Ed25519: ed } : undefined;
}

async function addKeys(
  tx: DbOrTx,
  { secret, now }: { secret: string | undefined; now: Date },
): Promise<Record<SigningAlgorithm, string>> {
  const rsa = await generate("rsa", { modulusLength: RSA_BITS });
  const ed = await generate("ed25519");
  const publicRsa = jwkOf(rsa.publicKey);
  const publicEd = jwkOf(ed.publicKey);
  const RS256 = await calculateJwkThumbprint(publicRsa);
  const { publicKeyMultibase: Ed25519 } = await fromJwk({ jwk: publicEd });
  const rows = [
    { kid: RS256, algorithm: "RS256" as const, publicJwk: publicRsa, pair: rsa },
    { kid: Ed25519, algorithm: "Ed25519" as const, publicJwk: publicEd, pair: ed },
  ];
  for (const { pair, ...row } of rows) {
    const privateJwk = await lockKey(jwkOf(pair.privateKey), { kid: row.kid, secret });
    await tx.insert(signingKeys).values({
      ...row,
      publicJwk: { ...row.publicJwk },
      privateJwk,
      createdAt: now,
    });
  }
  return { RS256, Ed25519 };
}

function jwkOf(key: KeyObject): JWK {
  return key.export({ format: "jwk" }) as JWK;
}
