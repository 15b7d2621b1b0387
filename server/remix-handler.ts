import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Request, RequestHandler } from "express";
import {
  DEFAULT_MAX_BODY_BYTES,
  DEFAULT_MAX_UPLOAD_BYTES,
  type HttpConfig,
} from "./app-options.ts";
import type { ErrorKind } from "./error-texts.ts";
import { locals } from "./locals.ts";
import { sectionedHandler } from "./sectioned-handler.ts";
import { sectionOf, sectionsOf } from "./sections.ts";
import type { SendError } from "./send-error.ts";
import { sendResponse } from "./send-response.ts";
import { clientAddress } from "./trusted-proxy.ts";
import { webRequest } from "./web-request.ts";

/**
 * Hands the request to Remix and sends what it answers. A body longer than its path allows gets
 * 413: at once when its length is announced, otherwise as soon as the limit is passed while a
 * route reads it.
 */
export function remixHandler(
  build: ServerBuild | (() => Promise<ServerBuild>),
  config: HttpConfig,
  sendError: SendError,
): RequestHandler {
  const handlerOf = handlers(build, config.production ? "production" : "development");
  const sections = typeof build === "function" ? undefined : sectionsOf(build);

  return async (req, res, next) => {
    const { target, ...values } = locals(res);
    if (!target.ok) return next(new Error("An unchecked target reached the Remix handler"));
    locals(res).section = sections ? sectionOf(target.pagePath, sections) : "dev";
    locals(res).kind = target.isData ? "data" : "resource";

    const limitBytes = bodyLimit(config, target.pagePath);
    const refuse = () => sendError(req, res, "too-large", { limitBytes });
    if (hasUnsafeMethod(req) && Number(req.headers["content-length"]) > limitBytes) {
      return refuse();
    }

    let tooLarge = () => {};
    const exceeded = new Promise<"too-large">((resolve) => {
      tooLarge = () => resolve("too-large");
    });
    try {
      const { request, body } = webRequest(req, res, {
        url: target.url,
        limitBytes,
        onTooLarge: () => tooLarge(),
      });
      const context: AppLoadContext = {
        cspNonce: values.cspNonce,
        requestId: values.requestId,
        logger: req.log,
        clientAddress: clientAddress(req),
        shutdown: config.shutdown,
      };
      const answer = handlerOf(target.pagePath)(request, context);
      const first = await Promise.race([answer, exceeded]);
      if (first === "too-large") {
        // The route's own failure on the cut body is of no interest any more.
        answer.then(discard, () => {});
        return refuse();
      }
      if (res.destroyed) return discard(first);
      if (config.production && isLastResort(first)) {
        discard(first);
        sendError(req, res, "failed");
        return;
      }
      const wordless = target.isData || !asksForPage(req) ? undefined : wordlessRefusal(first);
      if (wordless) {
        discard(first);
        return sendError(req, res, wordless);
      }
      if (isDocument(first) && !target.isData) locals(res).kind = "document";
      // How long somebody listens is not how long an answer takes.
      if (isEventStream(first)) locals(res).kind = "stream";
      await sendResponse(req, res, first);
      body?.release();
    } catch (error) {
      if (!res.destroyed) next(error);
    }
  };
}

/** In development the build changes under way. */
function handlers(build: ServerBuild | (() => Promise<ServerBuild>), mode: string) {
  if (typeof build !== "function") return sectionedHandler(build, mode);
  const whole = createRequestHandler(build, mode);
  return () => whole;
}

function bodyLimit(config: HttpConfig, pagePath: string): number {
  return config.uploadPaths?.(pagePath)
    ? (config.maxUploadBytes ?? DEFAULT_MAX_UPLOAD_BYTES)
    : (config.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES);
}

function hasUnsafeMethod(req: Request): boolean {
  return req.method !== "GET" && req.method !== "HEAD";
}

function isDocument(response: Response): boolean {
  return response.headers.get("Content-Type")?.startsWith("text/html") === true;
}

function isEventStream(response: Response): boolean {
  return response.headers.get("Content-Type")?.startsWith("text/event-stream") === true;
}

/** What Remix answers when even the error page could not be rendered: no text for people. */
function isLastResort(response: Response): boolean {
  const isBare = response.body === null || response.headers.get("Content-Type") === "text/plain";
  return response.status === 500 && isBare;
}

/**
 * What a route without a page refuses without words: its own 403 and 404, and what Remix says of a
 * method that the route does not have. Without scripts, a form's sender would see an empty window.
 */
function wordlessRefusal(response: Response): ErrorKind | undefined {
  if (response.headers.has("X-Remix-Error") && response.status < 500) return "method-not-allowed";
  if (response.body !== null) return undefined;
  if (response.status === 404) return "not-there";
  return response.status === 403 ? "not-allowed" : undefined;
}

function asksForPage(req: Request): boolean {
  return req.headers.accept?.includes("text/html") === true;
}

function discard(response: Response): void {
  response.body?.cancel().catch(() => {});
}
