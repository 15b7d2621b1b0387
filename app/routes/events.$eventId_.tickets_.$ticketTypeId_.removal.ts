import type { ActionFunctionArgs } from "@remix-run/node";
import { requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { removeTicket } from "#app/events/organising/tickets.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Removes a ticket that nobody applied for. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const ticketTypeId = idParam(params.ticketTypeId);
  const removed = await removeTicket(db, { viewer, eventId, ticketTypeId, now });
  const key = removed.ok ? "tickets.removed" : `ticket.error.${refusal(removed).reason}`;
  return redirectWithToast(`${here}/tickets`, { key: `organising:${key}` });
}
