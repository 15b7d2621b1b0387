import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Suspense } from "react";
import { findViewer } from "#app/auth/guard.server.ts";
import { findAfterwards } from "#app/events/afterwards/afterwards.server.ts";
import { EventAfterwards } from "#app/events/afterwards/event-afterwards.tsx";
import { eventJsonLd } from "#app/events/listing/event-json-ld.ts";
import { findEventPage, isPublicEvent } from "#app/events/listing/event-reading.server.ts";
import { EventView } from "#app/events/listing/event-view.tsx";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { currentConfig } from "#app/lib/current-config.server.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { MarkThreadRead } from "#app/notifications/mark-thread-read.tsx";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { db } from "#db/client.server.ts";

export const handle = {
  i18n: ["events", "registrations"],
} satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.page.event.title,
        description: data.page.event.summary,
        path: data.picture && `/events/${data.page.event.id}`,
        type: "article",
        extra: data.picture
          ? [
              { property: "og:image", content: data.picture },
              { property: "og:image:width", content: "1200" },
              { property: "og:image:height", content: "630" },
              { name: "twitter:card", content: "summary_large_image" },
              { "script:ld+json": data.jsonLd ?? {} },
            ]
          : [],
      })
    : [];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const eventId = idParam(params.eventId);
  const now = new Date();
  const [page, portal] = await Promise.all([
    findEventPage(db, { viewer, eventId, now }),
    findPortalSettings(db, now),
  ]);
  if (!page) throw notFound();
  const afterwards = page.hasRemains
    ? await findAfterwards(db, { viewer, eventId, now })
    : undefined;
  const { origin } = currentConfig().publicUrl;
  const { event, state } = page;
  const isPublic = isPublicEvent(event);
  return {
    page,
    afterwards,
    picture: isPublic ? `${origin}/events/${eventId}/og.png` : undefined,
    jsonLd: isPublic ? eventJsonLd(page, { origin, portal, now }) : undefined,
    hasBegun: event.startsAt <= now,
    signedIn: viewer !== undefined,
    canBring: viewer?.organisation != null && event.colleaguesMax > 0,
    canPropose:
      viewer !== undefined &&
      state === "published" &&
      event.proposalsCloseAt !== null &&
      event.proposalsCloseAt > now,
  };
}

export default function EventPage() {
  const { page, afterwards, hasBegun, signedIn, canBring, canPropose } =
    useLoaderData<typeof loader>();
  return (
    <>
      <EventView
        {...page}
        {...{ hasBegun, signedIn, canBring, canPropose }}
        afterwards={
          afterwards && (
            // Its texts, like those of the tabs for organisers, come after those everybody reads.
            <Suspense>
              <EventAfterwards afterwards={afterwards} />
            </Suspense>
          )
        }
      />
      {signedIn && <MarkThreadRead thread={`event:${page.event.id}`} />}
    </>
  );
}
