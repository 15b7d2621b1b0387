import { eq, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { pointEntries } from "#db/schema/points.ts";
import { findConcerned, listDeeds, listStandings } from "./deeds.server.ts";
import { countDeeds, missingRows } from "./points.ts";

const POINTS_LOCK = 7_236_405;
const PEOPLE_AT_ONCE = 50;
const ROWS_AT_ONCE = 1_000;

/**
 * Brings the ledgers of people up to what their deeds count now; writes nothing when they say so
 * already. Runs inside the caller's transaction, at its end: a ledger stays locked until then, so
 * that two changes at once never both fill the rest of a day.
 *
 * @param days only deeds of these days, `YYYY-MM-DD`; all when left out
 * @returns how many rows it wrote
 */
export async function reconcilePoints(
  tx: DbOrTx,
  { personIds, days, now }: { personIds: number[]; days?: string[]; now: Date },
): Promise<number> {
  if (personIds.length === 0) return 0;
  await lockLedgers(tx, personIds);
  const deeds = await listDeeds(tx, { personIds, days });
  const standings = await listStandings(tx, { personIds, days });
  const [deedsOf, standingsOf] = [byPerson(deeds), byPerson(standings)];
  const rows = personIds.flatMap((personId) =>
    missingRows(countDeeds(deedsOf.get(personId) ?? []), standingsOf.get(personId) ?? []).map(
      (row) => ({ ...row, personId, at: now }),
    ),
  );
  // A ledger is read newest first, by key.
  rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await tx.insert(pointEntries).values(rows.slice(start, start + ROWS_AT_ONCE));
  }
  return rows.length;
}

/**
 * Brings the points for answers up to date after they, or the marks and votes on them, changed.
 * Called last in the transaction of the change.
 */
export async function followPoints(
  tx: DbOrTx,
  { now, ...of }: ({ answerIds: number[] } | { questionId: number }) & { now: Date },
): Promise<void> {
  await reconcilePoints(tx, { ...(await findConcerned(tx, of)), now });
}

/**
 * Brings every ledger up to date, a few people at a time.
 *
 * @returns how many rows were missing, which only a fault of ours explains
 */
export async function reconcileAllPoints(db: DbOrTx, { now }: { now: Date }): Promise<number> {
  let written = 0;
  let after = 0;
  for (;;) {
    const personIds = await listPeopleWithAnswers(db, after);
    const last = personIds.at(-1);
    if (last === undefined) return written;
    after = last;
    written += await db.transaction((tx) => reconcilePoints(tx, { personIds, now }));
  }
}

async function listPeopleWithAnswers(db: DbOrTx, after: number): Promise<number[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from people where id > ${after} and email is not null
      and (exists (select from answers a where a.author_id = people.id)
        or exists (select from point_entries e where e.person_id = people.id))
    order by id limit ${PEOPLE_AT_ONCE}`);
  return rows.map((row) => Number(row.id));
}

/** A person's points. */
export async function findPointsTotal(
  db: DbOrTx,
  { personId }: { personId: number },
): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`coalesce(sum(${pointEntries.amount}), 0)::int` })
    .from(pointEntries)
    .where(eq(pointEntries.personId, personId));
  return row?.total ?? 0;
}

/** One after the other by number, so that no two transactions wait for each other. */
async function lockLedgers(tx: DbOrTx, personIds: number[]): Promise<void> {
  const ids = personIds.toSorted((a, b) => a - b);
  await tx.execute(sql`
    select pg_advisory_xact_lock(${POINTS_LOCK}, (id % 2147483647)::int)
    from unnest(${sql.param(ids)}::bigint[]) with ordinality as wanted (id, place)
    order by place`);
}

function byPerson<T extends { personId: number }>(rows: T[]): Map<number, T[]> {
  return Map.groupBy(rows, ({ personId }) => personId);
}
