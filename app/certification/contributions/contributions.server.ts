import { and, desc, eq, isNull } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { contributions } from "#db/schema/certifications.ts";
import { people } from "#db/schema/people.ts";
import type { ContributionKind } from "#db/vocabulary.ts";

type Act = { actorId: number; address?: string; now: Date };

/** Records what a member did for the community outside the portal; the same deed counts once. */
export async function recordContribution(
  db: Db,
  {
    personId,
    kind,
    title,
    happenedOn,
    ...act
  }: Act & { personId: number; kind: ContributionKind; title: string; happenedOn: string },
): Promise<{ ok: true } | { ok: false; reason: "duplicate" }> {
  return db.transaction((tx) => record(tx, { personId, kind, title, happenedOn, ...act }));
}

/**
 * Records a talk at an event of the portal, in the transaction of whoever vouches for it; the same
 * one counts once.
 */
export async function recordTalk(
  tx: DbOrTx,
  talk: Act & { personId: number; title: string; happenedOn: string },
): Promise<void> {
  await record(tx, { ...talk, kind: "talk" });
}

async function record(
  tx: DbOrTx,
  {
    personId,
    kind,
    title,
    happenedOn,
    ...act
  }: Act & { personId: number; kind: ContributionKind; title: string; happenedOn: string },
): Promise<{ ok: true } | { ok: false; reason: "duplicate" }> {
  const [row] = await tx
    .insert(contributions)
    .values({ personId, kind, title, happenedOn, recordedBy: act.actorId, recordedAt: act.now })
    .onConflictDoNothing()
    .returning({ id: contributions.id });
  if (!row) return { ok: false, reason: "duplicate" };
  await audit(tx, act, "contribution.recorded", personId, { kind, title });
  return { ok: true };
}

/** Takes a record back; a second time changes nothing. Credentials issued by then stay. */
export async function removeContribution(
  db: Db,
  { personId, contributionId, ...act }: Act & { personId: number; contributionId: number },
): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx
      .update(contributions)
      .set({ removedBy: act.actorId, removedAt: act.now })
      .where(
        and(
          eq(contributions.id, contributionId),
          eq(contributions.personId, personId),
          isNull(contributions.removedAt),
        ),
      )
      .returning({ kind: contributions.kind, title: contributions.title });
    if (row) await audit(tx, act, "contribution.removed", personId, row);
  });
}

/** What is recorded of a person, the newest first. */
export async function listContributions(db: DbOrTx, { personId }: { personId: number }) {
  return db
    .select({
      id: contributions.id,
      kind: contributions.kind,
      title: contributions.title,
      happenedOn: contributions.happenedOn,
      recordedByName: people.name,
    })
    .from(contributions)
    .innerJoin(people, eq(people.id, contributions.recordedBy))
    .where(and(eq(contributions.personId, personId), isNull(contributions.removedAt)))
    .orderBy(desc(contributions.happenedOn), desc(contributions.id))
    .limit(100);
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
    targetKind: "person",
    targetId,
    detail,
    address,
    at: now,
  });
}
