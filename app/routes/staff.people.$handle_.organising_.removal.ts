import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { withdrawOrganising } from "#app/events/organising/organisers.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { findPersonForStaff } from "#app/people/staff-people.server.ts";
import { db } from "#db/client.server.ts";

/** Takes the leave to organise events back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const person = await findPersonForStaff(db, { handle: params.handle ?? "" });
  if (!person) throw notFound();
  await withdrawOrganising(db, {
    personId: person.id,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  return redirectWithToast(`/staff/people/${person.handle}`, {
    key: "organising:permission.withdrawn",
  });
}
