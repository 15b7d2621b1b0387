import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { setRetired } from "#app/certification/definitions/defining.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes a retired certification back into use. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const certificationId = idParam(params.certificationId);
  const changed = await setRetired(db, {
    certificationId,
    retired: false,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!changed.ok) throw notFound();
  return redirectWithToast(`/staff/certifications/${certificationId}`, {
    key: "certification:staff.reopened",
  });
}
