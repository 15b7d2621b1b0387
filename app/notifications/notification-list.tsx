import { Form, Link, useFetcher, useLocation } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { DateTime, formatDate, useClock } from "#app/ui/date-time.tsx";
import { dayIn, groupByDay, postPath } from "./notification-link.ts";
import type { NotificationRow } from "./notifications.server.ts";

const DAY = 86_400_000;

/** The inbox, a card per day of the reader's time zone. */
export function NotificationList({ rows }: { rows: NotificationRow[] }) {
  const { timeZone } = useClock();
  return groupByDay(rows, timeZone).map(({ day, rows: ofDay }) => (
    <section key={day} className="mb-6" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} className="mb-2 text-sm font-bold text-muted">
        <DayName day={day} />
      </h2>
      <CardList>
        {ofDay.map((row) => (
          <NotificationItem key={row.id} row={row} />
        ))}
      </CardList>
    </section>
  ));
}

function DayName({ day }: { day: string }) {
  const { t, i18n } = useTranslation("notifications");
  const { timeZone, now } = useClock();
  if (day === dayIn(new Date(now), timeZone)) return t("today");
  if (day === dayIn(new Date(now - DAY), timeZone)) return t("yesterday");
  return (
    <time dateTime={day}>{formatDate(new Date(`${day}T12:00:00Z`), i18n.language, "UTC")}</time>
  );
}

function NotificationItem({ row }: { row: NotificationRow }) {
  const { t } = useTranslation("notifications");
  const { pathname, search } = useLocation();
  const fetcher = useFetcher();
  const read = `/notifications/${row.id}/read`;
  const unread = row.readAt === null && fetcher.state === "idle";
  const actor = row.actorName ?? t("someone");
  return (
    <CardRow className={unread ? "bg-brand-soft/50" : undefined}>
      <div className="flex flex-wrap items-start gap-x-3 sm:flex-nowrap">
        <Avatar name={actor} fileId={row.actorAvatarFileId} size={36} />
        <div className="min-w-0 flex-1 basis-4/5 sm:basis-0">
          <p className="flex flex-wrap items-center gap-x-2 text-sm">
            {unread && <Badge tone="info">{t("unread")}</Badge>}
            <span>{t(`kind.${row.kind}`, { actor })}</span>
            <span className="text-muted">
              <DateTime value={row.createdAt} />
            </span>
          </p>
          <Link
            to={postPath(row)}
            className="inline-block py-1 font-semibold hover:text-brand hover:underline"
            // Reading is noted beside the navigation: following a link must not change anything itself.
            onClick={() => unread && fetcher.submit(null, { method: "post", action: read })}
          >
            {row.questionTitle}
          </Link>
        </div>
        {unread && (
          <Form method="post" action={read} preventScrollReset className="ml-9 sm:ml-0">
            <input type="hidden" name="redirectTo" value={pathname + search} />
            <Button
              variant="bare"
              size="small"
              aria-label={t("markReadOf", { title: row.questionTitle })}
            >
              {t("markRead")}
            </Button>
          </Form>
        )}
      </div>
    </CardRow>
  );
}
