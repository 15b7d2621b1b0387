import type { IncomingMessage, ServerResponse } from "node:http";

const SMALL_BYTES = 64 * 1024;
const DRAIN = { idleMs: 2_000, totalMs: 10_000, bytes: 16 * 1024 * 1024, lastLookMs: 500 };

/** Whether the request announces a body. */
export function announcesBody(req: IncomingMessage): boolean {
  return (
    req.headers["transfer-encoding"] !== undefined || Number(req.headers["content-length"]) > 0
  );
}

/**
 * Whether so much of the body is still to come, or may be, that the connection has to close after
 * the answer: Node would otherwise read all of it before the next request.
 */
export function hasMuchUnread(req: IncomingMessage): boolean {
  if (req.complete || !announcesBody(req)) return false;
  const announced = req.headers["content-length"];
  return announced === undefined || Number(announced) > SMALL_BYTES;
}

/**
 * Ends an answer whose bytes are already written, after throwing away what the client is still
 * sending – at most for 10 s and 16 MiB. Closing at once would reset the connection, and the
 * client would lose the answer (RFC 9112, section 9.6).
 */
export function endAfterDraining(req: IncomingMessage, res: ServerResponse): void {
  let seen = 0;
  let idle: NodeJS.Timeout | undefined;
  const finish = () => {
    clearTimeout(idle);
    clearTimeout(total);
    req.off("data", count);
    req.off("end", finish);
    req.off("close", finish);
    req.pause();
    if (!res.writableEnded) res.end();
  };
  const waitOn = (milliseconds: number) => {
    clearTimeout(idle);
    idle = setTimeout(finish, milliseconds);
  };
  const count = (chunk: Buffer) => {
    seen += chunk.length;
    if (seen <= DRAIN.bytes) return waitOn(DRAIN.idleMs);
    // The client gets a moment to read the answer before the connection is cut.
    req.off("data", count);
    req.pause();
    waitOn(DRAIN.lastLookMs);
  };
  const total = setTimeout(finish, DRAIN.totalMs);
  waitOn(DRAIN.idleMs);
  req.on("data", count);
  req.once("end", finish);
  req.once("close", finish);
  req.resume();
}
