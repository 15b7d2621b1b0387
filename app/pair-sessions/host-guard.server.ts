import { requireViewer } from "#app/auth/guard.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { forbidden } from "#app/lib/responses.server.ts";
import { canOffer } from "./pair-sessions.ts";

/** Supporters and staff; anonymous visitors are led to the login page, others get 403. */
export async function requireHost(request: Request): Promise<Viewer> {
  const viewer = await requireViewer(request);
  if (!canOffer(viewer)) throw forbidden();
  return viewer;
}
