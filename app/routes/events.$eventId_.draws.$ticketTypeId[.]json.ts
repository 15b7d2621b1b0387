import type { LoaderFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { DRAW_ALGORITHM } from "#app/events/admission/draw.ts";
import { findDraw } from "#app/events/admission/drawing.server.ts";
import { portalUrl } from "#app/lib/current-config.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** The record of a draw for programs that hold it again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const eventId = idParam(params.eventId);
  const ticketTypeId = idParam(params.ticketTypeId);
  const draw = await findDraw(db, { viewer, eventId, ticketTypeId });
  if (!draw) throw notFound();
  const { eventTitle, ticketName, capacity, drawAt, commitment, held } = draw;
  const record = {
    event: portalUrl(`/events/${eventId}`),
    title: eventTitle,
    ticket: ticketName,
    capacity,
    algorithm: DRAW_ALGORITHM,
    drawAt,
    commitment,
    commitmentOf: "SHA-256(seed as 64 hexadecimal letters)",
    held: held && { at: held.at, seed: held.seed, ...held.record },
  };
  return Response.json(record, { headers: { "Cache-Control": "private, no-cache" } });
}
