import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { deleteComment } from "#app/questions/deletion.server.ts";
import { db } from "#db/client.server.ts";

/** Takes a comment off its page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const commentId = idParam(params.commentId);
  const { questionId } = allowed(await deleteComment(db, { viewer, commentId, now: new Date() }));
  return redirectWithToast(`/questions/${questionId}`, {
    key: "questions:delete.commentDone",
    undo: { action: `/comments/${commentId}/deletion/removal` },
  });
}
