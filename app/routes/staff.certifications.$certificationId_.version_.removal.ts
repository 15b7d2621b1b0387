import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { discardVersion } from "#app/certification/definitions/defining.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Throws the version being written away. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const certificationId = idParam(params.certificationId);
  const discarded = await discardVersion(db, {
    certificationId,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!discarded.ok) throw notFound();
  const list = "/staff/certifications";
  return redirectWithToast(discarded.isGone ? list : `${list}/${certificationId}`, {
    key: "certification:staff.discarded",
  });
}
