import type { ActionFunctionArgs } from "@remix-run/node";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { requireHost } from "#app/pair-sessions/host-guard.server.ts";
import { resumeHosting } from "#app/pair-sessions/hosting.server.ts";
import { db } from "#db/client.server.ts";

/** Lets the viewer be booked again, if they may offer sessions. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireHost(request);
  await resumeHosting(db, { personId: viewer.id });
  return redirectWithToast("/settings/pair-sessions", { key: "pair-sessions:hosting.resumed" });
}
