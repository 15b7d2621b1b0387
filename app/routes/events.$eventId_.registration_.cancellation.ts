import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { cancelRegistration } from "#app/events/admission/cancelling.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Gives up one's own registration, or that of a colleague (`person`) for whom one applied. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const person = (await request.formData()).get("person");
  const personId = person === null ? undefined : idParam(String(person));
  const cancelled = await cancelRegistration(db, { viewer, eventId, personId, now: new Date() });
  const here = `/events/${eventId}`;
  const back = personId === undefined ? here : `${here}/registration`;
  if (cancelled.ok) return redirectWithToast(back, { key: "registrations:done.cancelled" });
  const { reason } = refusal(cancelled);
  return redirectWithToast(back, { key: `registrations:refused.${reason}` });
}
