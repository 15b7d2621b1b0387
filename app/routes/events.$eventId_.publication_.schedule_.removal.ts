import type { ActionFunctionArgs } from "@remix-run/node";
import { requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { unschedulePublication } from "#app/events/organising/publishing.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Leaves a draft a draft: it is not published by time any more. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const done = await unschedulePublication(db, { viewer, eventId, now });
  if (!done.ok) refusal(done);
  const key = done.ok ? "publication.unscheduled" : "publication.error.not-draft";
  return redirectWithToast(`${here}/publication`, { key: `organising:${key}` });
}
