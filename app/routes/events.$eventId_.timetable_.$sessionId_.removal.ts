import type { ActionFunctionArgs } from "@remix-run/node";
import { requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { removeSession } from "#app/events/organising/timetable.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes an item off the timetable. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const sessionId = idParam(params.sessionId);
  const removed = await removeSession(db, { viewer, eventId, sessionId, now });
  const key = removed.ok ? "removed" : `error.${refusal(removed).reason}`;
  return redirectWithToast(`${here}/timetable`, { key: `organising:session.${key}` });
}
