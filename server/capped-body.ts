import type { IncomingMessage } from "node:http";

/** A request body as a web stream, and the end of our interest in it. */
export type CappedBody = { stream: ReadableStream<Uint8Array>; release: () => void };

/** What reading the body fails with once it is longer than allowed. */
export class BodyTooLargeError extends Error {
  override name = "BodyTooLargeError";
}

/**
 * The body of `req`, read only as fast as it is consumed. Beyond `limitBytes` it stops reading,
 * calls `onTooLarge` and fails the stream, so that nobody can buffer more than the limit.
 * `release` detaches from the request and lets Node throw away what was not read.
 */
export function cappedBody(
  req: IncomingMessage,
  limitBytes: number,
  onTooLarge: () => void,
): CappedBody {
  let seen = 0;
  let detach = () => {};
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const onData = (chunk: Buffer) => {
          seen += chunk.length;
          if (seen > limitBytes) {
            req.pause();
            detach();
            onTooLarge();
            controller.error(new BodyTooLargeError(`The body exceeds ${limitBytes} bytes`));
            return;
          }
          controller.enqueue(chunk);
          if ((controller.desiredSize ?? 0) <= 0) req.pause();
        };
        const onEnd = () => {
          detach();
          controller.close();
        };
        const onError = (error: Error) => {
          detach();
          controller.error(error);
        };
        const onClose = () => onError(new Error("The client went away while sending"));
        detach = () => {
          req.off("data", onData).off("end", onEnd).off("error", onError).off("close", onClose);
        };
        req.on("data", onData).on("end", onEnd).on("error", onError).on("close", onClose);
        req.pause();
      },
      pull() {
        req.resume();
      },
      cancel() {
        detach();
      },
    },
    { highWaterMark: 0 },
  );
  const release = () => {
    detach();
    req.resume();
  };
  return { stream, release };
}
