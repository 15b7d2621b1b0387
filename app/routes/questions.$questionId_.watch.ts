import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { watchQuestion } from "#app/questions/following.server.ts";
import { db } from "#db/client.server.ts";

/** Watches a question. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  allowed(await watchQuestion(db, { viewer, questionId, watching: true, now: new Date() }));
  return redirectWithToast(`/questions/${questionId}`, { key: "questions:page.watchDone" });
}
