import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { startApplication } from "#app/certification/applications/applying.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Begins an application, or leads to the one under way. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const slug = params.slug ?? "";
  const started = await startApplication(db, { viewer, slug, now: new Date() });
  if (started.ok) return redirect(`/applications/${started.applicationId}`);
  refusal(started);
  return redirectWithToast(`/certifications/${slug}`, { key: "certification:apply.refused" });
}
