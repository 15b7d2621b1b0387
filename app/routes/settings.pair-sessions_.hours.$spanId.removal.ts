import type { ActionFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { requireHost } from "#app/pair-sessions/host-guard.server.ts";
import { removeHours } from "#app/pair-sessions/hosting.server.ts";
import { db } from "#db/client.server.ts";

/** Takes weekly hours of the viewer's own away. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireHost(request);
  const spanId = idParam(params.spanId);
  if (!(await removeHours(db, { personId: viewer.id, spanId }))) throw notFound();
  return redirectWithToast("/settings/pair-sessions", { key: "pair-sessions:hours.removed" });
}
