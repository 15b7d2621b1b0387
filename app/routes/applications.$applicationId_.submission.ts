import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { statementSchema } from "#app/certification/applications/application-form.ts";
import {
  saveStatement,
  submitApplication,
} from "#app/certification/applications/applying.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Hands the application in, with what its applicant has just written. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const applicationId = idParam(params.applicationId);
  const here = `/applications/${applicationId}`;
  const act = { viewer, applicationId, now: new Date() };
  const t = translator(viewer.locale, "certification");
  const form = await request.formData();
  const parsed = statementSchema(t).safeParse({ statement: form.get("statement") ?? undefined });
  if (!parsed.success) {
    return redirectWithToast(here, { key: "certification:application.tooLong" });
  }
  if (form.has("statement")) allowed(await saveStatement(db, { ...act, ...parsed.data }));
  const submitted = await submitApplication(db, act);
  if (submitted.ok) {
    return redirectWithToast(here, { key: "certification:application.submitted" });
  }
  refusal(submitted);
  return redirectWithToast(here, { key: "certification:application.notYet" });
}
