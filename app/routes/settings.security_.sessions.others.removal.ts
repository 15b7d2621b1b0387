import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { endOtherSessions } from "#app/auth/sessions.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { db } from "#db/client.server.ts";

export const loader = () => redirect("/settings/security");

/** Logs the viewer out everywhere but here. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const count = await endOtherSessions(db, {
    personId: viewer.id,
    keepSessionId: viewer.sessionId,
  });
  return redirectWithToast("/settings/security", {
    key: "auth:sessions.endedOthers",
    params: { count },
  });
}
