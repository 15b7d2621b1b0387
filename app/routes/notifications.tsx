import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { decodeCursor } from "#app/lib/cursor.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { listThreads } from "#app/notifications/inbox.server.ts";
import { ThreadList } from "#app/notifications/thread-list.tsx";
import { useFreshInbox } from "#app/notifications/use-fresh-inbox.ts";
import { visibleQuestions } from "#app/questions/visibility.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["notifications"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { searchParams } = new URL(request.url);
  const cursor = decodeCursor(searchParams.get("before"), ["number"]);
  const unreadOnly = searchParams.get("show") === "unread";
  const { threads, next } = await listThreads(db, {
    personId: viewer.id,
    visible: visibleQuestions(viewer),
    unreadOnly,
    before: cursor && Number(cursor[0]),
  });
  const title = translator(viewer.locale, "notifications")("title");
  return { threads, next, unreadOnly, hasUnread: viewer.unreadCount > 0, title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Notifications() {
  const { threads, next, unreadOnly, hasUnread } = useLoaderData<typeof loader>();
  const { t } = useTranslation("notifications");
  useFreshInbox();
  const shown = unreadOnly ? "/notifications?show=unread" : "/notifications";
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      width="reading"
      actions={
        <>
          {hasUnread && (
            <Form method="post" action="/notifications/read">
              <Button>{t("markAllRead")}</Button>
            </Form>
          )}
          <ButtonLink to="/settings/notifications" variant="bare">
            {t("settings")}
          </ButtonLink>
        </>
      }
    >
      <TabLinks
        label={t("filter.label")}
        current={shown}
        tabs={[
          { to: "/notifications", label: t("filter.all") },
          { to: "/notifications?show=unread", label: t("filter.unread") },
        ]}
      />
      {threads.length > 0 ? (
        <ThreadList threads={threads} />
      ) : unreadOnly ? (
        <EmptyState
          title={t("empty.unread.title")}
          action={<ButtonLink to="/notifications">{t("empty.unread.action")}</ButtonLink>}
        >
          {t("empty.unread.text")}
        </EmptyState>
      ) : (
        <EmptyState
          title={t("empty.title")}
          action={<ButtonLink to="/questions">{t("empty.action")}</ButtonLink>}
        >
          {t("empty.text")}
        </EmptyState>
      )}
      {next && <MoreLink to={`?${unreadOnly ? "show=unread&" : ""}before=${next}`} />}
    </Page>
  );
}
