import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { publishVersion } from "#app/certification/definitions/defining.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Publishes the version being written; what bars it is shown on the page it goes back to. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const certificationId = idParam(params.certificationId);
  const form = await request.formData();
  const published = await publishVersion(db, {
    certificationId,
    revision: Number(form.get("revision")) || 0,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  const here = `/staff/certifications/${certificationId}`;
  if (published.ok) return redirectWithToast(here, { key: "certification:staff.published" });
  const key = published.reason === "bars" ? "staff.bars" : "review.error.stale";
  return redirectWithToast(here, { key: `certification:${key}` });
}
