import { hash, type Options, verify } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane. Algorithm 2 is
// Argon2id; the package's const enum cannot be imported where types are only stripped.
const ARGON2ID: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password with Argon2id into the PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), ARGON2ID);
}

let dummy: Promise<string> | undefined;

/**
 * Whether the password fits the stored hash. Without a hash (no such account, or one that cannot
 * log in) the same work is done for nothing, so that the time taken tells nothing.
 */
export async function verifyPassword(
  storedHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  dummy ??= hashPassword("nobody has this password");
  const fits = await verify(storedHash ?? (await dummy), password.normalize("NFKC"));
  return fits && storedHash != null;
}
