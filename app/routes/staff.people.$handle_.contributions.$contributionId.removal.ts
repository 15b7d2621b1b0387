import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { removeContribution } from "#app/certification/contributions/contributions.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { findPersonForStaff } from "#app/people/staff-people.server.ts";
import { db } from "#db/client.server.ts";

/** Takes a record of a contribution back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const person = await findPersonForStaff(db, { handle: params.handle ?? "" });
  if (!person) throw notFound();
  await removeContribution(db, {
    personId: person.id,
    contributionId: idParam(params.contributionId),
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  return redirectWithToast(`/staff/people/${person.handle}`, {
    key: "certification:contributions.removed",
  });
}
