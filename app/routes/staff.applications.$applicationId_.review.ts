import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { startReview } from "#app/certification/applications/reviewing.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes an application to review. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const applicationId = idParam(params.applicationId);
  const started = await startReview(db, { viewer, applicationId, now: new Date() });
  const here = `/staff/applications/${applicationId}`;
  if (started.ok) return redirectWithToast(here, { key: "certification:review.started" });
  refusal(started);
  return redirectWithToast(here, { key: "certification:review.error.already-in-review" });
}
