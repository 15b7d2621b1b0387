import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { startEnrolment } from "#app/auth/totp.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { db } from "#db/client.server.ts";

const PAGE = "/settings/security/totp";

export const loader = () => redirect(PAGE);

/** Makes a (new) secret that the page then shows as a QR code. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const started = await startEnrolment(db, { personId: viewer.id, now: new Date() });
  return started.ok ? redirect(PAGE) : redirectWithToast(PAGE, { key: "auth:totp.alreadyOn" });
}
