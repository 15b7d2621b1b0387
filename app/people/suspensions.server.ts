import { and, desc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit } from "#app/audit/audit.server.ts";
import { endOtherSessions } from "#app/auth/sessions.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { lockActingAdmins } from "./admins.server.ts";
import { maySuspend } from "./people.ts";

type Act = { actorId: number; personId: number; address?: string; now: Date };

/**
 * Shuts a person out until the suspension is lifted; every session ends at once. What they wrote
 * stays.
 *
 * @param reason for colleagues and the audit log; the person is not told it by the portal
 */
export async function suspendPerson(
  db: DbOrTx,
  { reason, ...act }: Act & { reason: string },
): Promise<
  | { ok: true }
  | { ok: false; reason: "unknown" | "not-allowed" | "already-suspended" | "last-admin" }
> {
  return db.transaction(async (tx) => {
    const admins = await lockActingAdmins(tx);
    const { actor, person } = await findBoth(tx, act);
    if (!person) return { ok: false, reason: "unknown" };
    if (!actor || !maySuspend(actor, person)) return { ok: false, reason: "not-allowed" };
    if (person.role === "admin" && !admins.some((id) => id !== person.id)) {
      return { ok: false, reason: "last-admin" };
    }
    const [row] = await tx
      .insert(suspensions)
      .values({ personId: person.id, reason, suspendedBy: actor.id, suspendedAt: act.now })
      .onConflictDoNothing()
      .returning({ id: suspensions.id });
    if (!row) return { ok: false, reason: "already-suspended" };
    await endOtherSessions(tx, { personId: person.id });
    await recordAudit(tx, {
      actorId: actor.id,
      action: "person.suspended",
      targetKind: "person",
      targetId: person.id,
      detail: { reason },
      address: act.address,
      at: act.now,
    });
    return { ok: true };
  });
}

/** Lets a suspended person in again. */
export async function liftSuspension(
  db: DbOrTx,
  act: Act,
): Promise<{ ok: true } | { ok: false; reason: "unknown" | "not-allowed" | "not-suspended" }> {
  return db.transaction(async (tx) => {
    const { actor, person } = await findBoth(tx, act);
    if (!person) return { ok: false, reason: "unknown" };
    if (!actor || !maySuspend(actor, person)) return { ok: false, reason: "not-allowed" };
    const lifted = await tx
      .update(suspensions)
      .set({ liftedBy: actor.id, liftedAt: act.now })
      .where(and(eq(suspensions.personId, person.id), isNull(suspensions.liftedAt)))
      .returning({ id: suspensions.id });
    if (lifted.length === 0) return { ok: false, reason: "not-suspended" };
    await recordAudit(tx, {
      actorId: actor.id,
      action: "person.suspension-lifted",
      targetKind: "person",
      targetId: person.id,
      address: act.address,
      at: act.now,
    });
    return { ok: true };
  });
}

async function findBoth(tx: DbOrTx, { actorId, personId }: Act) {
  const columns = { id: people.id, role: people.role };
  const [person] = await tx
    .select(columns)
    .from(people)
    .where(eq(people.id, personId))
    .for("update");
  const [actor] = await tx.select(columns).from(people).where(eq(people.id, actorId));
  return { person, actor };
}

export type ListedSuspension = {
  id: number;
  reason: string;
  suspendedAt: Date;
  suspendedBy: string;
  liftedAt: Date | null;
  liftedBy: string | null;
};

/** A person's suspensions, newest first; the one in force, if any, has no `liftedAt`. */
export async function listSuspensions(
  db: DbOrTx,
  { personId }: { personId: number },
): Promise<ListedSuspension[]> {
  const suspender = alias(people, "suspender");
  const lifter = alias(people, "lifter");
  return db
    .select({
      id: suspensions.id,
      reason: suspensions.reason,
      suspendedAt: suspensions.suspendedAt,
      suspendedBy: suspender.name,
      liftedAt: suspensions.liftedAt,
      liftedBy: lifter.name,
    })
    .from(suspensions)
    .innerJoin(suspender, eq(suspender.id, suspensions.suspendedBy))
    .leftJoin(lifter, eq(lifter.id, suspensions.liftedBy))
    .where(eq(suspensions.personId, personId))
    .orderBy(desc(suspensions.id))
    .limit(20);
}
