import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { deleteAnswer } from "#app/questions/deletion.server.ts";
import { db } from "#db/client.server.ts";

/** Takes an answer off its page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const answerId = idParam(params.answerId);
  const outcome = await deleteAnswer(db, { viewer, answerId, now: new Date() });
  const { questionId } = allowed(outcome);
  return redirectWithToast(`/questions/${questionId}`, {
    key: "questions:delete.answerDone",
    undo: { action: `/answers/${answerId}/deletion/removal` },
  });
}
