import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { withdrawInvitation } from "#app/auth/invitations.server.ts";
import { localPath, notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Withdraws an open invitation. Those of others do not exist for the viewer. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const invitationId = idParam(params.invitationId);
  const form = await request.formData();
  const withdrawn = await withdrawInvitation(db, {
    invitationId,
    withdrawnBy: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!withdrawn.ok && withdrawn.reason !== "not-open") throw notFound();
  const word = withdrawn.ok ? "withdrawn" : "notOpen";
  return redirectWithToast(localPath(form.get("redirectTo")?.toString()), {
    key: `organisations:invitations.${word}`,
  });
}
