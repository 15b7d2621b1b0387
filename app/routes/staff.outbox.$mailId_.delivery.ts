import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin } from "#app/auth/guard.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { retryMail } from "#app/mail/sweep.server.ts";
import { db } from "#db/client.server.ts";

/** Starts over with sending a mail that had failed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireAdmin(request);
  const mailId = Number(params.mailId);
  if (!Number.isSafeInteger(mailId)) throw notFound();
  const result = await retryMail(db, {
    mailId,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  return redirectWithToast(`/staff/outbox/${mailId}`, {
    key: result.ok ? "mail:outbox.retried" : "mail:outbox.notFailed",
  });
}
