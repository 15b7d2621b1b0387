import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordAudit } from "#app/audit/audit.server.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import { exportGuests } from "#app/events/guests/guest-export.server.ts";
import { guestFilterOf } from "#app/events/guests/guest-filter.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { dayIn } from "#app/lib/time.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** The guests of an event, filtered as their list, as a file that Excel opens; sent while it is read. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const now = new Date();
  await recordAudit(db, {
    actorId: viewer.id,
    action: "event.guests-exported",
    targetKind: "event",
    targetId: eventId,
    address: context.clientAddress,
    at: now,
  });
  const common = translator(viewer.locale, "common");
  const events = translator(viewer.locale, "events");
  const pieces = exportGuests(db, {
    viewer,
    eventId,
    filter: guestFilterOf(new URL(request.url).searchParams),
    texts: {
      t: translator(viewer.locale, "organising"),
      state: (state) => events(`registration.${state}`),
      tier: (tier) => common(`tier.${tier}`),
      phase: (phase) => common(`phase.${phase}`),
    },
  });
  const bytes = new TextEncoder();
  const body = new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(bytes.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  const day = dayIn(viewer.timeZone, now);
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="guests-${eventId}-${day}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
