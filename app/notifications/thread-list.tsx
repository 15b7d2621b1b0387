import { Form, Link, useLocation } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { DateTime, useClock } from "#app/ui/date-time.tsx";
import { shownDetail } from "./detail.ts";
import type { Thread } from "./inbox.server.ts";
import { newsPath, threadPath } from "./notification-link.ts";

/** For the values that a kind does not have: its texts do not name them. */
const NOTHING = { date: "", days: "", when: "" };

/** The inbox: a card per thread, with what happened in it lately. */
export function ThreadList({ threads }: { threads: Thread[] }) {
  return (
    <ul className="grid gap-4">
      {threads.map((thread) => (
        <ThreadCard key={thread.threadKey} thread={thread} />
      ))}
    </ul>
  );
}

function ThreadCard({ thread }: { thread: Thread }) {
  const { t } = useTranslation("notifications");
  const { pathname, search } = useLocation();
  const { threadKey, title, locale, unreadCount, eventCount, events } = thread;
  const more = eventCount - events.length;
  return (
    <li className="card p-4 sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-72">
          <h2>
            <Link
              to={threadPath(thread)}
              lang={locale ?? undefined}
              className="inline-block py-1 font-semibold hover:text-brand hover:underline"
            >
              {title}
            </Link>
          </h2>
          {unreadCount > 0 && <Badge tone="info">{t("unreadCount", { count: unreadCount })}</Badge>}
        </div>
        {unreadCount > 0 && (
          <Form
            method="post"
            action={`/notifications/threads/${threadKey}/read`}
            preventScrollReset
          >
            <input type="hidden" name="redirectTo" value={pathname + search} />
            <Button variant="bare" size="small" aria-label={t("markReadOf", { title })}>
              {t("markRead")}
            </Button>
          </Form>
        )}
      </div>
      <ul className="mt-2 grid gap-1 border-t border-line pt-2">
        {events.map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </ul>
      {more > 0 && (
        <p className="mt-1 pl-10 text-sm text-muted">{t("moreEvents", { count: more })}</p>
      )}
    </li>
  );
}

function EventLine({ event }: { event: Thread["events"][number] }) {
  const { t, i18n } = useTranslation("notifications");
  const { timeZone } = useClock();
  const values = shownDetail(event.detail, { locale: i18n.language, timeZone });
  const actor = event.actorName ?? t("someone");
  const isUnread = event.readAt === null;
  return (
    <li className="flex items-start gap-3">
      <span className="mt-2 shrink-0" aria-hidden="true">
        {event.actorName === null ? (
          <span className="block size-7" />
        ) : (
          <Avatar name={actor} fileId={event.actorAvatarFileId} size={28} />
        )}
      </span>
      <p className="min-w-0 flex-1 text-sm">
        <Link to={newsPath(event)} className="inline-block py-2 hover:text-brand hover:underline">
          {isUnread && <span className="sr-only">{t("unread")}: </span>}
          <span className={isUnread ? "font-semibold" : undefined}>
            {t(`kind.${event.kind}`, { ...NOTHING, ...values, actor })}
          </span>
        </Link>{" "}
        <span className="text-muted">
          <DateTime value={event.createdAt} />
        </span>
      </p>
    </li>
  );
}
