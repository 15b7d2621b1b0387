import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAudit } from "#app/audit/audit-reading.server.ts";
import { AuditTable } from "#app/audit/audit-table.tsx";
import { requireAdmin } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "mail"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireAdmin(request);
  const cursor = new URL(request.url).searchParams.get("before");
  const page = await listAudit(db, { limit: 50, cursor });
  return { ...page, title: translator(viewer.locale, "staff")("audit.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function AuditLog() {
  const { entries, next } = useLoaderData<typeof loader>();
  const { t } = useTranslation("staff");
  return (
    <Page title={t("audit.title")} lead={t("audit.lead")}>
      {entries.length === 0 ? (
        <EmptyState title={t("audit.none")} />
      ) : (
        <AuditTable entries={entries} withAddress />
      )}
      {next && <MoreLink to={`/staff/audit?${new URLSearchParams({ before: next })}`} />}
    </Page>
  );
}
