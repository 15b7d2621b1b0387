import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A secret for a link or cookie: 256 random bits, base64url (43 characters). */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret. A plain hash is enough because secrets are long and random. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Whether two hex digests are equal, without telling by time where they differ. */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a, "hex");
  const right = Buffer.from(b, "hex");
  return left.length === right.length && timingSafeEqual(left, right);
}

// Without 0/O, 1/I/L: these are read from paper or a terminal and typed again.
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A code people type: `groups` of `size` characters from an unambiguous alphabet (4.95 bits each). */
export function newTypedCode(groups: number, size: number): string {
  return Array.from({ length: groups }, () =>
    Array.from({ length: size }, randomCharacter).join(""),
  ).join("-");
}

function randomCharacter(): string {
  // Bytes beyond the last full alphabet are thrown away: a plain modulo would favour some letters.
  const limit = 256 - (256 % ALPHABET.length);
  for (;;) {
    const byte = randomBytes(1)[0] as number;
    if (byte < limit) return ALPHABET[byte % ALPHABET.length] as string;
  }
}

/** A typed code as it is compared: upper case, without spaces and hyphens, full-width folded. */
export function normaliseTypedCode(code: string): string {
  return code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
}
