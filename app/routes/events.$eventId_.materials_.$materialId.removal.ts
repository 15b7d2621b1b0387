import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { removeMaterial } from "#app/events/afterwards/materials.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes a material away, with the way back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const materialId = idParam(params.materialId);
  allowed(await removeMaterial(db, { viewer, eventId, materialId, now: new Date() }));
  return redirectWithToast(`/events/${eventId}/materials`, {
    key: "afterwards:materials.removed",
    undo: { action: `/events/${eventId}/materials/${materialId}/restoration` },
  });
}
