import type { ActionFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { saveDraft } from "#app/questions/drafts.server.ts";
import { db } from "#db/client.server.ts";

const PLACE = /^(question|answer:\d{1,15}|question-edit:\d{1,15}|answer-edit:\d{1,15})$/;

/** Keeps what is typed into a form; called by a script while typing. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await findViewer(request);
  if (!viewer) return Response.json({ saved: false }, { status: 401 });
  const form = await request.formData();
  const place = String(form.get("place"));
  if (!PLACE.test(place)) return Response.json({ saved: false }, { status: 400 });
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (name.startsWith("field.") && typeof value === "string") fields[name.slice(6)] = value;
  }
  const outcome = await saveDraft(db, { personId: viewer.id, place, fields, now: new Date() });
  return Response.json({ saved: outcome.ok }, { status: outcome.ok ? 200 : 413 });
}
