import { SECOND } from "#app/lib/time.ts";
import type { LiveCounts } from "./live-counts.server.ts";

/** Proxies commonly cut connections that are silent for a minute. */
const HEARTBEAT = 25 * SECOND;

/** Messages a client may leave unread before it counts as gone. */
const MOST_UNREAD = 64;

/**
 * The numbers of unread notifications of a session as server-sent events (HTML standard, 9.2): one
 * message per number, a comment as heartbeat. Ends with the session, or when `counts` closes.
 */
export function unreadStream(
  counts: LiveCounts,
  { personId, sessionId }: { personId: number; sessionId: string },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let isOver = false;
      let unsubscribe = () => {};
      const heartbeat = setInterval(() => write(":\n\n"), HEARTBEAT);
      stop = () => {
        isOver = true;
        clearInterval(heartbeat);
        unsubscribe();
      };
      const end = () => {
        if (isOver) return;
        stop();
        controller.close();
      };
      const write = (text: string) => {
        if (isOver) return;
        controller.enqueue(encoder.encode(text));
        if ((controller.desiredSize ?? 0) < -MOST_UNREAD) end();
      };
      const send = (count: number) => write(`data: ${count}\n\n`);
      unsubscribe = counts.subscribe({ personId, sessionId, send, end });
    },
    cancel: () => stop(),
  });
}
