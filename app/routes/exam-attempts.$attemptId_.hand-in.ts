import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { handIn } from "#app/certification/exams/answering.server.ts";
import { attemptPath } from "#app/certification/exams/attempt-paths.ts";
import { renewByExam } from "#app/certification/exams/renewal.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

const TOASTS = {
  "already-ended": "exams:handIn.already",
  "time-up": "exams:handIn.timeUp",
} as const;

/** Hands an attempt in; whoever comes a second time, or too late, is led to the result. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const attemptId = idParam(params.attemptId);
  const now = new Date();
  const personId = viewer.id;
  const outcome = await handIn(db, { personId, attemptId, now });
  if (outcome.ok) {
    if (outcome.passed) await renewByExam(db, { personId, examId: outcome.examId, now });
    return redirectWithToast(attemptPath(attemptId), { key: "exams:handIn.done" });
  }
  if (outcome.reason === "not-found") throw notFound();
  return redirectWithToast(attemptPath(attemptId), { key: TOASTS[outcome.reason] });
}
