import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { qrCode } from "#app/auth/qr-code.server.ts";
import { shownEventCode } from "#app/events/check-in/check-in.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { portalUrl } from "#app/lib/current-config.server.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["check-in"] } satisfies RouteHandle;

/** The event's code, large enough for a projector, and the way to where it is typed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const { event } = allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const { id, title: eventTitle, checkInCode: code } = event;
  const title = translator(viewer.locale, "check-in")("project.title");
  const url = portalUrl(`/events/${id}/check-in?${new URLSearchParams({ code })}`);
  return { title, id, eventTitle, code, qr: qrCode(url), address: portalUrl(`/events/${id}`) };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export default function CheckInCode() {
  const { title, id, eventTitle, code, qr, address } = useLoaderData<typeof loader>();
  const { t } = useTranslation("check-in");
  return (
    <Page
      title={title}
      lead={eventTitle}
      actions={<ButtonLink to={`/events/${id}/desk`}>{t("project.back")}</ButtonLink>}
    >
      <div className="flex flex-wrap items-center justify-center gap-8 py-4 text-center">
        <svg
          role="img"
          aria-label={t("project.qr")}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shapeRendering="crispEdges"
          className="w-full max-w-96 rounded-card"
        >
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <div className="min-w-0">
          <p className="font-mono text-[clamp(2.5rem,12vw,8rem)] leading-tight font-bold tracking-widest">
            {shownEventCode(code)}
          </p>
          <p className="mt-4 max-w-prose text-lg">{t("project.steps")}</p>
          <p className="mt-2 text-lg break-all text-muted">{address}</p>
        </div>
      </div>
    </Page>
  );
}
