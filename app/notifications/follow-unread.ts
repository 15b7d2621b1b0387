/** The first message comes at once unless something on the way holds the stream back. */
const PATIENCE = 10_000;

type Follower = {
  onCount: (count: number) => void;
  /** Asks the server in the ordinary way; used where no stream gets through. */
  refresh: () => void;
};

/**
 * Follows the number of unread notifications while the page is in sight. Browsers allow few
 * connections to a server, so that a page in the background gives its own up. When the stream fails
 * nothing is reported: the next look at the page tries again.
 */
export function followUnread({ onCount, refresh }: Follower): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBlocked = false;

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const open = () => {
    if (source || document.hidden) return;
    if (isBlocked) return refresh();
    let isHeard = false;
    source = new EventSource("/notifications/stream");
    timer = setTimeout(() => {
      isBlocked = true;
      close();
    }, PATIENCE);
    source.onmessage = ({ data }) => {
      clearTimeout(timer);
      isHeard = true;
      onCount(Number(data));
    };
    source.onerror = () => {
      close();
      // One that worked was ended by a restart; everybody coming back at once would hinder it.
      if (isHeard) timer = setTimeout(open, 2_000 + Math.random() * 8_000);
    };
  };
  const onSight = () => (document.hidden ? close() : open());

  document.addEventListener("visibilitychange", onSight);
  window.addEventListener("focus", open);
  window.addEventListener("online", open);
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", open);
  open();
  return () => {
    close();
    document.removeEventListener("visibilitychange", onSight);
    window.removeEventListener("focus", open);
    window.removeEventListener("online", open);
    window.removeEventListener("pagehide", close);
    window.removeEventListener("pageshow", open);
  };
}
