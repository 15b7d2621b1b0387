import type { Request, Response } from "express";
import { renderErrorPage } from "./error-page.ts";
import { ERROR_STATUS, type ErrorKind, errorText } from "./error-texts.ts";
import { localeOf } from "./locale.ts";
import { locals } from "./locals.ts";
import { encodeActionError } from "./single-fetch-error.ts";
import { endAfterDraining, hasMuchUnread } from "./unread-body.ts";

/** Sends the page for one kind of error, see `errorSender`. */
export type SendError = (
  req: Request,
  res: Response,
  kind: ErrorKind,
  details?: { limitBytes?: number },
) => void;

/**
 * Makes the function that answers with an error in the reader's language: an HTML page, JSON or
 * text by `Accept`, JSON for Remix's `?_data=`, and Remix's own encoding for its `.data` actions,
 * so that the nearest ErrorBoundary gets an error response with
 * `data: { title, message, requestId }`. When an answer has already begun, the connection is cut.
 */
export function errorSender(publicUrl: URL): SendError {
  return (req, res, kind, details = {}) => {
    if (res.headersSent) {
      res.destroy();
      return;
    }
    const { cspNonce: nonce, requestId } = locals(res);
    const locale = localeOf(req);
    const values = { publicUrl: publicUrl.href, limitBytes: details.limitBytes ?? 0 };
    const text = errorText(kind, locale, values);
    const status = ERROR_STATUS[kind];
    const message = { title: text.title, message: `${text.what}\n${text.todo}`, requestId };

    res.status(status);
    res.setHeader("Content-Language", locale);
    // no-transform keeps the length known: the client has the whole page before we close.
    res.setHeader("Cache-Control", "no-store, no-transform");
    switch (formatOf(req, res)) {
      case "single-fetch":
        res.setHeader("X-Remix-Response", "yes");
        void encodeActionError(status, message).then((body) =>
          send(req, res, "text/x-script; charset=utf-8", body),
        );
        return;
      case "json":
        return send(
          req,
          res,
          "application/json",
          JSON.stringify({ error: { status, ...message } }),
        );
      case "text":
        return send(req, res, "text/plain; charset=utf-8", `${text.title}\n${message.message}\n`);
      case "html": {
        const page = { kind, locales: [locale], values, nonce, requestId };
        return send(req, res, "text/html; charset=utf-8", renderErrorPage(page));
      }
    }
  };
}

type Format = "single-fetch" | "json" | "text" | "html";

function formatOf(req: Request, res: Response): Format {
  const { target } = locals(res);
  if (target.ok && target.isData) {
    const isAction = req.method !== "GET" && req.method !== "HEAD";
    return isAction && target.pathname.endsWith(".data") ? "single-fetch" : "json";
  }
  const accepted = req.accepts("html", "json", "text");
  return accepted === "json" || accepted === "text" ? accepted : "html";
}

function send(req: Request, res: Response, type: string, content: string): void {
  const body = Buffer.from(content);
  res.setHeader("Content-Type", type);
  res.setHeader("Content-Length", body.length);
  const close = hasMuchUnread(req);
  if (close) res.setHeader("Connection", "close");
  if (req.method !== "HEAD") res.write(body);
  if (close) endAfterDraining(req, res);
  else res.end();
}
