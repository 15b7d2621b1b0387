import type { ActionFunctionArgs } from "@remix-run/node";
import { removeCover } from "#app/events/organising/covers.server.ts";
import { requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes the cover off an event. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, here, now } = await requireOrganiser(request, db, params.eventId);
  allowed(await removeCover(db, { viewer, eventId, now }));
  return redirectWithToast(`${here}/edit`, { key: "organising:cover.removed" });
}
