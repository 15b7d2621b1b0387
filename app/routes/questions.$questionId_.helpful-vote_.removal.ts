import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { voteForQuestion } from "#app/questions/voting.server.ts";
import { db } from "#db/client.server.ts";

/** Takes that back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  allowed(await voteForQuestion(db, { viewer, questionId, helpful: false, now: new Date() }));
  return redirect(`/questions/${questionId}`);
}
