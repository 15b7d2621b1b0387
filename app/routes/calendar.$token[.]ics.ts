import type { LoaderFunctionArgs } from "@remix-run/node";
import { countTry } from "#app/auth/limits.server.ts";
import { clientOf } from "#app/auth/request.server.ts";
import { calendarFeed } from "#app/calendar/ical.ts";
import { calendarResponse } from "#app/events/calendar/calendar-response.server.ts";
import { findFeedOwner, listOwnCalendar } from "#app/events/calendar/feeds.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { db } from "#db/client.server.ts";

/** Somebody's own calendar. The address is all it takes: calendar programs do not log in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const now = new Date();
  const owner = await findFeedOwner(db, { token: params.token ?? "" });
  // Programs of one provider ask for many people from few addresses: a right token counts for itself.
  const tried = owner
    ? await countTry(db, "calendar-feed", owner.id)
    : await countTry(db, "calendar-token", clientOf(request, context).address);
  if (!tried.ok) {
    throw new Response(null, { status: 429, headers: { "Retry-After": String(tried.seconds) } });
  }
  if (!owner) throw notFound();
  const [{ name: portal }, entries] = await Promise.all([
    findPortalSettings(db, now),
    listOwnCalendar(db, { owner, now }),
  ]);
  const name = translator(owner.locale, "event-calendar")("feed.own", { portal });
  return calendarResponse(request, {
    file: calendarFeed(entries, { name, product: portal, stamp: now }),
    fileName: "calendar.ics",
  });
}
