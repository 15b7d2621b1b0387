import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarFeed } from "#app/calendar/ical.ts";
import { calendarResponse } from "#app/events/calendar/calendar-response.server.ts";
import { listPublicEntries } from "#app/events/calendar/event-entries.server.ts";
import { requestedLocale, translator } from "#app/i18n/i18n.server.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { db } from "#db/client.server.ts";

/** All public events for calendar programs: the same for everyone, whoever the viewer is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const now = new Date();
  const locale = requestedLocale(request);
  const [{ name: portal }, entries] = await Promise.all([
    findPortalSettings(db, now),
    listPublicEntries(db, { locale, now }),
  ]);
  const name = translator(locale, "event-calendar")("feed.public", { portal });
  return calendarResponse(request, {
    file: calendarFeed(entries, { name, product: portal, stamp: now }),
    fileName: "events.ics",
    seconds: 300,
    variesByLanguage: true,
  });
}
