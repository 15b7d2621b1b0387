import type { ActionFunctionArgs } from "@remix-run/node";
import { satisfactionSchema } from "#app/events/afterwards/survey-form.ts";
import { answerSatisfaction } from "#app/events/afterwards/surveys.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { db } from "#db/client.server.ts";

/** Records the one click of a mail: posted by the page's script, or by its button without one. */
export async function action({ request, params }: ActionFunctionArgs) {
  const secret = params.token ?? "";
  const form = Object.fromEntries(await request.formData());
  const chosen = satisfactionSchema.safeParse(form);
  if (!chosen.success) return Response.json({ ok: false }, { status: 400 });
  const { satisfaction } = chosen.data;
  const answered = await answerSatisfaction(db, { secret, satisfaction, now: new Date() });
  if (!answered.ok && answered.reason !== "closed") throw notFound();
  if (form.by === "script") return { ok: answered.ok };
  return redirectWithToast(`/surveys/${encodeURIComponent(secret)}`, {
    key: answered.ok ? "afterwards:survey.clicked" : "afterwards:survey.closed",
  });
}
