import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { allowed } from "#app/lib/verbs.server.ts";
import { followArea } from "#app/questions/following.server.ts";
import { db } from "#db/client.server.ts";

/** Stops hearing of them. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  allowed(
    await followArea(db, { viewer, slug: params.slug ?? "", following: false, now: new Date() }),
  );
  return redirect(`/questions?area=${encodeURIComponent(params.slug ?? "")}`);
}
