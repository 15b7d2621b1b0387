import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { backFrom } from "#app/questions/routing/back-from.ts";
import { answerRefusal } from "#app/questions/routing/refused.server.ts";
import { takeQuestion } from "#app/questions/routing/taking.server.ts";
import { db } from "#db/client.server.ts";

/** Makes the viewer the one who answers a question. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  const form = await request.formData();
  const taken = await takeQuestion(db, { viewer, questionId, now: new Date() });
  if (taken.ok) {
    return redirectWithToast(`/questions/${questionId}`, { key: "routing:take.done" });
  }
  return answerRefusal(viewer, taken.reason, backFrom(form.get("from"), questionId));
}
