import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { deleteQuestion } from "#app/questions/deletion.server.ts";
import { db } from "#db/client.server.ts";

/** Takes a question off every page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  allowed(await deleteQuestion(db, { viewer, questionId, now: new Date() }));
  return redirectWithToast("/questions", {
    key: "questions:delete.questionDone",
    undo: { action: `/questions/${questionId}/deletion/removal` },
  });
}
