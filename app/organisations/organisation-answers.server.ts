import type { TFunction } from "i18next";
import { findLastChange } from "#app/audit/audit-reading.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import type { Organisation, OrganisationRefusal } from "./organisations.server.ts";
import { ORGANISATION_FIELDS, type OrganisationFields, sameField } from "./organisations.ts";
import type { Conflict } from "./stale-notice.tsx";

/** The refusals of a form as messages beside its fields. */
export function refusedFields(
  t: TFunction<["staff"]>,
  refusal: OrganisationRefusal,
): Record<string, string[]> {
  if (refusal.reason === "name-taken") return { name: [t("error.name.taken")] };
  return {
    domains: refusal.taken.map(({ domain, organisation }) =>
      t("error.domain.taken", { domain, organisation: organisation.name }),
    ),
  };
}

/** What somebody who saved meanwhile wants otherwise, for the page that shows both. */
export async function conflictWith(
  db: DbOrTx,
  { current, typed }: { current: Organisation; typed: OrganisationFields },
): Promise<Conflict> {
  const change = await findLastChange(db, {
    targetKind: "organisation",
    targetId: current.id,
    actions: ["organisation.created", "organisation.changed"],
  });
  return {
    version: current.updatedAt.toISOString(),
    savedAt: current.updatedAt.toISOString(),
    savedBy: change?.actorName ?? null,
    differences: ORGANISATION_FIELDS.filter((field) => !sameField(current, typed, field)).map(
      (field) => ({ field, theirs: current[field], yours: typed[field] }),
    ),
  };
}
