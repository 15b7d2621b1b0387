import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { withdrawApplication } from "#app/certification/applications/applying.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes one's application back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const applicationId = idParam(params.applicationId);
  allowed(await withdrawApplication(db, { viewer, applicationId, now: new Date() }));
  return redirectWithToast(`/applications/${applicationId}`, {
    key: "certification:application.withdrawn",
  });
}
