import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { withdrawProposal } from "#app/events/organising/proposals.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Takes one's own proposal back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const proposalId = idParam(params.proposalId);
  const done = await withdrawProposal(db, { viewer, eventId, proposalId, now: new Date() });
  if (!done.ok && done.reason === "not-found") throw notFound();
  const key = done.ok ? "withdrawn" : "error.decided";
  return redirectWithToast(`/events/${eventId}/proposals/new`, {
    key: `organising:proposals.${key}`,
  });
}
