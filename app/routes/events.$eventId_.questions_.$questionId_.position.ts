import type { ActionFunctionArgs } from "@remix-run/node";
import { raiseQuestion } from "#app/events/organising/applicant-questions.server.ts";
import { requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Asks a question one place earlier. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const questionId = idParam(params.questionId);
  allowed(await raiseQuestion(db, { viewer, eventId, questionId, now }));
  return redirectWithToast(`${here}/questions`, { key: "organising:question.raised" });
}
