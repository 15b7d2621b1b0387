import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { fileStore } from "#app/files/file-store.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { changeAvatar } from "#app/people/avatars.server.ts";
import { db } from "#db/client.server.ts";

/** Sets one's own picture from the field `file`. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const answer = (word: string) =>
    redirectWithToast("/settings/profile", { key: `settings:avatar.${word}` });
  const file = await request.formData().then(
    (form) => form.get("file"),
    () => null,
  );
  if (!(file instanceof File) || file.size === 0) return answer("missing");
  const changed = await changeAvatar(db, {
    store: await fileStore(),
    personId: viewer.id,
    bytes: new Uint8Array(await file.arrayBuffer()),
    now: new Date(),
  });
  return answer(changed.ok ? "changed" : changed.reason);
}
