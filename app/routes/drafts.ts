import type { ActionFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { isDraftPlace, saveDraft } from "#app/questions/drafts.server.ts";
import { db } from "#db/client.server.ts";

const FIELD = /^field\.(\w{1,40})$/;

/** Keeps what is typed into a form; called by a script while typing. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await findViewer(request);
  if (!viewer) return Response.json({ saved: false }, { status: 401 });
  const form = await request.formData();
  const place = String(form.get("place"));
  if (!isDraftPlace(place)) return Response.json({ saved: false }, { status: 400 });
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    const field = FIELD.exec(name)?.[1];
    if (field && typeof value === "string") fields[field] = value;
  }
  const outcome = await saveDraft(db, { personId: viewer.id, place, fields, now: new Date() });
  return Response.json({ saved: outcome.ok }, { status: outcome.ok ? 200 : 413 });
}
