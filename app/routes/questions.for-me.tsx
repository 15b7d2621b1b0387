import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { forbidden } from "#app/lib/responses.server.ts";
import { listForMe } from "#app/questions/routing/for-me.server.ts";
import { ForMeList } from "#app/questions/routing/for-me-list.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["routing"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  if (!viewer.isSupporter) throw forbidden();
  return {
    rows: await listForMe(db, { viewer }),
    title: translator(viewer.locale, "routing")("forMe.title"),
  };
}

export default function ForMe() {
  const { rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation("routing");
  return (
    <Page
      title={t("forMe.title")}
      lead={t("forMe.lead")}
      width="reading"
      actions={
        <ButtonLink to="/settings/helping" size="small">
          {t("forMe.settings")}
        </ButtonLink>
      }
    >
      {rows.length === 0 ? (
        <EmptyState
          title={t("forMe.empty.title")}
          action={
            <ButtonLink to="/questions?state=unanswered" variant="primary">
              {t("forMe.empty.action")}
            </ButtonLink>
          }
        >
          {t("forMe.empty.text")}
        </EmptyState>
      ) : (
        <ForMeList rows={rows} />
      )}
    </Page>
  );
}
