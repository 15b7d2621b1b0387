import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { listStaffQueue } from "#app/questions/routing/staff-queue.server.ts";
import { StaffQueueTable } from "#app/questions/routing/staff-queue-table.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "routing"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const cursor = new URL(request.url).searchParams.get("after");
  const { rows, next } = await listStaffQueue(db, { cursor });
  return {
    rows: rows.map(({ takerId, ...row }) => ({ ...row, isTaker: takerId === viewer.id })),
    next,
    title: translator(viewer.locale, "routing")("queue.title"),
  };
}

export default function StaffQueue() {
  const { rows, next } = useLoaderData<typeof loader>();
  const { t } = useTranslation("routing");
  return (
    <Page title={t("queue.title")} lead={t("queue.lead")}>
      {rows.length === 0 ? (
        <EmptyState
          title={t("queue.empty.title")}
          action={<ButtonLink to="/staff/unanswered">{t("queue.empty.action")}</ButtonLink>}
        >
          {t("queue.empty.text")}
        </EmptyState>
      ) : (
        <StaffQueueTable rows={rows} />
      )}
      {next && <MoreLink to={`/staff/queue?${new URLSearchParams({ after: next })}`} />}
    </Page>
  );
}
