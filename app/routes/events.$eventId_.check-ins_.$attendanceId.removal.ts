import type { ActionFunctionArgs } from "@remix-run/node";
import { findViewer, requireViewer } from "#app/auth/guard.server.ts";
import { deskPath, wantsJson } from "#app/events/check-in/answers.server.ts";
import { undoAttendance } from "#app/events/check-in/attending.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes a check-in back; scripts, which accept JSON, get `{ attendanceId }`. */
export async function action({ request, params }: ActionFunctionArgs) {
  const isScript = wantsJson(request);
  const viewer = isScript ? await findViewer(request) : await requireViewer(request);
  if (!viewer) return Response.json({}, { status: 401 });
  const eventId = idParam(params.eventId);
  const attendanceId = idParam(params.attendanceId);
  const act = { viewer, eventId, attendanceId, now: new Date() };
  const { arrival } = allowed(await undoAttendance(db, act));
  if (isScript) return Response.json({ attendanceId });
  return redirectWithToast(deskPath(eventId, await request.formData()), {
    key: "check-in:result.undone",
    params: { name: arrival.name },
  });
}
