import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { changeBadgePicture } from "#app/certification/definitions/badge-picture.server.ts";
import { fileStore } from "#app/files/file-store.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes the picture of a version's badge from the field `file`. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const certificationId = idParam(params.certificationId);
  const file = await request.formData().then(
    (form) => form.get("file"),
    () => null,
  );
  const changed =
    file instanceof File
      ? await changeBadgePicture(db, {
          certificationId,
          bytes: new Uint8Array(await file.arrayBuffer()),
          store: await fileStore(),
          actorId: viewer.id,
          now: new Date(),
        })
      : undefined;
  return redirectWithToast(`/staff/certifications/${certificationId}`, {
    key: `certification:staff.badge.${changed?.ok ? "saved" : "refused"}`,
  });
}
