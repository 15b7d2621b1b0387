import type { ActionFunctionArgs } from "@remix-run/node";
import { requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { acceptProposal } from "#app/events/organising/proposals.server.ts";
import { cleanText } from "#app/lib/clean-text.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Accepts a talk: it becomes a session. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const proposalId = idParam(params.proposalId);
  const note = cleanText(String((await request.formData()).get("note") ?? "")).slice(0, 1_000);
  const decided = await acceptProposal(db, { viewer, eventId, proposalId, note, now });
  const key = decided.ok ? "acceptance.done" : `error.${refusal(decided).reason}`;
  return redirectWithToast(`${here}/proposals`, { key: `organising:proposals.${key}` });
}
