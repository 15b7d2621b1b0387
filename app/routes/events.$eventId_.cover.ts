import type { ActionFunctionArgs } from "@remix-run/node";
import { changeCover } from "#app/events/organising/covers.server.ts";
import { requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { fileStore } from "#app/files/file-store.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes the cover of an event from the field `file`. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, here, now } = await requireOrganiser(request, db, params.eventId);
  const file = await request.formData().then(
    (form) => form.get("file"),
    () => null,
  );
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const store = await fileStore();
  const changed = await changeCover(db, { viewer, eventId, bytes, store, now });
  if (!changed.ok) refusal(changed);
  const key = `organising:cover.${changed.ok ? "saved" : "refused"}` as const;
  return redirectWithToast(`${here}/edit`, { key });
}
