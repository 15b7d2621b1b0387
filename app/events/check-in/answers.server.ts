import { eq } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { formatTime } from "#app/ui/zoned-span.tsx";
import type { DbOrTx } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import type { CheckedIn } from "./attending.server.ts";
import { findCame } from "./desk-reading.server.ts";
import { asRefusal } from "./refusals.ts";

type Outcome = {
  viewer: Viewer;
  eventId: number;
  outcome: CheckedIn | { ok: false; reason: string };
};

/** Whether a script asks, rather than a form. */
export function wantsJson(request: Request): boolean {
  return request.headers.get("accept")?.startsWith("application/json") === true;
}

/** The answer to a script at the door. */
export async function answerScript(
  db: DbOrTx,
  { viewer, eventId, outcome }: Outcome,
): Promise<Response> {
  if (!outcome.ok) {
    const { reason } = outcome;
    return Response.json({ reason }, { status: reason === "unreadable" ? 400 : 409 });
  }
  const { attendanceId } = outcome.arrival;
  const came = (await findCame(db, { viewer, eventId, attendanceId })) ?? null;
  return Response.json({ attendanceId, already: outcome.already, came });
}

/** Leads a form back to the desk, which says what came of it. What was typed in vain comes along. */
export async function answerForm(
  db: DbOrTx,
  { viewer, eventId, outcome, form }: Outcome & { form: FormData },
): Promise<Response> {
  if (!outcome.ok) {
    if (outcome.reason === "unreadable") return new Response(null, { status: 400 });
    return redirectWithToast(deskPath(eventId, form, { keepsTyped: true }), {
      key: `check-in:refused.${asRefusal(outcome.reason)}`,
    });
  }
  const { arrival, already } = outcome;
  const { attendanceId, name, byName: by, undoneAt } = arrival;
  const to = deskPath(eventId, form);
  if (undoneAt)
    return redirectWithToast(to, { key: "check-in:result.wasUndone", params: { name } });
  if (!already) {
    return redirectWithToast(to, {
      key: "check-in:result.welcome",
      params: { name },
      undo: { action: `/events/${eventId}/check-ins/${attendanceId}/removal` },
    });
  }
  const [event] = await db
    .select({ timeZone: events.timeZone })
    .from(events)
    .where(eq(events.id, eventId));
  const time = formatTime(arrival.at, viewer.locale, event?.timeZone ?? viewer.timeZone);
  return redirectWithToast(to, { key: "check-in:result.already", params: { name, time, by } });
}

/** The desk as it was searched, and with what was typed into its other fields when it is kept. */
export function deskPath(
  eventId: number,
  form: FormData,
  { keepsTyped = false }: { keepsTyped?: boolean } = {},
): string {
  const kept = keepsTyped
    ? { typed: "code", guest: "guestName", affiliation: "guestAffiliation", q: "q" }
    : { q: "q" };
  const search = new URLSearchParams();
  for (const [parameter, field] of Object.entries(kept)) {
    const value = form.get(field);
    if (typeof value === "string" && value !== "") search.set(parameter, value.slice(0, 100));
  }
  const query = search.toString();
  return `/events/${eventId}/desk${query && `?${query}`}`;
}
