import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { isAdmin } from "#app/auth/viewer.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";

export const handle = { i18n: ["staff"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  return { admin: isAdmin(await requireStaff(request)) };
}

/** The frame of the CS workspace. It guards nothing: each page inside has its own guard. */
export default function Staff() {
  const { admin } = useLoaderData<typeof loader>();
  const { t } = useTranslation("staff");
  const { pathname } = useLocation();
  const tabs = [
    { to: "/staff", label: t("tabs.home"), end: true },
    { to: "/staff/unanswered", label: t("tabs.unanswered") },
    { to: "/staff/queue", label: t("tabs.queue") },
    { to: "/staff/organisations", label: t("tabs.organisations") },
    { to: "/staff/people", label: t("tabs.people") },
    { to: "/staff/invitations", label: t("tabs.invitations") },
    { to: "/staff/areas", label: t("tabs.areas") },
    { to: "/staff/programme", label: t("tabs.programme") },
    { to: "/staff/events", label: t("tabs.events") },
    { to: "/staff/voting-rings", label: t("tabs.votingRings") },
    ...(admin
      ? [
          { to: "/staff/outbox", label: t("tabs.outbox") },
          { to: "/staff/settings", label: t("tabs.settings") },
          { to: "/staff/calendar", label: t("tabs.calendar") },
          { to: "/staff/audit", label: t("tabs.audit") },
        ]
      : []),
    { to: "/staff/styleguide", label: t("tabs.styleguide") },
  ];
  const programme = [
    { to: "/staff/programme", label: t("tabs.figures") },
    { to: "/staff/applications", label: t("tabs.applications") },
    { to: "/staff/credentials", label: t("tabs.credentials") },
    { to: "/staff/certifications", label: t("tabs.certifications") },
    { to: "/staff/exams", label: t("tabs.exams") },
    { to: "/staff/exam-items", label: t("tabs.examItems") },
  ];
  const events = [
    { to: "/staff/events", label: t("tabs.allEvents") },
    { to: "/staff/coverage", label: t("tabs.coverage") },
  ];
  const isIn = (places: { to: string }[]) =>
    places.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  const within = [programme, events].find(isIn);
  return (
    <>
      <div className="no-print mx-auto -mb-4 w-full max-w-6xl px-4 pt-2 text-sm sm:px-6">
        <TabLinks
          label={t("tabs.label")}
          current={within?.[0]?.to}
          tabs={tabs.map((tab) => ({ end: false, ...tab }))}
        />
        {within && (
          <TabLinks
            label={t(within === programme ? "tabs.programme" : "tabs.events")}
            tabs={within.map((tab) => ({ ...tab, end: false }))}
          />
        )}
      </div>
      <Outlet />
    </>
  );
}
