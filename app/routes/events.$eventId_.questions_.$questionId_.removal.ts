import type { ActionFunctionArgs } from "@remix-run/node";
import { removeQuestion } from "#app/events/organising/applicant-questions.server.ts";
import { requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Removes a question, and what was answered to it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const questionId = idParam(params.questionId);
  allowed(await removeQuestion(db, { viewer, eventId, questionId, now }));
  return redirectWithToast(`${here}/questions`, { key: "organising:question.removed" });
}
