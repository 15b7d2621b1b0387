import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { fileStore } from "#app/files/file-store.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { removeAvatar } from "#app/people/avatars.server.ts";
import { db } from "#db/client.server.ts";

/** Takes one's own picture away. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  await removeAvatar(db, { store: await fileStore(), personId: viewer.id, now: new Date() });
  return redirectWithToast("/settings/profile", { key: "settings:avatar.removed" });
}
