import type { LoaderFunctionArgs } from "@remix-run/node";
import { eventFeed } from "#app/events/listing/event-feed.server.ts";
import { listPublicEvents } from "#app/events/listing/public-events.server.ts";
import { requestedLocale, translator } from "#app/i18n/i18n.server.ts";
import { currentConfig } from "#app/lib/current-config.server.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { db } from "#db/client.server.ts";

/** Public events for feed readers: the same for everyone, whoever the viewer is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const now = new Date();
  const [settings, entries] = await Promise.all([
    findPortalSettings(db, now),
    listPublicEvents(db, { limit: 30 }),
  ]);
  const locale = requestedLocale(request);
  const t = translator(locale, "events");
  const title = `${settings.name} – ${t("feed.title")}`;
  const { origin } = currentConfig().publicUrl;
  return new Response(eventFeed(entries, { origin, title, locale, t, now }), {
    headers: {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Cache-Control": "public, max-age=300",
      Vary: "Accept-Language",
    },
  });
}
