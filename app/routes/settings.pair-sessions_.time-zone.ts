import type { ActionFunctionArgs } from "@remix-run/node";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { requireHost } from "#app/pair-sessions/host-guard.server.ts";
import { adoptOwnZone } from "#app/pair-sessions/hosting.server.ts";
import { db } from "#db/client.server.ts";

/** Lets the viewer's weekly hours hold in the time zone of their profile. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireHost(request);
  await adoptOwnZone(db, { personId: viewer.id });
  return redirectWithToast("/settings/pair-sessions", { key: "pair-sessions:hours.zoneAdopted" });
}
