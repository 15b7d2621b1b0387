import type { Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";
import { safeError } from "#app/lib/safe-error.ts";
import { locals } from "./locals.ts";
import { loggedPath, loggedQuery } from "./logged-path.ts";

/**
 * One log line per request: method, path without tokens, names of query parameters, status,
 * milliseconds, database queries and request id. Headers, cookies and bodies are never logged.
 * `req.log` is a child logger that carries the request id.
 */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp<Request, Response>({
    logger,
    quietReqLogger: true,
    quietResLogger: true,
    customAttributeKeys: { reqId: "requestId" },
    serializers: { err: (error: Error) => error },
    wrapSerializers: false,
    customLogLevel: (_req, res, error) => {
      if (error || res.err || res.statusCode >= 500) return "error";
      return locals(res).kind === "ops" ? "debug" : "info";
    },
    customSuccessMessage: (_req, res) => (res.writableFinished ? "request" : "request aborted"),
    customErrorMessage: () => "request failed",
    customSuccessObject: (req, res, values) => line(req, res, values.responseTime),
    customErrorObject: (req, res, _error, values) => ({
      ...line(req, res, values.responseTime),
      // pino-http invents an error when there is none; only a real one has a stack worth reading.
      ...(res.err ? { err: safeError(res.err) } : {}),
    }),
  });
}

function line(req: Request, res: Response, milliseconds: number): object {
  const { target, context } = locals(res);
  const query = loggedQuery(target);
  return {
    method: req.method,
    path: loggedPath(target),
    ...(query.length > 0 ? { query } : {}),
    status: res.statusCode,
    ms: milliseconds,
    queries: context.queries,
    ...(res.writableFinished ? {} : { aborted: true }),
  };
}
