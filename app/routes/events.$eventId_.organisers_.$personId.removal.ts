import type { ActionFunctionArgs } from "@remix-run/node";
import { isStaff } from "#app/auth/viewer.ts";
import { requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { removeOrganiser } from "#app/events/organising/organisers.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes an organiser off an event; whoever leaves it goes to the list of those they still run. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const personId = idParam(params.personId);
  allowed(await removeOrganiser(db, { viewer, eventId, personId, now }));
  const left = personId === viewer.id && !isStaff(viewer);
  return redirectWithToast(left ? "/events/organising" : `${here}/organisers`, {
    key: "organising:organisers.removed",
  });
}
