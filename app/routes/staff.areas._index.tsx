import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAreasForStaff } from "#app/areas/area-commands.server.ts";
import { AreaTable } from "#app/areas/area-table.tsx";
import { requireStaff } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const title = translator(viewer.locale, "staff")("areas.title");
  return { areas: await listAreasForStaff(db), title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Areas() {
  const { areas } = useLoaderData<typeof loader>();
  const { t } = useTranslation("staff");
  const add = (
    <ButtonLink to="/staff/areas/new" variant="primary">
      {t("areas.new")}
    </ButtonLink>
  );
  return (
    <Page title={t("areas.title")} lead={t("areas.lead")} actions={add}>
      {areas.length === 0 ? (
        <EmptyState title={t("areas.none")} action={add}>
          {t("areas.none.text")}
        </EmptyState>
      ) : (
        <AreaTable areas={areas} />
      )}
    </Page>
  );
}
