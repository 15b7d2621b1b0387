import { randomBytes, randomUUID } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { newRequestContext, runWithRequestContext } from "#app/lib/request-context.ts";
import type { Locals } from "./locals.ts";
import { parseRequestTarget } from "./request-target.ts";
import { isFromTrustedProxy } from "./trusted-proxy.ts";

const ACCEPTED_ID = /^[A-Za-z0-9_-]{8,64}$/;

/**
 * First middleware: gives the request its id (also in the `X-Request-Id` answer header), its CSP
 * nonce, its reading of the target and its context, in which everything after it runs.
 */
export function beginRequest(publicUrl: URL): RequestHandler {
  return (req, res, next) => {
    const requestId = requestIdOf(req);
    const context = newRequestContext(requestId);
    const values: Locals = {
      requestId,
      cspNonce: randomBytes(16).toString("base64"),
      context,
      target: parseRequestTarget(publicUrl.origin, req.originalUrl),
      host: "",
      kind: "refused",
      section: "none",
    };
    Object.assign(res.locals, values);
    req.id = requestId;
    res.setHeader("X-Request-Id", requestId);
    runWithRequestContext(context, next);
  };
}

/** The proxy's id when it is trusted and well formed, so that one id spans both logs. */
function requestIdOf(req: Request): string {
  const incoming = req.headers["x-request-id"];
  if (typeof incoming === "string" && ACCEPTED_ID.test(incoming) && isFromTrustedProxy(req)) {
    return incoming;
  }
  return randomUUID();
}
