import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { removeBadgePicture } from "#app/certification/definitions/badge-picture.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Goes back to the standard badge. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const certificationId = idParam(params.certificationId);
  const removed = await removeBadgePicture(db, {
    certificationId,
    actorId: viewer.id,
    now: new Date(),
  });
  if (!removed.ok) throw notFound();
  return redirectWithToast(`/staff/certifications/${certificationId}`, {
    key: "certification:staff.badge.removed",
  });
}
