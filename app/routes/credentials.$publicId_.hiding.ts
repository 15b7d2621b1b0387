import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { hideCredential } from "#app/certification/badges/hiding.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Hides the public page of one's credential. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const publicId = params.publicId ?? "";
  allowed(await hideCredential(db, { viewer, publicId, hidden: true, now: new Date() }));
  return redirectWithToast(`/credentials/${publicId}`, { key: "credentials:hideDone" });
}
