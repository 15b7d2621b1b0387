import { and, asc, eq, isNull, notExists } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { people, suspensions } from "#db/schema/people.ts";

/**
 * Ids of the admins who can act, their rows locked until the transaction ends. Whoever takes an
 * admin's power away calls this first: two who do so at the same moment take turns, and the second
 * sees what the first has left.
 */
export async function lockActingAdmins(tx: DbOrTx): Promise<number[]> {
  await tx
    .select({ id: people.id })
    .from(people)
    .where(eq(people.role, "admin"))
    .orderBy(asc(people.id))
    .for("update");
  // Read again: the statement above waited, and suspensions may have come meanwhile.
  const inForce = tx
    .select({ id: suspensions.id })
    .from(suspensions)
    .where(and(eq(suspensions.personId, people.id), isNull(suspensions.liftedAt)));
  const acting = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, "admin"), notExists(inForce)));
  return acting.map(({ id }) => id);
}
