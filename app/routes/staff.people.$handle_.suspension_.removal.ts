import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { findPersonForStaff } from "#app/people/staff-people.server.ts";
import { liftSuspension } from "#app/people/suspensions.server.ts";
import { db } from "#db/client.server.ts";

/** Lets a suspended person in again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const person = await findPersonForStaff(db, { handle: params.handle ?? "" });
  if (!person) throw notFound();
  const lifted = await liftSuspension(db, {
    personId: person.id,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!lifted.ok && lifted.reason === "not-allowed") throw forbidden();
  if (!lifted.ok && lifted.reason === "unknown") throw notFound();
  return redirectWithToast(`/staff/people/${person.handle}`, {
    key: `staff:person.lift.${lifted.ok ? "done" : "notSuspended"}`,
    params: { name: person.name },
  });
}
