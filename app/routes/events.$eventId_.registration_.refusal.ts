import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { declineOffer } from "#app/events/admission/offers.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Leaves the offered place to the next in line. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const outcome = await declineOffer(db, { viewer, eventId, now: new Date() });
  const key = outcome.ok ? ("done.declined" as const) : (`refused.${outcome.reason}` as const);
  return redirectWithToast(`/events/${eventId}`, { key: `registrations:${key}` });
}
