import { hkdfSync } from "node:crypto";
import { CompactEncrypt, compactDecrypt, type JWK } from "jose";

/** A private key as it lies in the database: encrypted when the settings give a secret. */
type StoredKey = Record<string, unknown>;

/** A stored key cannot be read with the settings as they are. */
export class KeyLocked extends Error {}

/** Encrypts with AES-256-GCM (RFC 7516, "dir"); without a secret the key is kept as it is. */
export async function lockKey(
  key: JWK,
  { kid, secret }: { kid: string; secret: string | undefined },
): Promise<StoredKey> {
  if (secret === undefined) return { ...key };
  const jwe = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(key)))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid })
    .encrypt(wrappingKey(secret));
  return { jwe };
}

/** The private key again. */
export async function unlockKey(
  stored: StoredKey,
  { kid, secret }: { kid: string; secret: string | undefined },
): Promise<JWK> {
  if (typeof stored.jwe !== "string") return stored as JWK;
  if (secret === undefined) {
    throw new KeyLocked(`The signing key ${kid} is encrypted: set SIGNING_KEY_SECRET.`);
  }
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(stored.jwe, wrappingKey(secret));
    if (protectedHeader.kid === kid) return JSON.parse(new TextDecoder().decode(plaintext));
  } catch {
    // Whether the secret or the row is wrong cannot be told apart.
  }
  throw new KeyLocked(`The signing key ${kid} cannot be read with this SIGNING_KEY_SECRET.`);
}

export function isLocked(stored: StoredKey): boolean {
  return typeof stored.jwe === "string";
}

function wrappingKey(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", "portal signing keys", 32));
}
