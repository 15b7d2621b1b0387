import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { localeCookie } from "#app/i18n/i18n.server.ts";
import { currentConfig } from "#app/lib/current-config.server.ts";
import { localPath, notFound } from "#app/lib/responses.server.ts";
import { rememberChoices } from "#app/people/choices.server.ts";
import { db } from "#db/client.server.ts";
import { LOCALES } from "#db/vocabulary.ts";

/** Remembers the language: in the account of a member, in a cookie for everyone. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await findViewer(request);
  const form = await request.formData();
  const locale = LOCALES.find((known) => known === form.get("locale"));
  if (!locale) throw notFound();
  if (viewer) await rememberChoices(db, { personId: viewer.id, locale, now: new Date() });
  return redirect(localPath(form.get("redirectTo")?.toString()), {
    headers: {
      "Set-Cookie": localeCookie(locale, currentConfig().publicUrl.protocol === "https:"),
    },
  });
}
