import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { changeRole } from "#app/people/roles.server.ts";
import { findPersonForStaff } from "#app/people/staff-people.server.ts";
import { db } from "#db/client.server.ts";

/** Makes a person staff or admin. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireAdmin(request);
  const person = await findPersonForStaff(db, { handle: params.handle ?? "" });
  const form = await request.formData();
  const role = (["staff", "admin"] as const).find((known) => known === form.get("role"));
  if (!person || !role) throw notFound();
  const changed = await changeRole(db, {
    role,
    personId: person.id,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  const here = `/staff/people/${person.handle}`;
  if (changed.ok) {
    const params = { name: person.name };
    return redirectWithToast(here, { key: "staff:person.role.changed", params });
  }
  if (changed.reason === "unknown") throw notFound();
  if (changed.reason === "not-allowed") throw forbidden();
  return redirectWithToast(here, { key: "staff:person.refused.last-admin" });
}
