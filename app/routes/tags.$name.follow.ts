import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { allowed } from "#app/lib/verbs.server.ts";
import { followTag } from "#app/questions/following.server.ts";
import { db } from "#db/client.server.ts";

/** Hears of new questions in it from now on. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  allowed(
    await followTag(db, { viewer, name: params.name ?? "", following: true, now: new Date() }),
  );
  return redirect(`/questions?tag=${encodeURIComponent(params.name ?? "")}`);
}
