import { and, eq } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { organisationLeads, organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";

type Act = {
  organisationId: number;
  personId: number;
  actorId: number;
  address?: string;
  now: Date;
};

/** Names one of its people lead (企業責任者) of an organisation. Naming twice changes nothing. */
export async function nameLead(
  db: DbOrTx,
  { organisationId, personId, actorId, address, now }: Act,
): Promise<{ ok: true } | { ok: false; reason: "not-a-member" }> {
  return db.transaction(async (tx) => {
    // Locked, so that the person cannot move away in the same moment.
    const [member] = await tx
      .select({ id: people.id })
      .from(people)
      .where(
        and(
          eq(people.id, personId),
          eq(people.organisationId, organisationId),
          eq(people.role, "member"),
        ),
      )
      .for("update");
    if (!member) return { ok: false, reason: "not-a-member" };
    const named = await tx
      .insert(organisationLeads)
      .values({ organisationId, personId, namedBy: actorId, namedAt: now })
      .onConflictDoNothing()
      .returning({ personId: organisationLeads.personId });
    if (named.length > 0) {
      await recordAudit(tx, {
        actorId,
        action: "organisation.lead-named",
        targetKind: "person",
        targetId: personId,
        detail: { organisation: await nameOf(tx, organisationId) },
        address,
        at: now,
      });
    }
    return { ok: true };
  });
}

/** Takes the role of lead back. Doing so twice changes nothing. */
export async function unnameLead(
  db: DbOrTx,
  { organisationId, personId, actorId, address, now }: Act,
): Promise<void> {
  await db.transaction(async (tx) => {
    const removed = await tx
      .delete(organisationLeads)
      .where(
        and(
          eq(organisationLeads.organisationId, organisationId),
          eq(organisationLeads.personId, personId),
        ),
      )
      .returning({ personId: organisationLeads.personId });
    if (removed.length === 0) return;
    await recordAudit(tx, {
      actorId,
      action: "organisation.lead-removed",
      targetKind: "person",
      targetId: personId,
      detail: { organisation: await nameOf(tx, organisationId) },
      address,
      at: now,
    });
  });
}

async function nameOf(tx: DbOrTx, organisationId: number): Promise<string | undefined> {
  const [row] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return row?.name;
}
