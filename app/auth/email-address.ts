import { z } from "zod";

export const EMAIL_MAX = 254;

/**
 * A mail address as it is stored and compared: trimmed, full-width folded, lower case. Undefined
 * when it is none.
 */
export function normaliseEmail(input: string): string | undefined {
  const email = input.normalize("NFKC").trim().toLowerCase();
  return email.length <= EMAIL_MAX && z.email().safeParse(email).success ? email : undefined;
}

/** The part after the @ of a normalised address. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1);
}
