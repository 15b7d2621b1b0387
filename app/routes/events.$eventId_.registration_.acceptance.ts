import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { acceptOffer } from "#app/events/admission/offers.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes the place that was offered. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const outcome = await acceptOffer(db, { viewer, eventId, now: new Date() });
  const key = outcome.ok ? ("done.accepted" as const) : (`refused.${outcome.reason}` as const);
  return redirectWithToast(`/events/${eventId}`, { key: `registrations:${key}` });
}
