import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { decodeCursor } from "#app/lib/cursor.ts";
import { NotificationList } from "#app/notifications/notification-list.tsx";
import { listNotifications } from "#app/notifications/notifications.server.ts";
import { visibleQuestions } from "#app/questions/visibility.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["notifications"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const cursor = decodeCursor(new URL(request.url).searchParams.get("before"), ["number"]);
  const { rows, next } = await listNotifications(db, {
    personId: viewer.id,
    visible: visibleQuestions(viewer),
    before: cursor && Number(cursor[0]),
  });
  const title = translator(viewer.locale, "notifications")("title");
  return { rows, next, hasUnread: viewer.unreadCount > 0, title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Notifications() {
  const { rows, next, hasUnread } = useLoaderData<typeof loader>();
  const { t } = useTranslation("notifications");
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      width="reading"
      actions={
        hasUnread && (
          <Form method="post" action="/notifications/read">
            <Button>{t("markAllRead")}</Button>
          </Form>
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyState
          title={t("empty.title")}
          action={<ButtonLink to="/questions">{t("empty.action")}</ButtonLink>}
        >
          {t("empty.text")}
        </EmptyState>
      ) : (
        <NotificationList rows={rows} />
      )}
      {next && <MoreLink to={`?before=${next}`} />}
    </Page>
  );
}
