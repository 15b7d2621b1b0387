import type { ActionFunctionArgs } from "@remix-run/node";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { requireHost } from "#app/pair-sessions/host-guard.server.ts";
import { pauseHosting } from "#app/pair-sessions/hosting.server.ts";
import { db } from "#db/client.server.ts";

/** Ends new bookings with the viewer; without anything on offer it changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireHost(request);
  await pauseHosting(db, { personId: viewer.id, now: new Date() });
  return redirectWithToast("/settings/pair-sessions", { key: "pair-sessions:hosting.paused" });
}
