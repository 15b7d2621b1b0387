import { createHash, timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { collectDefaultMetrics, Histogram, Registry, register } from "prom-client";
import { locals } from "./locals.ts";
import type { SendError } from "./send-error.ts";
import { isLoopbackClient } from "./trusted-proxy.ts";

/** The middleware that measures requests, and the handler for GET /metrics. */
export type Metrics = { measure: RequestHandler; expose: RequestHandler };

/**
 * Process figures, duration of requests by kind, section, method and status, and database queries
 * per request; metrics that other modules put into prom-client's global registry come with them.
 *
 * With a token /metrics wants it as `Authorization: Bearer`. Without one it exists only for
 * clients on this machine.
 */
export function createMetrics(token: string | undefined, sendError: SendError): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from the first byte of a request to the last of its answer",
    labelNames: ["kind", "section", "method", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const queries = new Histogram({
    name: "http_request_queries",
    help: "Database queries made for one request",
    labelNames: ["kind", "section"],
    buckets: [0, 1, 2, 3, 5, 8, 13, 21, 50],
    registers: [registry],
  });

  return {
    measure(req, res, next) {
      const start = performance.now();
      res.once("close", () => {
        const { kind, section, context } = locals(res);
        const seconds = (performance.now() - start) / 1000;
        const status = String(res.statusCode);
        duration.observe({ kind, section, method: methodLabel(req), status }, seconds);
        if (section !== "none") queries.observe({ kind, section }, context.queries);
      });
      next();
    },

    async expose(req, res) {
      if (token === undefined && !isLoopbackClient(req)) return sendError(req, res, "not-found");
      locals(res).kind = "ops";
      res.setHeader("Cache-Control", "no-store");
      if (token !== undefined && !carriesToken(req, token)) {
        res.setHeader("WWW-Authenticate", 'Bearer realm="metrics"');
        res.status(401).type("text/plain").send("A bearer token is needed.\n");
        return;
      }
      const text = [await registry.metrics(), await register.metrics()].join("\n");
      res.setHeader("Content-Type", registry.contentType);
      res.end(text);
    },
  };
}

const KNOWN_METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

function methodLabel(req: Request): string {
  return KNOWN_METHODS.has(req.method) ? req.method : "other";
}

function carriesToken(req: Request, token: string): boolean {
  const given = /^Bearer (.+)$/i.exec(req.headers.authorization ?? "")?.[1] ?? "";
  // Digests have equal lengths, which timingSafeEqual needs and which hides the token's own.
  return timingSafeEqual(sha256(given), sha256(token));
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
