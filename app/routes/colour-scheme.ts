import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { localPath, notFound } from "#app/lib/responses.server.ts";
import { rememberChoices } from "#app/people/choices.server.ts";
import { db } from "#db/client.server.ts";
import { COLOUR_SCHEMES } from "#db/vocabulary.ts";

/** Remembers light, dark or the device's own: in the account of a member, in a cookie for all. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await findViewer(request);
  const form = await request.formData();
  const colourScheme = COLOUR_SCHEMES.find((known) => known === form.get("scheme"));
  if (!colourScheme) throw notFound();
  if (viewer) await rememberChoices(db, { personId: viewer.id, colourScheme, now: new Date() });
  return redirect(localPath(form.get("redirectTo")?.toString()), {
    headers: {
      "Set-Cookie": `colour-scheme=${colourScheme}; Path=/; Max-Age=31536000; SameSite=Lax`,
    },
  });
}
