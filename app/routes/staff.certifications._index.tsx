import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { listCertificationsForStaff } from "#app/certification/definitions/definition-reading.server.ts";
import { DefinitionTable } from "#app/certification/definitions/definition-table.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "certification"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  return {
    rows: await listCertificationsForStaff(db),
    title: translator(viewer.locale, "certification")("staff.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Certifications() {
  const { rows, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation("certification");
  const create = (
    <ButtonLink to="/staff/certifications/new" variant="primary">
      {t("staff.new")}
    </ButtonLink>
  );
  return (
    <Page title={title} lead={t("staff.lead")} actions={rows.length > 0 && create}>
      {rows.length === 0 ? (
        <EmptyState title={t("staff.none.title")} action={create}>
          {t("staff.none.text")}
        </EmptyState>
      ) : (
        <DefinitionTable rows={rows} />
      )}
    </Page>
  );
}
