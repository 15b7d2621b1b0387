import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { localPath } from "#app/lib/responses.server.ts";
import { discardDraft, isDraftPlace } from "#app/questions/drafts.server.ts";
import { db } from "#db/client.server.ts";

/** Lets go of a draft. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const form = await request.formData();
  const place = String(form.get("place"));
  if (isDraftPlace(place)) await discardDraft(db, { personId: viewer.id, place });
  return redirect(localPath(form.get("redirectTo")?.toString()));
}
