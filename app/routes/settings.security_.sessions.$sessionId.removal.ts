import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { endSession } from "#app/auth/sessions.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { db } from "#db/client.server.ts";

export const loader = () => redirect("/settings/security");

/** Logs one of the viewer's own devices out. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const sessionId = params.sessionId ?? "";
  const ended = await endSession(db, { personId: viewer.id, sessionId });
  const key = ended ? "auth:sessions.ended" : "auth:sessions.gone";
  return redirectWithToast("/settings/security", { key });
}
