import type { ActionFunctionArgs } from "@remix-run/node";
import { requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { discardEvent } from "#app/events/organising/publishing.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Throws a draft away. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const address = context.clientAddress;
  const done = await discardEvent(db, { viewer, eventId, address, now });
  if (done.ok) return redirectWithToast("/events/organising", { key: "organising:discard.done" });
  const { reason } = refusal(done);
  return redirectWithToast(`${here}/publication`, {
    key: `organising:publication.error.${reason}`,
  });
}
