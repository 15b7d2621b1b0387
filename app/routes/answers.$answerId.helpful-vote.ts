import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { voteForAnswer } from "#app/questions/voting.server.ts";
import { db } from "#db/client.server.ts";

/** Says that an answer was helpful. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const answerId = idParam(params.answerId);
  const outcome = await voteForAnswer(db, { viewer, answerId, helpful: true, now: new Date() });
  const { questionId } = allowed(outcome);
  return redirect(`/questions/${questionId}#answer-${answerId}`);
}
