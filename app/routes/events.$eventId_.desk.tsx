import { randomUUID } from "node:crypto";
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { Desk } from "#app/events/check-in/desk.tsx";
import { openDesk } from "#app/events/check-in/desk-page.server.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import { RunTabs } from "#app/events/organising/run-tabs.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["check-in", "events", "organising"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const asked = new URL(request.url).searchParams;
  const opened = await openEvent(db, { viewer, eventId, lock: "read" });
  // Guests who scan their own QR code look for their ticket.
  if (!opened.ok && opened.reason === "not-allowed" && asked.has("code")) {
    throw redirect(`/events/${eventId}/registration`);
  }
  const { event } = allowed(opened);
  const desk = await openDesk(db, { viewer, event, asked, now: new Date() });
  const title = translator(viewer.locale, "check-in")("desk.title");
  return { title, eventTitle: event.title, viewerId: viewer.id, formKey: randomUUID(), ...desk };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export default function EventDesk() {
  const { title, eventTitle, ...desk } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["check-in", "events"]);
  const { id } = desk.event;
  return (
    <Page
      title={title}
      lead={t("desk.lead")}
      width="reading"
      breadcrumbs={[
        { label: t("events:list.title"), to: "/events" },
        { label: eventTitle, to: `/events/${id}` },
      ]}
    >
      <RunTabs eventId={id} current="desk" />
      <Desk key={id} {...desk} />
    </Page>
  );
}
