import type { ActionFunctionArgs } from "@remix-run/node";
import { setRetired } from "#app/areas/area-commands.server.ts";
import { requireStaff } from "#app/auth/guard.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Retires a product area. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const changed = await setRetired(db, {
    areaId: idParam(params.areaId),
    retired: true,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!changed.ok) throw notFound();
  return redirectWithToast("/staff/areas", { key: "staff:area.retire.done" });
}
