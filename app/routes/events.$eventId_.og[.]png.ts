import type { LoaderFunctionArgs } from "@remix-run/node";
import { badgeResponse } from "#app/certification/badges/badge-response.ts";
import { eventPng, findEventPicture } from "#app/events/listing/event-image.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { db } from "#db/client.server.ts";

/** The picture that previews of a public event show; the same for everyone. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const now = new Date();
  const eventId = idParam(params.eventId);
  const { name: portalName } = await findPortalSettings(db, now);
  const picture = await findEventPicture(db, { eventId, portalName, now });
  if (!picture) throw notFound();
  return badgeResponse(request, {
    type: "image/png",
    fileName: `event-${eventId}.png`,
    tag: picture.tag,
    seconds: 3600,
    body: new Uint8Array(await eventPng(picture)),
  });
}
