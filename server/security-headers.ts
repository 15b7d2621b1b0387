import type { ServerResponse } from "node:http";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import { locals } from "./locals.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Sets the headers that keep browsers strict, among them a Content-Security-Policy with the
 * request's nonce. A route may replace any of them in its own answer (files are served with
 * `sandbox`, for example).
 *
 * `withVite` is for development only: Vite adds styles without a nonce and reloads over a web
 * socket.
 */
export function securityHeaders(publicUrl: URL, withVite: boolean): RequestHandler[] {
  const isHttps = publicUrl.protocol === "https:";
  const nonce = (_req: unknown, res: ServerResponse) =>
    `'nonce-${locals(res as Response).cspNonce}'`;
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          // No strict-dynamic: it would void 'self', which modulepreload and import() rely on.
          scriptSrc: ["'self'", nonce],
          styleSrc: withVite ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
          imgSrc: ["'self'", "data:", "blob:"],
          fontSrc: ["'self'"],
          connectSrc: withVite ? ["'self'", "ws:", "wss:"] : ["'self'"],
          manifestSrc: ["'self'"],
          frameSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      // Its siblings on the same domain are not ours to decide about: no includeSubDomains.
      strictTransportSecurity: isHttps ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
      referrerPolicy: { policy: "strict-origin-when-cross-origin" },
      crossOriginOpenerPolicy: { policy: "same-origin" },
      crossOriginResourcePolicy: { policy: "same-origin" },
      xFrameOptions: { action: "deny" },
    }),
    (_req, res, next) => {
      res.setHeader("Permissions-Policy", PERMISSIONS);
      next();
    },
  ];
}

// Only names that browsers know: an unknown one is an error in their console. The camera reads QR
// codes at event check-in.
const PERMISSIONS = [
  "camera=(self)",
  "microphone=()",
  "geolocation=()",
  "payment=()",
  "usb=()",
  "serial=()",
  "midi=()",
  "display-capture=()",
  "browsing-topics=()",
].join(", ");
