import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { setExamRetired } from "#app/certification/exams/exam-commands.server.ts";
import { examName } from "#app/certification/exams/exams.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes an exam back into use. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const done = await setExamRetired(db, {
    examId: idParam(params.examId),
    retired: false,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!done.ok) throw notFound();
  return redirectWithToast(`/staff/exams/${done.exam.id}`, {
    key: "exams:exams.restore.done",
    params: { name: examName(done.exam, viewer.locale) },
  });
}
