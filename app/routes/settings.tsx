import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { canOffer } from "#app/pair-sessions/pair-sessions.ts";
import { Page } from "#app/ui/page.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";

export const handle = { i18n: ["settings"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return { isSupporter: viewer.isSupporter, offersSessions: canOffer(viewer) };
}

/** The frame of one's own settings. */
export default function Settings() {
  const { isSupporter, offersSessions } = useLoaderData<typeof loader>();
  const { t } = useTranslation("settings");
  return (
    <Page title={t("title")} width="reading">
      <TabLinks
        label={t("tabs.label")}
        tabs={[
          { to: "/settings/profile", label: t("tabs.profile") },
          ...(isSupporter
            ? [{ to: "/settings/helping", label: t("tabs.helping"), end: false }]
            : []),
          ...(offersSessions
            ? [{ to: "/settings/pair-sessions", label: t("tabs.pairSessions"), end: false }]
            : []),
          { to: "/settings/notifications", label: t("tabs.notifications") },
          { to: "/settings/calendar", label: t("tabs.calendar") },
          { to: "/settings/security", label: t("tabs.security"), end: false },
        ]}
      />
      <Outlet />
    </Page>
  );
}
