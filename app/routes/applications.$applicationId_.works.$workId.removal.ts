import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { removeWork } from "#app/certification/applications/works.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes a work out of one's application. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const applicationId = idParam(params.applicationId);
  const workId = idParam(params.workId);
  allowed(await removeWork(db, { viewer, applicationId, workId, now: new Date() }));
  return redirectWithToast(`/applications/${applicationId}`, {
    key: "certification:application.works.removed",
  });
}
