import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { calendarFile } from "#app/calendar/ical.ts";
import { forbidden, notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { appointmentOf } from "#app/pair-sessions/appointment.server.ts";
import { findOwnSession, findPairSession } from "#app/pair-sessions/session-reading.server.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { db } from "#db/client.server.ts";

/** The session for the calendar of one of its two; staff see the session but have no part in it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const sessionId = idParam(params.sessionId);
  const now = new Date();
  const own = await findOwnSession(db, { personId: viewer.id, sessionId });
  if (!own) {
    throw (await findPairSession(db, { viewer, sessionId, now })) ? forbidden() : notFound();
  }
  const entry = appointmentOf(own.session, { withName: own.withName, locale: viewer.locale });
  const { name } = await findPortalSettings(db, now);
  const { content, method } = calendarFile(entry, { stamp: now, product: name });
  return new Response(content, {
    headers: {
      "Content-Type": `text/calendar; charset=utf-8; method=${method}`,
      "Content-Disposition": `attachment; filename="pair-session-${sessionId}.ics"`,
      "Cache-Control": "private, no-store",
    },
  });
}
