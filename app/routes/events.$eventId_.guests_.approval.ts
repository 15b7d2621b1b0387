import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { approveGuests } from "#app/events/guests/deciding-many.server.ts";
import { outcomeAddress, targetsOf } from "#app/events/guests/decision-target.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Approves one application, or several in the order of applying; the list then says who got what. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const form = await request.formData();
  const ids = targetsOf(form);
  const { done, left } = allowed(
    await approveGuests(db, { viewer, eventId, ids, now: new Date() }),
  );
  const deed = ids.length === 0 ? "nobody" : "approved";
  const here = `/events/${eventId}/guests`;
  return redirect(outcomeAddress(here, form.get("back"), { deed, done, left }));
}
