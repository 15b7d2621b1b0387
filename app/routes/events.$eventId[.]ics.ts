import type { LoaderFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { calendarFile } from "#app/calendar/ical.ts";
import { calendarResponse } from "#app/events/calendar/calendar-response.server.ts";
import { findEventEntry } from "#app/events/calendar/event-entries.server.ts";
import { requestedLocale } from "#app/i18n/i18n.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { db } from "#db/client.server.ts";

/** The event for the calendar of whoever sees it; with the way in for those who have a place. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const eventId = idParam(params.eventId);
  const locale = viewer?.locale ?? requestedLocale(request);
  const entry = await findEventEntry(db, { viewer, eventId, locale });
  if (!entry) throw notFound();
  const now = new Date();
  const { name } = await findPortalSettings(db, now);
  return calendarResponse(request, {
    file: calendarFile(entry, { stamp: now, product: name }),
    fileName: `event-${eventId}.ics`,
  });
}
