import { inArray } from "drizzle-orm";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { dayIn } from "#app/lib/time.ts";
import { suggestOrganisations } from "#app/organisations/organisation-list.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { idsOf } from "./guest-filter.ts";
import {
  INVITATION_MESSAGE_MAX,
  INVITED_AT_ONCE,
  inviteeChoiceOf,
  isOfCompanies,
} from "./invitations.ts";
import { listCompanyInvitees, listInvitees, searchInvitees } from "./invitees.server.ts";

/**
 * What the page of invitations shows of the people to invite, from its address: found by name, with
 * those ticked before, or everybody of some companies. Choosing by company is for staff.
 */
export async function preparePeople(
  db: DbOrTx,
  {
    viewer,
    eventId,
    params,
    now,
  }: { viewer: Viewer; eventId: number; params: URLSearchParams; now: Date },
) {
  const choice = inviteeChoiceOf(params);
  const canChooseCompanies = isStaff(viewer);
  const isByCompanies =
    canChooseCompanies && (isOfCompanies(choice) || params.get("by") === "companies");
  const word = params.get("organisation")?.trim().slice(0, 100) ?? "";
  const today = dayIn(viewer.timeZone, now);
  const ids = idsOf(params.getAll("people"), INVITED_AT_ONCE);
  const [found, chosen, companies, suggested, invitees] = await Promise.all([
    isByCompanies ? [] : searchInvitees(db, { viewer, eventId, q: choice.q }),
    isByCompanies ? [] : listInvitees(db, { viewer, eventId, ids }),
    isByCompanies ? listCompanies(db, choice.organisationIds) : [],
    isByCompanies ? suggestOrganisations(db, { q: word }) : [],
    isByCompanies && isOfCompanies(choice)
      ? listCompanyInvitees(db, { viewer, eventId, choice, today })
      : undefined,
  ]);
  return {
    by: isByCompanies ? ("companies" as const) : ("name" as const),
    canChooseCompanies,
    choice,
    q: choice.q ?? "",
    message: params.get("message")?.slice(0, INVITATION_MESSAGE_MAX) ?? "",
    found,
    chosen,
    companies: {
      word,
      chosen: companies,
      found: suggested.filter(({ id }) => !choice.organisationIds.includes(id)),
    },
    invitees,
  };
}

async function listCompanies(db: DbOrTx, ids: number[]): Promise<{ id: number; name: string }[]> {
  if (ids.length === 0) return [];
  return db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, ids))
    .orderBy(organisations.name, organisations.id);
}
