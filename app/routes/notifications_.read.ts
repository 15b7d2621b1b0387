import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { markRead } from "#app/notifications/inbox.server.ts";
import { db } from "#db/client.server.ts";

/** Marks all notifications of the viewer as read. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  await markRead(db, { personId: viewer.id, now: new Date() });
  return redirectWithToast("/notifications", { key: "notifications:allRead" });
}
