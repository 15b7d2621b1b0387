import type { RequestTarget } from "./request-target.ts";

/** Areas whose next path segment is a secret. */
const SECRET_AREA =
  /^\/(invite|reset|reset-password|signup|verify|verify-email|setup|calendar|unsubscribe|surveys)(?![a-z0-9-])(?!$)/;

/** The path of a request as it may be logged: without tokens, and nothing of a refused target. */
export function loggedPath(target: RequestTarget): string {
  if (!target.ok) return `[refused: ${target.reason}]`;
  const secret = SECRET_AREA.exec(target.pagePath);
  return secret ? `/${secret[1]}/[redacted]` : target.pathname;
}

/** Names of the query parameters, never their values. A bare `?value` has no name. */
export function loggedQuery(target: RequestTarget): string[] {
  if (!target.ok || target.url.search === "") return [];
  const names = target.url.search
    .slice(1)
    .split("&")
    .filter((pair) => pair.includes("="))
    .map((pair) => pair.slice(0, pair.indexOf("=")))
    .filter((name) => /^[A-Za-z_][\w.-]{0,31}$/.test(name));
  return [...new Set(names)].slice(0, 12);
}
