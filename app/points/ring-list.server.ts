import { and, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { votingRings } from "#db/schema/points.ts";

export const RINGS_PAGE = 30;

export type ListedRing = Awaited<ReturnType<typeof selectRings>>[number];

/**
 * Voting rings, the latest found first; for staff. Either those that count as such, or those that
 * staff dismissed.
 *
 * @param cursor `next` of the page before
 */
export async function listVotingRings(
  db: DbOrTx,
  { dismissed, cursor }: { dismissed: boolean; cursor?: string | null },
): Promise<{ rings: ListedRing[]; next?: string }> {
  const from = decodeCursor(cursor, ["number"]);
  const rows = await selectRings(db)
    .where(
      and(
        dismissed ? isNotNull(votingRings.dismissedAt) : isNull(votingRings.dismissedAt),
        from && lt(votingRings.id, Number(from[0])),
      ),
    )
    .orderBy(desc(votingRings.id))
    .limit(RINGS_PAGE + 1);
  const page = pageOf(rows, RINGS_PAGE, (last) => [last.id]);
  return { rings: page.rows, next: page.next };
}

export async function findRing(
  db: DbOrTx,
  { ringId }: { ringId: number },
): Promise<ListedRing | undefined> {
  const [ring] = await selectRings(db).where(eq(votingRings.id, ringId));
  return ring;
}

function selectRings(db: DbOrTx) {
  const first = alias(people, "first");
  const second = alias(people, "second");
  const dismisser = alias(people, "dismisser");
  return db
    .select({
      id: votingRings.id,
      first: { handle: first.handle, name: first.name },
      second: { handle: second.handle, name: second.name },
      firstVotes: votingRings.firstVotes,
      firstGiven: votingRings.firstGiven,
      secondVotes: votingRings.secondVotes,
      secondGiven: votingRings.secondGiven,
      foundAt: votingRings.foundAt,
      dismissedAt: votingRings.dismissedAt,
      dismissedBy: dismisser.name,
      dismissReason: votingRings.dismissReason,
    })
    .from(votingRings)
    .innerJoin(first, eq(first.id, votingRings.firstId))
    .innerJoin(second, eq(second.id, votingRings.secondId))
    .leftJoin(dismisser, eq(dismisser.id, votingRings.dismissedBy))
    .$dynamic();
}
