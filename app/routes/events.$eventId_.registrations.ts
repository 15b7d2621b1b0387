import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { registerForEvent } from "#app/events/admission/registering.server.ts";
import { applyToast } from "#app/events/listing/apply-outcome.ts";
import { findEventTitle } from "#app/events/listing/registration-reading.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Applies for oneself in one step; where there is something to answer, the form comes first. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const here = `/events/${eventId}`;
  const ticketTypeId = idParam(String((await request.formData()).get("ticket") ?? ""));
  const act = { viewer, eventId, ticketTypeId, answers: new Map<number, string>() };
  const applied = await registerForEvent(db, { ...act, now: new Date() });
  if (applied.ok) {
    const title = await findEventTitle(db, { viewer, eventId });
    return redirectWithToast(here, applyToast(title ?? "", applied.registrations));
  }
  const { reason } = refusal(applied);
  if (reason === "answers-missing")
    return redirect(`${here}/registrations/new?ticket=${ticketTypeId}`);
  return redirectWithToast(here, { key: `registrations:refused.${reason}` });
}
