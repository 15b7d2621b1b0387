import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { unnameLead } from "#app/organisations/leads.server.ts";
import { db } from "#db/client.server.ts";

/** Takes the role of lead back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const organisationId = idParam(params.organisationId);
  const form = await request.formData();
  await unnameLead(db, {
    organisationId,
    personId: idParam(form.get("personId")?.toString()),
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  return redirectWithToast(`/staff/organisations/${organisationId}`, {
    key: "staff:organisation.leadRemoved",
  });
}
