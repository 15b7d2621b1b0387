import type { ActionFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { prepareBody } from "#app/questions/post-body.server.ts";
import { bodyErrors } from "#app/questions/refusals.ts";
import { db } from "#db/client.server.ts";

/** How a text will look once posted. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await findViewer(request);
  if (!viewer) return Response.json({ html: "" }, { status: 401 });
  const prepared = await prepareBody(db, String((await request.formData()).get("text") ?? ""));
  if (prepared.ok) return Response.json({ html: prepared.body.columns.bodyHtml });
  const [message] = bodyErrors(translator(viewer.locale, "questions"), prepared.reason).body;
  return Response.json({ html: `<p>${message}</p>` });
}
