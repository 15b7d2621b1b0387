import type { IncomingMessage, ServerResponse } from "node:http";

const waiting = new WeakSet<IncomingMessage>();

/** Notes that the client waits for "100 Continue" before it sends the body. */
export function noteExpectation(req: IncomingMessage): void {
  waiting.add(req);
}

/** Tells a waiting client to send the body: only after every check that could refuse it. */
export function allowBody(req: IncomingMessage, res: ServerResponse): void {
  if (waiting.delete(req)) res.writeContinue();
}
