import { randomBytes } from "node:crypto";

/** Crockford's base 32: no letter that looks like a digit or another letter. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 40 random bits that people can read to each other. */
export function newCode(length = 8): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte % 32]).join("");
}
