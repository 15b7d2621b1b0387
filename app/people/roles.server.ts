import { and, eq, ne } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { organisationLeads, organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import type { Role } from "#db/vocabulary.ts";
import { lockActingAdmins } from "./admins.server.ts";
import { mayChangeRole, mayMove } from "./people.ts";

type Act = { actorId: number; personId: number; address?: string; now: Date };

export type RoleRefusal = { ok: false; reason: "unknown" | "not-allowed" | "last-admin" };

/**
 * Makes a person staff or admin. They then belong to the vendor: the tie to a customer company,
 * being its lead included, ends. The other way round is `moveToOrganisation`.
 */
export async function changeRole(
  db: DbOrTx,
  { role, ...act }: Act & { role: Exclude<Role, "member"> },
): Promise<{ ok: true } | RoleRefusal> {
  return db.transaction(async (tx) => {
    const found = await lockForChange(tx, act);
    if (!found.ok) return found;
    const { actor, person, admins } = found;
    if (!mayChangeRole(actor, person)) return { ok: false, reason: "not-allowed" };
    if (person.role === role) return { ok: true };
    if (leavesNoAdmin(admins, person)) return { ok: false, reason: "last-admin" };
    await tx
      .update(people)
      .set({ role, organisationId: null, updatedAt: act.now })
      .where(eq(people.id, person.id));
    await tx.delete(organisationLeads).where(eq(organisationLeads.personId, person.id));
    await recordAudit(tx, {
      actorId: act.actorId,
      action: "person.role-changed",
      targetKind: "person",
      targetId: person.id,
      detail: { role: { from: person.role, to: role } },
      address: act.address,
      at: act.now,
    });
    return { ok: true };
  });
}

/**
 * Moves a person to a customer company as a member; being lead of another company ends. Staff and
 * admins who move give up their role, which only an admin can decide.
 */
export async function moveToOrganisation(
  db: DbOrTx,
  { organisationId, ...act }: Act & { organisationId: number },
): Promise<{ ok: true } | RoleRefusal | { ok: false; reason: "organisation-unknown" }> {
  return db.transaction(async (tx) => {
    const found = await lockForChange(tx, act);
    if (!found.ok) return found;
    const { actor, person, admins } = found;
    if (!mayMove(actor, person)) return { ok: false, reason: "not-allowed" };
    if (leavesNoAdmin(admins, person)) return { ok: false, reason: "last-admin" };
    const [organisation] = await tx
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    if (!organisation) return { ok: false, reason: "organisation-unknown" };
    if (person.organisationId === organisation.id && person.role === "member") return { ok: true };
    await tx
      .update(people)
      .set({ role: "member", organisationId: organisation.id, updatedAt: act.now })
      .where(eq(people.id, person.id));
    await tx
      .delete(organisationLeads)
      .where(
        and(
          eq(organisationLeads.personId, person.id),
          ne(organisationLeads.organisationId, organisation.id),
        ),
      );
    await recordAudit(tx, {
      actorId: act.actorId,
      action: "person.moved",
      targetKind: "person",
      targetId: person.id,
      detail: {
        organisation: { from: person.organisationName, to: organisation.name },
        ...(person.role !== "member" && { role: { from: person.role, to: "member" } }),
      },
      address: act.address,
      at: act.now,
    });
    return { ok: true };
  });
}

async function lockForChange(tx: DbOrTx, { actorId, personId }: Act) {
  // Always admins first, then the person: one order of locks, no deadlock.
  const admins = await lockActingAdmins(tx);
  const [person] = await tx
    .select({
      id: people.id,
      role: people.role,
      organisationId: people.organisationId,
      organisationName: organisations.name,
    })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.id, personId))
    .for("update", { of: people });
  if (!person) return { ok: false, reason: "unknown" } as const;
  const [actor] = await tx
    .select({ id: people.id, role: people.role })
    .from(people)
    .where(eq(people.id, actorId));
  if (!actor) return { ok: false, reason: "not-allowed" } as const;
  return { ok: true, actor, person, admins } as const;
}

function leavesNoAdmin(admins: number[], person: { id: number; role: Role }): boolean {
  return person.role === "admin" && !admins.some((id) => id !== person.id);
}
