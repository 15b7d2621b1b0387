import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { localPath, notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { markRead } from "#app/notifications/inbox.server.ts";
import { threadKeyIn } from "#app/notifications/topics.ts";
import { db } from "#db/client.server.ts";

/**
 * Marks all that the viewer was told in one thread as read. Answers with a redirect to the form's
 * `redirectTo`, or, when sent in the background by the page that the thread is about, with nothing.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const threadKey = threadKeyIn(params.threadKey);
  if (!threadKey) throw notFound();
  await markRead(db, { personId: viewer.id, threadKey, now: new Date() });
  const to = (await request.formData()).get("redirectTo");
  if (typeof to !== "string") return new Response(null, { status: 204 });
  return redirectWithToast(localPath(to, "/notifications"), { key: "notifications:threadRead" });
}
