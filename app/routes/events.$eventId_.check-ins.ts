import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findViewer, requireViewer } from "#app/auth/guard.server.ts";
import { answerForm, answerScript, wantsJson } from "#app/events/check-in/answers.server.ts";
import { recordAttendance } from "#app/events/check-in/attending.server.ts";
import { readCheckIn } from "#app/events/check-in/check-in-form.ts";
import { readDesk } from "#app/events/check-in/desk-page.server.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** The list for phones at the door: whole, or what happened `since`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const { event } = allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const since = new URL(request.url).searchParams.get("since");
  return Response.json(await readDesk(db, { viewer, eventId: event.id, since, now: new Date() }));
}

/**
 * Checks somebody in. Forms are led back to the desk; scripts, which accept JSON, get
 * `{ attendanceId, already, came }`, 409 with `{ reason }` for a refusal, 400 for what makes no sense.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const isScript = wantsJson(request);
  const viewer = isScript ? await findViewer(request) : await requireViewer(request);
  if (!viewer) return Response.json({}, { status: 401 });
  const eventId = idParam(params.eventId);
  const form = await request.formData();
  const fields = readCheckIn(form);
  const now = new Date();
  const outcome = fields
    ? await recordAttendance(db, { viewer, eventId, ...fields, now })
    : ({ ok: false, reason: "unreadable" } as const);
  // Whether there is such a door at all comes before what was said there.
  if (!fields) allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  if (!outcome.ok && (outcome.reason === "not-found" || outcome.reason === "not-allowed")) {
    allowed(outcome);
  }
  const answer = { viewer, eventId, outcome };
  return isScript ? answerScript(db, answer) : answerForm(db, { ...answer, form });
}
