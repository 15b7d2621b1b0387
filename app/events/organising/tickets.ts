import type { Admission, EventPlace, TicketPlace } from "#db/vocabulary.ts";
import { ticketPlaces } from "./publishing.ts";

export const TICKETS_MAX = 20;
export const QUESTIONS_MAX = 20;

export type TicketRefusal =
  | "admission-fixed"
  | "place-fixed"
  | "place-elsewhere"
  | "capacity-below-taken"
  | "cap-below-taken"
  | "draw-missing"
  | "draw-past"
  | "draw-too-late"
  | "drawn";

type Content = {
  place: TicketPlace;
  capacity: number;
  admission: Admission;
  organisationCap: number | null;
  drawAt: Date | null;
};

/**
 * Why a ticket cannot be saved so, or undefined. What people applied under stays: the way of
 * admission, the place, and a draw that was held. Places that are taken are not taken away.
 *
 * @param ticket as it is stored; none for a new one
 */
export function ticketRefusal({
  content,
  event,
  ticket,
  use = { applied: 0, taken: 0, takenByOne: 0 },
  now,
}: {
  content: Content;
  event: { place: EventPlace; startsAt: Date };
  ticket?: Content & { drawnAt: Date | null };
  use?: { applied: number; taken: number; takenByOne: number };
  now: Date;
}): TicketRefusal | undefined {
  const { place, admission, capacity, organisationCap, drawAt } = content;
  if (ticket && use.applied > 0) {
    if (admission !== ticket.admission) return "admission-fixed";
    if (place !== ticket.place) return "place-fixed";
  }
  if (place !== ticket?.place && !ticketPlaces(event.place).includes(place)) {
    return "place-elsewhere";
  }
  if (capacity < use.taken) return "capacity-below-taken";
  if (organisationCap !== null && organisationCap < use.takenByOne) return "cap-below-taken";
  return drawRefusal({ admission, drawAt, ticket, startsAt: event.startsAt, now });
}

function drawRefusal({
  admission,
  drawAt,
  ticket,
  startsAt,
  now,
}: {
  admission: Admission;
  drawAt: Date | null;
  ticket?: { drawAt: Date | null; drawnAt: Date | null };
  startsAt: Date;
  now: Date;
}): TicketRefusal | undefined {
  const isSame = ticket?.drawAt && drawAt?.getTime() === ticket.drawAt.getTime();
  if (ticket?.drawnAt) return isSame && admission === "lottery" ? undefined : "drawn";
  if (admission !== "lottery") return undefined;
  if (!drawAt) return "draw-missing";
  if (drawAt >= startsAt) return "draw-too-late";
  if (drawAt <= now && !isSame) return "draw-past";
  return undefined;
}
