import type { ActionFunctionArgs } from "@remix-run/node";
import { momentOfLocal } from "#app/events/organising/local-time.ts";
import { requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { schedulePublication } from "#app/events/organising/publishing.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Lets a draft be published at a time, `at`, as clocks at the event show it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, event, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const page = `${here}/publication`;
  const at = momentOfLocal(String((await request.formData()).get("at") ?? ""), event.timeZone);
  if (typeof at === "string") {
    return redirectWithToast(page, { key: "organising:publication.error.time" });
  }
  const scheduled = await schedulePublication(db, { viewer, eventId, at, now });
  if (scheduled.ok) return redirectWithToast(page, { key: "organising:publication.scheduled" });
  const { reason } = refusal(scheduled);
  return redirectWithToast(page, { key: `organising:publication.error.${reason}` });
}
