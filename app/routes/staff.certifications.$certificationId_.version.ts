import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { startVersion } from "#app/certification/definitions/defining.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Begins the next version, or goes on with the one being written. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const certificationId = idParam(params.certificationId);
  const started = await startVersion(db, {
    certificationId,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!started.ok) throw notFound();
  return redirect(`/staff/certifications/${certificationId}/edit`);
}
