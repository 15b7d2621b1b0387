import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { tellOfMaterials } from "#app/events/afterwards/materials.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Tells those who took part that there are materials. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const outcome = await tellOfMaterials(db, { viewer, eventId, now: new Date() });
  if (!outcome.ok) refusal(outcome);
  const key = outcome.ok ? "afterwards:materials.told" : "afterwards:materials.nothingToTell";
  return redirectWithToast(`/events/${eventId}/materials`, { key });
}
