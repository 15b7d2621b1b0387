import { isStaff, type MaybeViewer } from "#app/auth/viewer.ts";
import type { Phase, Tier } from "#db/vocabulary.ts";

/** What staff keep about a customer company. Dates are days without a time, `YYYY-MM-DD`. */
export type OrganisationFields = {
  name: string;
  tier: Tier;
  phase: Phase;
  industry: string;
  region: string;
  contractStartsOn: string | null;
  contractEndsOn: string | null;
  /** Mail domains, normalised. */
  domains: string[];
};

export const ORGANISATION_FIELDS = [
  "name",
  "tier",
  "phase",
  "industry",
  "region",
  "contractStartsOn",
  "contractEndsOn",
  "domains",
] as const satisfies (keyof OrganisationFields)[];

/** How a list of organisations can be ordered. */
export const ORGANISATION_SORTS = ["name", "newest", "contract-end"] as const;
export type OrganisationSort = (typeof ORGANISATION_SORTS)[number];

/** Whether two versions agree in a field. */
export function sameField(
  a: OrganisationFields,
  b: OrganisationFields,
  field: keyof OrganisationFields,
): boolean {
  return inWords(a[field]) === inWords(b[field]);
}

function inWords(value: string | string[] | null): string {
  return Array.isArray(value) ? [...value].sort().join("\n") : (value ?? "");
}

/** Its own people and staff see an organisation; for everyone else it does not exist. */
export function seesOrganisation(viewer: MaybeViewer, organisationId: number): boolean {
  return isStaff(viewer) || viewer?.organisation?.id === organisationId;
}

/** Contract dates are for those who answer for them: staff and the organisation's leads. */
export function seesContract(viewer: MaybeViewer, organisationId: number): boolean {
  return isStaff(viewer) || (viewer?.organisation?.id === organisationId && viewer.isLead === true);
}

/** Staff invite to any organisation, leads to their own. */
export const mayInviteTo = seesContract;
