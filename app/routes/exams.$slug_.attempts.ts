import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { attemptPath, questionPath } from "#app/certification/exams/attempt-paths.ts";
import { findExamBySlug } from "#app/certification/exams/exam-reading.server.ts";
import { startAttempt } from "#app/certification/exams/starting.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { db } from "#db/client.server.ts";

/** Begins an attempt, or leads to the one that is under way. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const exam = await findExamBySlug(db, { slug: params.slug ?? "" });
  if (!exam) throw notFound();
  const outcome = await startAttempt(db, {
    personId: viewer.id,
    examId: exam.id,
    now: new Date(),
  });
  if (!outcome.ok) {
    if (outcome.reason === "not-found") throw notFound();
    return redirectWithToast(`/exams/${exam.slug}`, {
      key: `exams:exam.refused.${outcome.reason}`,
    });
  }
  const { attemptId, resumed } = outcome;
  return resumed
    ? redirectWithToast(attemptPath(attemptId), { key: "exams:exam.resumed" })
    : redirectWithToast(questionPath(attemptId, 1), { key: "exams:exam.started" });
}
