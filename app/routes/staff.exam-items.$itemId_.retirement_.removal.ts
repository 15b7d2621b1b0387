import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { setItemRetired } from "#app/certification/exams/item-commands.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes an item back into the question bank. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const itemId = idParam(params.itemId);
  const done = await setItemRetired(db, {
    itemId,
    retired: false,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  const here = `/staff/exam-items/${itemId}`;
  if (done.ok) {
    return redirectWithToast(here, { key: "exams:item.restore.done", params: { code: done.code } });
  }
  if (done.reason === "not-found") throw notFound();
  return redirectWithToast(here, { key: "exams:item.superseded.refused" });
}
