import type { ActionFunctionArgs } from "@remix-run/node";
import { requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { removeSpeaker } from "#app/events/organising/timetable.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes a speaker off a session. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const sessionId = idParam(params.sessionId);
  const speakerId = idParam(params.speakerId);
  const removed = await removeSpeaker(db, { viewer, eventId, sessionId, speakerId, now });
  const key = removed.ok ? "removed" : `error.${refusal(removed).reason}`;
  return redirectWithToast(`${here}/timetable/${sessionId}`, {
    key: `organising:speakers.${key}`,
  });
}
