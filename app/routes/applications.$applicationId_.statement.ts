import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { statementSchema } from "#app/certification/applications/application-form.ts";
import { saveStatement } from "#app/certification/applications/applying.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Keeps what the applicant has written so far. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const applicationId = idParam(params.applicationId);
  const here = `/applications/${applicationId}`;
  const t = translator(viewer.locale, "certification");
  const form = await request.formData();
  const parsed = statementSchema(t).safeParse({ statement: form.get("statement") ?? undefined });
  if (!parsed.success) {
    return redirectWithToast(here, { key: "certification:application.tooLong" });
  }
  const { statement } = parsed.data;
  allowed(await saveStatement(db, { viewer, applicationId, statement, now: new Date() }));
  return redirectWithToast(here, { key: "certification:application.saved" });
}
