import type { LoaderFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { unreadStream } from "#app/notifications/event-stream.server.ts";
import { LIVE_CHANNEL } from "#app/notifications/live-channel.server.ts";
import { createLiveCounts, type LiveCounts } from "#app/notifications/live-counts.server.ts";
import { type Connection, currentConnection } from "#db/client.server.ts";
import { listenTo } from "#db/listen.server.ts";

// On globalThis, because the development server loads this module anew after every change.
const holder = globalThis as { portalLiveCounts?: WeakMap<Connection, LiveCounts> };

/**
 * The viewer's number of unread notifications, whenever it changes, as server-sent events. Visitors
 * get 204, which tells browsers not to ask again; a redirect would be an error in their console.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  if (!viewer) return new Response(null, { status: 204 });
  // Whatever asks for something else would wait for an end that does not come.
  if (!request.headers.get("accept")?.includes("text/event-stream")) {
    return new Response("text/event-stream\n", { status: 406 });
  }
  const { id: personId, sessionId } = viewer;
  return new Response(unreadStream(liveCounts(context), { personId, sessionId }), {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "private, no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

/** One for all streams of this process, until it stops. */
function liveCounts({ shutdown, logger }: LoaderFunctionArgs["context"]): LiveCounts {
  holder.portalLiveCounts ??= new WeakMap();
  const connection = currentConnection();
  const known = holder.portalLiveCounts.get(connection);
  if (known) return known;
  const counts = createLiveCounts({
    db: connection.db,
    listen: (onMessage) => listenTo(connection.url, LIVE_CHANNEL, onMessage),
    onError: (err) => logger.error({ err }, "live notifications"),
  });
  holder.portalLiveCounts.set(connection, counts);
  shutdown?.addEventListener("abort", () => counts.close(), { once: true });
  return counts;
}
