import { randomBytes } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { renderErrorPage } from "./error-page.ts";
import { ERROR_STATUS, type ErrorKind } from "./error-texts.ts";

/**
 * A whole HTTP answer as bytes, for errors on a connection where no request could be read: the
 * reader's language is unknown there, so the page speaks both.
 */
export function rawErrorAnswer(kind: ErrorKind): string {
  const nonce = randomBytes(16).toString("base64");
  const values = { publicUrl: "/", limitBytes: 0 };
  const page = renderErrorPage({ kind, locales: ["ja", "en"], values, nonce });
  const status = ERROR_STATUS[kind];
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Connection: close",
    "Content-Type: text/html; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(page)}`,
    "Cache-Control: no-store",
    "X-Content-Type-Options: nosniff",
    `Content-Security-Policy: default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    "",
    page,
  ].join("\r\n");
}

/** Which page tells what Node's HTTP parser complained about. */
export function kindOfParserError(code: string | undefined): ErrorKind {
  if (code === "HPE_HEADER_OVERFLOW") return "headers-too-large";
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return "timed-out";
  return "bad-request";
}
