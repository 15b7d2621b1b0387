import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { withdrawInvitation } from "#app/events/guests/inviting.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes an invitation to an event back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const invitationId = idParam(params.invitationId);
  const act = { viewer, eventId, invitationId, now: new Date() };
  const { name } = allowed(await withdrawInvitation(db, act));
  return redirectWithToast(`/events/${eventId}/invitations`, {
    key: "organising:invitations.withdrawn",
    params: { name },
  });
}
