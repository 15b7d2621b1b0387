import { and, asc, eq, inArray, ne, notInArray, sql } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import { after } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { organisationDomains, organisations } from "#db/schema/organisations.ts";
import { violatedConstraint } from "#db/violations.ts";
import { ORGANISATION_FIELDS, type OrganisationFields, sameField } from "./organisations.ts";

export type Organisation = OrganisationFields & { id: number; createdAt: Date; updatedAt: Date };

/** A domain that another organisation has already. */
export type TakenDomain = { domain: string; organisation: { id: number; name: string } };

export type OrganisationRefusal =
  | { ok: false; reason: "name-taken" }
  | { ok: false; reason: "domains-taken"; taken: TakenDomain[] };

type Act = { actorId: number; address?: string; now: Date };

/** An organisation with its domains; for staff, and for its people after their own check. */
export async function findOrganisation(
  db: DbOrTx,
  { organisationId }: { organisationId: number },
): Promise<Organisation | undefined> {
  const [row] = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      tier: organisations.tier,
      phase: organisations.phase,
      industry: organisations.industry,
      region: organisations.region,
      contractStartsOn: organisations.contractStartsOn,
      contractEndsOn: organisations.contractEndsOn,
      createdAt: organisations.createdAt,
      updatedAt: organisations.updatedAt,
      domains: sql<string[]>`array(select ${organisationDomains.domain}
        from ${organisationDomains}
        where ${organisationDomains.organisationId} = "organisations"."id" order by 1)`,
    })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return row;
}

/** Enters a new customer company. */
export async function createOrganisation(
  db: DbOrTx,
  { fields, ...act }: Act & { fields: OrganisationFields },
): Promise<{ ok: true; organisationId: number } | OrganisationRefusal> {
  const { domains, ...columns } = fields;
  return refusing(db, fields, undefined, async (tx) => {
    const [row] = await tx
      .insert(organisations)
      .values({ ...columns, createdAt: act.now, updatedAt: act.now })
      .returning({ id: organisations.id });
    if (!row) throw new Error("The organisation was not stored");
    await replaceDomains(tx, { organisationId: row.id, domains, now: act.now });
    await audit(tx, act, "organisation.created", row.id, { name: fields.name });
    return { ok: true as const, organisationId: row.id };
  });
}

/** Somebody saved the organisation after the form was opened; nothing was changed. */
export type StaleOrganisation = { ok: false; reason: "stale"; current: Organisation };

/**
 * Saves what staff know about an organisation.
 *
 * @param version `updatedAt` of what the form showed; another one means "stale"
 */
export async function changeOrganisation(
  db: DbOrTx,
  {
    organisationId,
    version,
    fields,
    ...act
  }: Act & { organisationId: number; version: Date; fields: OrganisationFields },
): Promise<
  { ok: true } | { ok: false; reason: "unknown" } | StaleOrganisation | OrganisationRefusal
> {
  const { domains, ...columns } = fields;
  return refusing(db, fields, organisationId, async (tx) => {
    const locked = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .for("update");
    const current = locked.length > 0 && (await findOrganisation(tx, { organisationId }));
    if (!current) return { ok: false as const, reason: "unknown" as const };
    if (current.updatedAt.getTime() !== version.getTime()) {
      return { ok: false as const, reason: "stale" as const, current };
    }
    const changed = ORGANISATION_FIELDS.filter((field) => !sameField(current, fields, field));
    if (changed.length === 0) return { ok: true as const };
    // Versions never repeat, however quickly people save after one another.
    const updatedAt = act.now > current.updatedAt ? act.now : after(current.updatedAt, 1);
    await tx
      .update(organisations)
      .set({ ...columns, updatedAt })
      .where(eq(organisations.id, organisationId));
    await replaceDomains(tx, { organisationId, domains, now: act.now });
    const detail = changed.map((field) => [field, { from: current[field], to: fields[field] }]);
    await audit(tx, act, "organisation.changed", organisationId, Object.fromEntries(detail));
    return { ok: true as const };
  });
}

/** Runs a command in a transaction and turns what the constraints refuse into reasons. */
async function refusing<Result>(
  db: DbOrTx,
  fields: OrganisationFields,
  organisationId: number | undefined,
  command: (tx: DbOrTx) => Promise<Result>,
): Promise<Result | OrganisationRefusal> {
  const taken = await listTakenDomains(db, { domains: fields.domains, organisationId });
  if (taken.length > 0) return { ok: false, reason: "domains-taken", taken };
  try {
    return await db.transaction(command);
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === "organisations_name_unique") return { ok: false, reason: "name-taken" };
    if (constraint !== "organisation_domains_pkey") throw error;
    const lost = await listTakenDomains(db, { domains: fields.domains, organisationId });
    return { ok: false, reason: "domains-taken", taken: lost };
  }
}

/** Which of the domains belong to another organisation, and to which. */
async function listTakenDomains(
  db: DbOrTx,
  { domains, organisationId }: { domains: string[]; organisationId?: number },
): Promise<TakenDomain[]> {
  if (domains.length === 0) return [];
  return db
    .select({
      domain: organisationDomains.domain,
      organisation: { id: organisations.id, name: organisations.name },
    })
    .from(organisationDomains)
    .innerJoin(organisations, eq(organisations.id, organisationDomains.organisationId))
    .where(
      and(
        inArray(organisationDomains.domain, domains),
        organisationId === undefined
          ? undefined
          : ne(organisationDomains.organisationId, organisationId),
      ),
    )
    .orderBy(asc(organisationDomains.domain));
}

async function replaceDomains(
  tx: DbOrTx,
  { organisationId, domains, now }: { organisationId: number; domains: string[]; now: Date },
): Promise<void> {
  const own = eq(organisationDomains.organisationId, organisationId);
  await tx
    .delete(organisationDomains)
    .where(domains.length > 0 ? and(own, notInArray(organisationDomains.domain, domains)) : own);
  const kept = await tx
    .select({ domain: organisationDomains.domain })
    .from(organisationDomains)
    .where(own);
  const known = new Set(kept.map(({ domain }) => domain));
  const added = domains.filter((domain) => !known.has(domain));
  if (added.length === 0) return;
  await tx
    .insert(organisationDomains)
    .values(added.map((domain) => ({ domain, organisationId, createdAt: now })));
}

function audit(
  tx: DbOrTx,
  { actorId, address, now }: Act,
  action: string,
  targetId: number,
  detail: Record<string, unknown>,
): Promise<void> {
  return recordAudit(tx, {
    actorId,
    action,
    targetKind: "organisation",
    targetId,
    detail,
    address,
    at: now,
  });
}
