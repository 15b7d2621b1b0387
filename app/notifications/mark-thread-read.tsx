import { useRouteLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import type { ThreadKey } from "./topics.ts";

/**
 * Whoever reads the page of something has read what they were told about it. Opening a page changes nothing by
 * itself, so that this is said by a request of its own; without scripts the inbox has a button.
 */
export function MarkThreadRead({ thread }: { thread: ThreadKey }) {
  const root = useRouteLoaderData("root") as { viewer?: { unreadCount: number } } | undefined;
  const hasUnread = (root?.viewer?.unreadCount ?? 0) > 0;
  useEffect(() => {
    if (!hasUnread) return;
    const body = new URLSearchParams();
    const path = `/notifications/threads/${thread}/read`;
    fetch(path, { method: "POST", body, keepalive: true }).catch(() => {});
  }, [thread, hasUnread]);
  return null;
}
