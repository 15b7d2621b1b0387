import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { revokeFeed } from "#app/events/calendar/feeds.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { db } from "#db/client.server.ts";

/** Ends the address of the viewer's own calendar. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  await revokeFeed(db, { personId: viewer.id });
  return redirectWithToast("/settings/calendar", { key: "event-calendar:address.revoked" });
}
