import type { DbOrTx } from "#db/client.server.ts";
import type { EventRow } from "../event-desk.server.ts";
import { listTicketFigures } from "./guest-figures.server.ts";
import { guestFilterOf } from "./guest-filter.ts";
import { listForPrint, PRINT_PART } from "./printing.server.ts";

/**
 * What is printed of an event, from the address of the page: the holders of one ticket, or of all
 * tickets of those who come to the venue, or of all when nobody does.
 */
export async function preparePaper(
  db: DbOrTx,
  { event, params }: { event: EventRow; params: URLSearchParams },
) {
  const { ticketTypeId } = guestFilterOf(params);
  const tickets = await listTicketFigures(db, { eventId: event.id });
  const all = params.get("all") === "yes";
  const onSite = tickets.filter(({ place }) => place === "on-site");
  const chosen = tickets.filter(({ id }) => id === ticketTypeId);
  const meant = chosen.length > 0 ? chosen : all || onSite.length === 0 ? tickets : onSite;
  const page = await listForPrint(db, {
    eventId: event.id,
    ticketTypeIds: meant.map(({ id }) => id),
    cursor: params.get("after"),
  });
  return {
    ...page,
    event: { id: event.id, title: event.title },
    tickets: tickets.map(({ id, name }) => ({ id, name })),
    ticketTypeId: chosen[0]?.id,
    all: all || onSite.length === tickets.length,
    hasOnSite: onSite.length > 0 && onSite.length < tickets.length,
    /** Set when people do not all fit on this page. */
    part: page.next || params.has("after") ? PRINT_PART : undefined,
  };
}
