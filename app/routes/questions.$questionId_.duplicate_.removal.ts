import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { unmarkDuplicate } from "#app/questions/resolution.server.ts";
import { db } from "#db/client.server.ts";

/** Lets a question stand on its own again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  allowed(await unmarkDuplicate(db, { viewer, questionId, now: new Date() }));
  return redirectWithToast(`/questions/${questionId}`, { key: "questions:duplicate.removed" });
}
