import type { ActionFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { readAnswer } from "#app/certification/exams/answer-form.ts";
import { saveAnswer } from "#app/certification/exams/answering.server.ts";
import { findOwnAttempt, findQuestion } from "#app/certification/exams/attempt-page.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/**
 * Saves an answer for the script of a question's page: `{ revision }`; 409 with `{ answer, revision }`
 * when another tab was first, 410 when the attempt has ended.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await findViewer(request);
  if (!viewer) return Response.json({}, { status: 401 });
  const now = new Date();
  const personId = viewer.id;
  const attemptId = idParam(params.attemptId);
  const position = idParam(params.position);
  const attempt = await findOwnAttempt(db, { personId, attemptId, now });
  if (!attempt) return Response.json({}, { status: 404 });
  if (attempt.endedAt) return Response.json({}, { status: 410 });
  const question = await findQuestion(db, { attemptId, position });
  if (!question) return Response.json({}, { status: 404 });
  const { kind, options } = question;
  const shape = { kind, optionIds: options.map(({ id }) => id) };
  const read = readAnswer(shape, await request.formData());
  if (!read.ok) return Response.json({ reason: read.reason }, { status: 400 });
  const saved = await saveAnswer(db, { personId, attemptId, position, now, ...read.sent });
  if (saved.ok) return Response.json({ revision: saved.revision });
  if (saved.reason === "changed-meanwhile") return Response.json(saved.current, { status: 409 });
  if (saved.reason === "ended") return Response.json({}, { status: 410 });
  return Response.json({ reason: saved.reason }, { status: 400 });
}
