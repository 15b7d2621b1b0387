import { Link, useRevalidator } from "@remix-run/react";
import { Bell } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { publishUnread } from "#app/notifications/live-unread.ts";

/** The way to the inbox, with a number that follows what arrives and what is read elsewhere. */
export function InboxLink({ unreadCount, className }: { unreadCount: number; className: string }) {
  const { t } = useTranslation();
  const [count, news] = useUnread(unreadCount);
  return (
    <>
      <Link to="/notifications" className={className}>
        <Bell size={20} aria-hidden="true" />
        <span className="sr-only">
          {count > 0 ? t("portal.inboxUnread", { count }) : t("portal.inbox")}
        </span>
        {count > 0 && (
          <span
            aria-hidden="true"
            className="absolute top-1 right-0.5 min-w-5 rounded-full bg-brand px-1 text-center text-xs font-bold text-brand-ink"
          >
            {count > 99 ? "99+" : count}
          </span>
        )}
      </Link>
      <span role="status" className="sr-only">
        {news > 0 && t("portal.inboxNews", { count: news })}
      </span>
    </>
  );
}

/** The number now, and the number to speak of: only when something new came while one looks. */
function useUnread(fromServer: number): [count: number, news: number] {
  const [count, setCount] = useState(fromServer);
  const [news, setNews] = useState(0);
  const known = useRef(fromServer);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    known.current = fromServer;
    setCount(fromServer);
  }, [fromServer]);
  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    const onCount = (next: number) => {
      if (next === known.current) return;
      setNews(next > known.current ? next : 0);
      known.current = next;
      setCount(next);
      publishUnread(next);
    };
    // Nothing one reads waits for this: it is fetched when the page is there.
    import("#app/notifications/follow-unread.ts").then(
      ({ followUnread }) => {
        if (!isGone) stop = followUnread({ onCount, refresh: revalidate });
      },
      () => {},
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [revalidate]);
  return [count, news];
}
