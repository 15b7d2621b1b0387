import { type AnyColumn, eq, type SQL, sql } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { helperMarks } from "#db/schema/routing.ts";

type Act = { actorId: number; personId: number; address?: string; now: Date };

/** The condition that staff marked somebody as a helper: what makes a person a supporter. */
export function isMarkedHelper(personId: AnyColumn): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${helperMarks} where ${helperMarks.personId} = ${personId})`;
}

/**
 * Marks a member as somebody to whom other customers' questions are brought. Staff have their own
 * queue, and people who came by an import cannot log in: both are refused. Marking again changes
 * nothing.
 */
export async function markHelper(
  db: DbOrTx,
  { personId, actorId, address, now }: Act,
): Promise<{ ok: true } | { ok: false; reason: "unknown" | "no-member" }> {
  return db.transaction(async (tx) => {
    const [person] = await tx
      .select({ role: people.role, email: people.email })
      .from(people)
      .where(eq(people.id, personId))
      .for("update");
    if (!person) return { ok: false, reason: "unknown" };
    if (person.role !== "member" || person.email === null) {
      return { ok: false, reason: "no-member" };
    }
    const marked = await tx
      .insert(helperMarks)
      .values({ personId, markedBy: actorId, markedAt: now })
      .onConflictDoNothing()
      .returning();
    if (marked.length > 0) await record(tx, "helper-marked", { personId, actorId, address, now });
    return { ok: true };
  });
}

/** Takes the mark off; what was offered to the person goes to others within a minute. */
export async function unmarkHelper(
  db: DbOrTx,
  { personId, actorId, address, now }: Act,
): Promise<void> {
  await db.transaction(async (tx) => {
    const removed = await tx
      .delete(helperMarks)
      .where(eq(helperMarks.personId, personId))
      .returning();
    if (removed.length > 0) {
      await record(tx, "helper-unmarked", { personId, actorId, address, now });
    }
  });
}

/** Who marked a person as a helper and when; undefined for everybody else. */
export async function findHelperMark(
  db: DbOrTx,
  { personId }: { personId: number },
): Promise<{ markedAt: Date; markedBy: string } | undefined> {
  const [row] = await db
    .select({ markedAt: helperMarks.markedAt, markedBy: people.name })
    .from(helperMarks)
    .innerJoin(people, eq(people.id, helperMarks.markedBy))
    .where(eq(helperMarks.personId, personId));
  return row;
}

function record(tx: DbOrTx, what: string, { personId, actorId, address, now }: Act): Promise<void> {
  return recordAudit(tx, {
    actorId,
    action: `person.${what}`,
    targetKind: "person",
    targetId: personId,
    address,
    at: now,
  });
}
