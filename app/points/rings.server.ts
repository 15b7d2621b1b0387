import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { after } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { votingRings } from "#db/schema/points.ts";
import { reconcilePoints } from "./points.server.ts";
import { isVotingRing, type Reciprocity, RING_VOTES, RING_WINDOW } from "./rings.ts";

/**
 * The pairs whose votes of the last 90 days make them a voting ring. Votes inside one organisation
 * give nothing anyway and make no pair; neither do votes from before staff dismissed the pair.
 */
export async function findVotingRings(db: DbOrTx, { now }: { now: Date }): Promise<Reciprocity[]> {
  const rows = await db.execute<Record<keyof Reciprocity, string>>(sql`
    with cast_votes as (
      select v.person_id as voter_id, a.author_id,
        v.organisation_id is distinct from a.organisation_id as counts, v.created_at
      from helpful_votes v
      join answers a on a.id = v.answer_id and a.deleted_at is null
      join questions q on q.id = a.question_id and q.deleted_at is null
      join people voter on voter.id = v.person_id and voter.email is not null
      join people author on author.id = a.author_id and author.email is not null
      where v.answer_id is not null and v.person_id <> a.author_id
        and v.created_at > ${after(now, -RING_WINDOW).toISOString()}::timestamptz
        and v.created_at <= ${now.toISOString()}::timestamptz
    ), given as (
      select voter_id, count(*)::int as n from cast_votes group by voter_id
    ), directed as (
      select c.voter_id, c.author_id, count(*)::int as n from cast_votes c
      where c.counts and c.created_at > coalesce((
        select max(r.dismissed_at) from voting_rings r
        where r.first_id = least(c.voter_id, c.author_id)
          and r.second_id = greatest(c.voter_id, c.author_id)), '-infinity')
      group by c.voter_id, c.author_id having count(*) >= ${RING_VOTES}
    )
    select there.voter_id as "firstId", back.voter_id as "secondId",
      there.n as "firstVotes", f.n as "firstGiven", back.n as "secondVotes", s.n as "secondGiven"
    from directed there
    join directed back on back.voter_id = there.author_id and back.author_id = there.voter_id
    join given f on f.voter_id = there.voter_id
    join given s on s.voter_id = back.voter_id
    where there.voter_id < back.voter_id
    order by there.voter_id, back.voter_id`);
  return rows
    .map((row) => ({
      firstId: Number(row.firstId),
      secondId: Number(row.secondId),
      firstVotes: Number(row.firstVotes),
      firstGiven: Number(row.firstGiven),
      secondVotes: Number(row.secondVotes),
      secondGiven: Number(row.secondGiven),
    }))
    .filter(isVotingRing);
}

/**
 * Records the voting rings there are now and takes back the points for votes inside them; of those
 * known already the figures are renewed.
 *
 * @returns how many were not known before
 */
export async function recordVotingRings(db: DbOrTx, { now }: { now: Date }): Promise<number> {
  return db.transaction(async (tx) => {
    const involved: number[] = [];
    for (const ring of await findVotingRings(tx, { now })) {
      const { firstId, secondId, ...figures } = ring;
      const [row] = await tx
        .insert(votingRings)
        .values({ ...ring, foundAt: now })
        .onConflictDoUpdate({
          target: [votingRings.firstId, votingRings.secondId],
          targetWhere: isNull(votingRings.dismissedAt),
          set: figures,
        })
        .returning({ isNew: sql<boolean>`xmax = 0` });
      if (row?.isNew) involved.push(firstId, secondId);
    }
    await reconcilePoints(tx, { personIds: [...new Set(involved)], now });
    return involved.length / 2;
  });
}

/**
 * Staff judge that two people's votes are honest: their points come back.
 *
 * @param reason why, for colleagues and the audit log
 */
export async function dismissVotingRing(
  db: DbOrTx,
  {
    viewer,
    ringId,
    reason,
    address,
    now,
  }: { viewer: Viewer; ringId: number; reason: string; address?: string; now: Date },
): Promise<
  { ok: true } | { ok: false; reason: "not-allowed" | "not-found" | "already-dismissed" }
> {
  if (!isStaff(viewer)) return { ok: false, reason: "not-allowed" };
  return db.transaction(async (tx) => {
    const [ring] = await tx
      .update(votingRings)
      .set({ dismissedBy: viewer.id, dismissedAt: now, dismissReason: reason })
      .where(and(eq(votingRings.id, ringId), isNull(votingRings.dismissedAt)))
      .returning({ firstId: votingRings.firstId, secondId: votingRings.secondId });
    if (!ring) {
      const known = await tx.$count(votingRings, eq(votingRings.id, ringId));
      return { ok: false, reason: known > 0 ? "already-dismissed" : "not-found" };
    }
    const personIds = [ring.firstId, ring.secondId];
    await reconcilePoints(tx, { personIds, now });
    for (const personId of personIds) {
      await recordAudit(tx, {
        actorId: viewer.id,
        action: "points.ring-dismissed",
        targetKind: "person",
        targetId: personId,
        detail: { reason },
        address,
        at: now,
      });
    }
    return { ok: true };
  });
}
