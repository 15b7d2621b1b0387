import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { type CappedBody, cappedBody } from "./capped-body.ts";
import { allowBody } from "./expect-continue.ts";
import { locals } from "./locals.ts";

/** The web Request for Remix, and a handle on its body when it may have one. */
export type IncomingWebRequest = { request: Request; body: CappedBody | undefined };

/**
 * Makes the web Request for `url`, which never comes from the Host header. It is aborted when the
 * client goes away. Bodies of GET and HEAD are ignored.
 */
export function webRequest(
  req: ExpressRequest,
  res: ExpressResponse,
  options: { url: URL; limitBytes: number; onTooLarge: () => void },
): IncomingWebRequest {
  const aborter = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) aborter.abort();
  });
  const headers = webHeaders(req, locals(res).host);
  const { url } = options;
  if (req.method === "GET" || req.method === "HEAD") {
    const request = new Request(url, { method: req.method, headers, signal: aborter.signal });
    return { request, body: undefined };
  }
  allowBody(req, res);
  const body = cappedBody(req, options.limitBytes, () => {
    aborter.abort();
    options.onTooLarge();
  });
  const request = new Request(url, {
    method: req.method,
    headers,
    signal: aborter.signal,
    body: body.stream,
    duplex: "half",
  });
  return { request, body };
}

function webHeaders(req: ExpressRequest, host: string): Headers {
  // Remix compares Origin with Host once more; ours is the one from the allow-list.
  const headers = new Headers({ host });
  for (const [name, value] of Object.entries(req.headers)) {
    // Routes must not be able to build links or decide anything from what a client claims here.
    if (value === undefined || name === "host" || name.startsWith("x-forwarded-")) continue;
    if (Array.isArray(value)) for (const item of value) headers.append(name, item);
    else headers.set(name, value);
  }
  return headers;
}
