import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { nameLead } from "#app/organisations/leads.server.ts";
import { db } from "#db/client.server.ts";

/** Names one of its people lead of an organisation. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const organisationId = idParam(params.organisationId);
  const form = await request.formData();
  const named = await nameLead(db, {
    organisationId,
    personId: idParam(form.get("personId")?.toString()),
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  const word = named.ok ? "leadNamed" : "notMember";
  return redirectWithToast(`/staff/organisations/${organisationId}`, {
    key: `staff:organisation.${word}`,
  });
}
