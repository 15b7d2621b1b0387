import type { PersonSummary } from "#app/ui/person-line.tsx";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import type { Role } from "#db/vocabulary.ts";

/**
 * The columns a person line needs, to spread into a select that joins `people` and
 * `leftJoin(organisations, eq(organisations.id, people.organisationId))`.
 */
export const personSummary = {
  handle: people.handle,
  name: people.name,
  title: people.title,
  avatarFileId: people.avatarFileId,
  role: people.role,
  showsOrganisation: people.showsOrganisation,
  organisationName: organisations.name,
};

export type PersonSummaryRow = {
  handle: string;
  name: string;
  title: string;
  avatarFileId: string | null;
  role: Role;
  showsOrganisation: boolean;
  organisationName: string | null;
};

/** A selected row as a page may show it: without the company of people who keep it to themselves. */
export function toPersonSummary(row: PersonSummaryRow): PersonSummary {
  return {
    handle: row.handle,
    name: row.name,
    title: row.title,
    avatarFileId: row.avatarFileId,
    isStaff: row.role !== "member",
    organisationName: row.showsOrganisation ? row.organisationName : null,
    organisationHidden: !row.showsOrganisation && row.organisationName !== null,
  };
}
