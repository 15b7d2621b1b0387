import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { endAfterDraining, hasMuchUnread } from "./unread-body.ts";

const HOP_BY_HOP = new Set(["connection", "keep-alive", "transfer-encoding", "upgrade", "trailer"]);

/**
 * Sends a web Response: its headers replace our defaults, several Set-Cookie stay several, the
 * body streams with back-pressure, HEAD gets none. Without its own Cache-Control it is
 * `private, no-store`. Resolves when all is written or the client has gone; rejects when the body
 * fails.
 */
export async function sendResponse(
  req: ExpressRequest,
  res: ExpressResponse,
  response: Response,
): Promise<void> {
  res.status(response.status);
  if (/^[\x20-\x7e]+$/.test(response.statusText)) res.statusMessage = response.statusText;
  res.setHeader("Cache-Control", "private, no-store");
  for (const [name, value] of response.headers) {
    if (name !== "set-cookie" && !HOP_BY_HOP.has(name)) res.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) res.setHeader("Set-Cookie", cookies);
  const close = hasMuchUnread(req);
  if (close) res.setHeader("Connection", "close");

  // Whoever listens for events wants to know at once that it is connected.
  if (response.headers.get("Content-Type")?.startsWith("text/event-stream")) res.flushHeaders();
  if (req.method === "HEAD") await response.body?.cancel();
  else if (response.body) await writeBody(res, response.body);
  if (res.destroyed) return;
  if (close) endAfterDraining(req, res);
  else res.end();
}

async function writeBody(res: ExpressResponse, body: ReadableStream<Uint8Array>): Promise<void> {
  let wake = () => {};
  const reader = body.getReader();
  // One listener for the whole answer: behind compression, `once("drain")` is never removed.
  res.on("drain", () => wake());
  res.on("close", () => {
    wake();
    reader.cancel().catch(() => {});
  });
  const writableAgain = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  try {
    let next = reader.read();
    for (;;) {
      if (!(await isReadyAtOnce(next))) flush(res);
      const { done, value } = await next;
      if (done || res.destroyed) break;
      next = reader.read();
      if (!res.write(value) && !res.destroyed) await writableAgain();
    }
  } finally {
    // A stream that has ended does not mind; one whose reader has gone must stop producing.
    reader.cancel().catch(() => {});
  }
}

/** Whether the next chunk is already there, so that compression need not be flushed before it. */
async function isReadyAtOnce(next: Promise<unknown>): Promise<boolean> {
  const later = new Promise<boolean>((resolve) => setImmediate(() => resolve(false)));
  return Promise.race([next.then(() => true), later]);
}

/** Pushes out what compression holds back; nothing before the first byte, whose size decides. */
function flush(res: ExpressResponse & { flush?: () => void }): void {
  if (res.headersSent) res.flush?.();
}
