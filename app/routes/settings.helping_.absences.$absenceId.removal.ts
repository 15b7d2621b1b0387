import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { removeAbsence } from "#app/questions/routing/helping.server.ts";
import { db } from "#db/client.server.ts";

/** Takes back an absence of the viewer's own. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const absenceId = idParam(params.absenceId);
  if (!(await removeAbsence(db, { personId: viewer.id, absenceId }))) throw notFound();
  const page = viewer.isSupporter ? "/settings/helping" : "/settings/pair-sessions";
  return redirectWithToast(page, { key: "routing:helping.removed" });
}
