import { currentConfig } from "#app/lib/current-config.server.ts";
import { normaliseEmail } from "./email-address.ts";
import { MAILED_COOKIE, readCookie, setCookie } from "./session-cookie.ts";

const TEN_MINUTES = 600;

/** The `Set-Cookie` value that lets the next page name the address a mail was sent to. */
export function rememberMailed(email: string): string {
  const value = Buffer.from(email).toString("base64url");
  return setCookie(currentConfig().publicUrl, MAILED_COOKIE, value, TEN_MINUTES);
}

/** The address a mail was sent to from this browser a moment ago. */
export function findMailed(request: Request): string | undefined {
  const value = readCookie(request, currentConfig().publicUrl, MAILED_COOKIE);
  return value && normaliseEmail(Buffer.from(value, "base64url").toString());
}
