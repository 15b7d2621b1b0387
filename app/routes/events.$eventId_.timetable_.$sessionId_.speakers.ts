import type { ActionFunctionArgs } from "@remix-run/node";
import { requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { guestSpeakerSchema } from "#app/events/organising/ticket-form.ts";
import { addSpeaker } from "#app/events/organising/timetable.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Names a speaker: `personId` of somebody of the community, or `name` and `affiliation` of a guest. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const sessionId = idParam(params.sessionId);
  const page = `${here}/timetable/${sessionId}`;
  const fields = Object.fromEntries(await request.formData());
  const guest = guestSpeakerSchema(translator(viewer.locale, "organising")).safeParse(fields);
  const personId = Number(fields.personId);
  const speaker =
    Number.isSafeInteger(personId) && personId > 0
      ? { personId }
      : guest.success
        ? guest.data
        : undefined;
  if (!speaker) return redirectWithToast(page, { key: "organising:speakers.error.missing" });
  const added = await addSpeaker(db, { viewer, eventId, sessionId, speaker, now });
  const key = added.ok ? "added" : `error.${refusal(added).reason}`;
  return redirectWithToast(page, { key: `organising:speakers.${key}` });
}
