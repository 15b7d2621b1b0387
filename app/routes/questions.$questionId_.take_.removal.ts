import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { backFrom } from "#app/questions/routing/back-from.ts";
import { reasonSchema } from "#app/questions/routing/helping-form.ts";
import { answerRefusal } from "#app/questions/routing/refused.server.ts";
import { returnQuestion } from "#app/questions/routing/taking.server.ts";
import { db } from "#db/client.server.ts";

/** Gives back a question that the viewer took. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  const form = await request.formData();
  const back = backFrom(form.get("from"), questionId);
  const submission = parseWithZod(form, {
    schema: reasonSchema(translator(viewer.locale, "routing")),
  });
  if (submission.status !== "success") {
    return redirectWithToast(back, { key: "routing:reason.tooLong" });
  }
  const { reason } = submission.value;
  const done = await returnQuestion(db, { viewer, questionId, reason, now: new Date() });
  if (!done.ok) return answerRefusal(viewer, done.reason, back);
  return redirectWithToast(back, { key: "routing:return.done" });
}
