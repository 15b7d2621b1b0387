import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import {
  listApplications,
  QUEUE_TABS,
} from "#app/certification/applications/application-reading.server.ts";
import { QueueTable } from "#app/certification/applications/queue-table.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "certification"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const { searchParams } = new URL(request.url);
  const tab = QUEUE_TABS.find((name) => name === searchParams.get("tab")) ?? "waiting";
  const before = searchParams.get("before") ?? "";
  const page = await listApplications(db, {
    tab,
    before: /^\d{1,15}$/.test(before) ? Number(before) : undefined,
  });
  return {
    ...page,
    tab,
    tabs: [...QUEUE_TABS],
    title: translator(viewer.locale, "certification")("queue.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Applications() {
  const { rows, next, tab, tabs, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation("certification");
  const to = (name: string) => `/staff/applications?tab=${name}`;
  return (
    <Page title={title} lead={t("queue.lead")}>
      <TabLinks
        label={title}
        current={to(tab)}
        tabs={tabs.map((name) => ({ to: to(name), label: t(`queue.tab.${name}`) }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("queue.none.title")}>{t("queue.none.text")}</EmptyState>
      ) : (
        <QueueTable caption={title} rows={rows} />
      )}
      {next && <MoreLink to={`${to(tab)}&before=${next}`} />}
    </Page>
  );
}
