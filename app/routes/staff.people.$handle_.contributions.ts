import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { contributionSchema } from "#app/certification/contributions/contribution-form.ts";
import { recordContribution } from "#app/certification/contributions/contributions.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { dayIn } from "#app/lib/time.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { findPersonForStaff } from "#app/people/staff-people.server.ts";
import { db } from "#db/client.server.ts";

/** Records what a member did outside the portal. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const person = await findPersonForStaff(db, { handle: params.handle ?? "" });
  if (!person) throw notFound();
  const now = new Date();
  const here = `/staff/people/${person.handle}`;
  const schema = contributionSchema(dayIn(viewer.timeZone, now));
  const fields = schema.safeParse(Object.fromEntries(await request.formData()));
  if (!fields.success) {
    return redirectWithToast(here, { key: "certification:contributions.invalid" });
  }
  const recorded = await recordContribution(db, {
    ...fields.data,
    personId: person.id,
    actorId: viewer.id,
    address: context.clientAddress,
    now,
  });
  const word = recorded.ok ? "added" : recorded.reason;
  return redirectWithToast(here, { key: `certification:contributions.${word}` });
}
