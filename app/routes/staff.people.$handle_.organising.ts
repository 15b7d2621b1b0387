import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { grantOrganising } from "#app/events/organising/organisers.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { findPersonForStaff } from "#app/people/staff-people.server.ts";
import { db } from "#db/client.server.ts";

/** Lets a supporter organise events. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const person = await findPersonForStaff(db, { handle: params.handle ?? "" });
  if (!person) throw notFound();
  const granted = await grantOrganising(db, {
    personId: person.id,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  const word = granted.ok ? "granted" : granted.reason;
  return redirectWithToast(`/staff/people/${person.handle}`, {
    key: `organising:permission.${word}`,
  });
}
