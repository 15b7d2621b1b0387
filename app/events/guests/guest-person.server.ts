import { type SQL, sql } from "drizzle-orm";
import { isStaff, type MaybeViewer, type Viewer } from "#app/auth/viewer.ts";
import { contains, matchesPerson } from "#app/people/name-search.server.ts";
import { seesOrganisationOf } from "#app/people/people.ts";
import { personSummary, toPersonSummary } from "#app/people/person-summary.server.ts";
import { isSupporter } from "#app/people/supporters.server.ts";
import type { PersonSummary } from "#app/ui/person-line.tsx";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import type { Phase, Role, Tier } from "#db/vocabulary.ts";

/** Somebody as those who run an event see them; tier and phase are for staff alone. */
export type GuestPerson = PersonSummary & {
  personId: number;
  reading: string;
  isSupporter: boolean;
  tier: Tier | null;
  phase: Phase | null;
};

/** To spread into a select that joins `people` and, from the left, their `organisations`. */
export const guestPerson = {
  ...personSummary,
  personId: people.id,
  reading: people.reading,
  organisationId: people.organisationId,
  tier: organisations.tier,
  phase: organisations.phase,
  isSupporter: isSupporter(),
};

type Row = {
  personId: number;
  handle: string;
  name: string;
  reading: string;
  title: string;
  avatarFileId: string | null;
  role: Role;
  showsOrganisation: boolean;
  organisationName: string | null;
  organisationId: number | null;
  tier: Tier | null;
  phase: Phase | null;
  isSupporter: boolean;
};

/** A selected row as the viewer may see it: what staff keep about companies stays with staff. */
export function toGuestPerson(row: Row, viewer: MaybeViewer): GuestPerson {
  const showsOrganisation = seesOrganisationOf(viewer, row);
  const inside = isStaff(viewer);
  return {
    ...toPersonSummary({ ...row, showsOrganisation }),
    personId: row.personId,
    reading: row.reading,
    isSupporter: row.isSupporter,
    tier: inside ? row.tier : null,
    phase: inside ? row.phase : null,
  };
}

/** The condition that a name, a reading or a company the viewer may see holds the word. */
export function matchesGuest(word: string, viewer: Viewer): SQL {
  const company = contains(organisations.name, word);
  const shown = isStaff(viewer)
    ? company
    : sql`(${company} and (${people.showsOrganisation}
        or ${people.organisationId} is not distinct from ${viewer.organisation?.id ?? 0}))`;
  return sql`(${matchesPerson(word)} or ${shown})`;
}

/** The condition that nobody shut this person out of the portal. */
export const isNotSuspended = sql<boolean>`not exists (select from suspensions
  where suspensions.person_id = people.id and suspensions.lifted_at is null)`;
