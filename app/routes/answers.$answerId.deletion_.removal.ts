import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { restoreAnswer } from "#app/questions/deletion.server.ts";
import { db } from "#db/client.server.ts";

/** Brings a deleted answer back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const answerId = idParam(params.answerId);
  const outcome = await restoreAnswer(db, { viewer, answerId, now: new Date() });
  const { questionId } = allowed(outcome);
  return redirectWithToast(`/questions/${questionId}#answer-${answerId}`, {
    key: "questions:delete.restored",
  });
}
