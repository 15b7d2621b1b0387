import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { releaseReview } from "#app/certification/applications/reviewing.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Gives an application back to the queue. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const applicationId = idParam(params.applicationId);
  allowed(await releaseReview(db, { viewer, applicationId, now: new Date() }));
  return redirectWithToast(`/staff/applications/${applicationId}`, {
    key: "certification:review.released",
  });
}
