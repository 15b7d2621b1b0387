import type { ActionFunctionArgs } from "@remix-run/node";
import { setRetired } from "#app/areas/area-commands.server.ts";
import { requireStaff } from "#app/auth/guard.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes a retired product area into use again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const changed = await setRetired(db, {
    areaId: idParam(params.areaId),
    retired: false,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!changed.ok) throw notFound();
  return redirectWithToast("/staff/areas", { key: "staff:area.reopen.done" });
}
