import type { Request, RequestHandler } from "express";
import { locals } from "./locals.ts";
import type { SendError } from "./send-error.ts";
import { isFromTrustedProxy } from "./trusted-proxy.ts";

const LOOPBACK_LITERAL = /^(127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/;
const PROBED_PATHS = new Set(["/healthz", "/readyz", "/metrics"]);

/**
 * Answers 400 unless the request names an allowed host: exactly one `Host` header equal to an
 * entry of `allowedHosts` (case-insensitive, port included). A trusted proxy's `X-Forwarded-Host`
 * stands in for it, and then every value in it must be allowed. The probes are also answered at a
 * literal loopback address, where monitoring on the same machine finds them.
 */
export function hostCheck(allowedHosts: string[], sendError: SendError): RequestHandler {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));
  return (req, res, next) => {
    const { target } = locals(res);
    const isProbe = target.ok && PROBED_PATHS.has(target.pathname);
    const hosts = claimedHosts(req);
    const isAllowed = (host: string) =>
      allowed.has(host) || (isProbe && LOOPBACK_LITERAL.test(host));
    const [host] = hosts;
    if (host === undefined || !hosts.every(isAllowed)) {
      return sendError(req, res, "unknown-host");
    }
    locals(res).host = host;
    next();
  };
}

function claimedHosts(req: Request): string[] {
  // Node keeps only the first of several Host headers; the raw list shows them all.
  const raw = req.rawHeaders.filter(
    (_value, index, all) => index % 2 === 1 && all[index - 1]?.toLowerCase() === "host",
  );
  if (raw.length !== 1) return [];
  const forwarded = req.headers["x-forwarded-host"];
  if (forwarded === undefined || !isFromTrustedProxy(req)) return raw.map(lower);
  return String(forwarded)
    .split(",")
    .map((host) => lower(host.trim()));
}

function lower(host: string): string {
  return host.toLowerCase();
}
