import type { LoaderFunctionArgs } from "@remix-run/node";
import { translatorFor } from "#app/i18n/i18n.server.ts";
import { currentConfig } from "#app/lib/current-config.server.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { questionFeed } from "#app/questions/question-feed.server.ts";
import { listPublicQuestions } from "#app/questions/question-list.server.ts";
import { db } from "#db/client.server.ts";

/** Newest public questions for feed readers: the same for everyone, whoever the viewer is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const now = new Date();
  const [settings, entries] = await Promise.all([
    findPortalSettings(db, now),
    listPublicQuestions(db, { limit: 30 }),
  ]);
  const t = translatorFor(request, undefined, "questions");
  const title = `${settings.name} – ${t("list.title")}`;
  return new Response(
    questionFeed(entries, { origin: currentConfig().publicUrl.origin, title, now }),
    {
      headers: {
        "Content-Type": "application/atom+xml; charset=utf-8",
        "Cache-Control": "public, max-age=300",
        Vary: "Accept-Language",
      },
    },
  );
}
