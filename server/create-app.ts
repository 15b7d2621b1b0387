import compression from "compression";
import express, { type ErrorRequestHandler, type Express } from "express";
import type { AppOptions } from "./app-options.ts";
import { beginRequest } from "./begin-request.ts";
import { hostCheck } from "./host-check.ts";
import { locals } from "./locals.ts";
import { createMetrics } from "./metrics.ts";
import { probes } from "./probes.ts";
import { remixHandler } from "./remix-handler.ts";
import { methodCheck, originCheck, targetCheck } from "./request-checks.ts";
import { requestLog } from "./request-log.ts";
import { securityHeaders } from "./security-headers.ts";
import { errorSender, type SendError } from "./send-error.ts";
import { staticFiles } from "./static-files.ts";

/**
 * Builds the portal's HTTP layer around a Remix build. Every request is identified, logged and
 * measured, then has to pass the checks in the order below before any application code sees it.
 */
export function createApp(options: AppOptions): Express {
  const { config, logger, viteMiddleware } = options;
  const sendError = errorSender(config.publicUrl);
  const metrics = createMetrics(options.metricsToken, sendError);

  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", false);
  app.set("trust proxy", config.trustProxy);

  app.use(beginRequest(config.publicUrl));
  app.use(requestLog(logger));
  app.use(metrics.measure);
  app.use(...securityHeaders(config.publicUrl, viteMiddleware !== undefined));

  app.use(hostCheck(config.allowedHosts, sendError));
  app.use(methodCheck(sendError));
  app.use(targetCheck(sendError));
  app.use(originCheck(config, sendError));

  app.use(probes(options.isReady));
  app.get("/metrics", metrics.expose);
  app.use(compression({ threshold: 1024 }));
  app.use(viteMiddleware ?? staticFiles(options.staticDir, sendError));
  app.use(remixHandler(options.build, config, sendError));
  app.use(lastResort(sendError));
  return app;
}

/** Whatever was thrown becomes a page with the request id, and the error a line in the log. */
function lastResort(sendError: SendError): ErrorRequestHandler {
  return (error, req, res, _next) => {
    const status = statusOf(error);
    if (status !== undefined && status < 500) {
      return sendError(req, res, status === 404 ? "not-found" : "bad-request");
    }
    res.err = error instanceof Error ? error : new Error("A value that is no Error was thrown");
    locals(res).kind = "failed";
    sendError(req, res, "failed");
  };
}

/** Express and its static files mark what the client did wrong with a status. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("status" in error)) return undefined;
  return typeof error.status === "number" ? error.status : undefined;
}
