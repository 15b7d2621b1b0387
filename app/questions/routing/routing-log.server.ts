import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { routingLog } from "#db/schema/routing.ts";
import type { RoutingLogKind } from "#db/vocabulary.ts";

export type RoutingEntry = {
  kind: RoutingLogKind;
  /** Whom it concerns. */
  personId?: number;
  /** The reason, in facts. */
  detail?: Record<string, unknown>;
};

/** Writes down what happened to a question on its way, and why; gives the key of the last row. */
export async function recordRouting(
  tx: DbOrTx,
  { questionId, actorId, now }: { questionId: number; actorId: number | null; now: Date },
  ...entries: RoutingEntry[]
): Promise<number> {
  if (entries.length === 0) return 0;
  const rows = await tx
    .insert(routingLog)
    .values(entries.map((entry) => ({ ...entry, questionId, actorId, at: now })))
    .returning({ id: routingLog.id });
  return rows.at(-1)?.id ?? 0;
}

/** Everything that happened to a question on its way, oldest first. */
export async function listRoutingLog(db: DbOrTx, { questionId }: { questionId: number }) {
  const actor = alias(people, "actor");
  return db
    .select({
      id: routingLog.id,
      at: routingLog.at,
      kind: routingLog.kind,
      detail: routingLog.detail,
      person: people.name,
      actor: actor.name,
    })
    .from(routingLog)
    .leftJoin(people, eq(people.id, routingLog.personId))
    .leftJoin(actor, eq(actor.id, routingLog.actorId))
    .where(eq(routingLog.questionId, questionId))
    .orderBy(asc(routingLog.id))
    .limit(500);
}
