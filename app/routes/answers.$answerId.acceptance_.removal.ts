import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { unacceptAnswer } from "#app/questions/acceptance.server.ts";
import { db } from "#db/client.server.ts";

/** Takes the mark of the accepted answer off. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const answerId = idParam(params.answerId);
  const outcome = await unacceptAnswer(db, { viewer, answerId, now: new Date() });
  const { questionId } = allowed(outcome);
  return redirectWithToast(`/questions/${questionId}#answer-${answerId}`, {
    key: "questions:page.unacceptedDone",
    undo: { action: `/answers/${answerId}/acceptance` },
  });
}
