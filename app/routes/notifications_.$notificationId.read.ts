import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { localPath, notFound } from "#app/lib/responses.server.ts";
import { markRead } from "#app/notifications/notifications.server.ts";
import { db } from "#db/client.server.ts";

/**
 * Marks one notification as read. Answers with a redirect to the form's `redirectTo`, or, when
 * sent in the background by a click on the notification itself, with nothing to follow.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const id = Number(params.notificationId);
  if (!Number.isSafeInteger(id)) throw notFound();
  await markRead(db, { personId: viewer.id, id, now: new Date() });
  const to = (await request.formData()).get("redirectTo");
  return typeof to === "string" ? redirect(localPath(to, "/notifications")) : { ok: true };
}
