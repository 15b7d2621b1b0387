import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { forbidden, notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";

/**
 * The answer to somebody who acted on a question that meanwhile went elsewhere: helpers and staff
 * are told so and sent back; others were never meant to act on it.
 *
 * @throws 404 and 403
 */
export function answerRefusal(
  viewer: Viewer,
  reason: "not-found" | "not-allowed" | "already-taken" | "load-cap",
  back: string,
): Response {
  if (reason === "not-found") throw notFound();
  if (!viewer.isSupporter && !isStaff(viewer)) throw forbidden();
  return redirectWithToast(back, { key: `routing:refused.${reason}` });
}
