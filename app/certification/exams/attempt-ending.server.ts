import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { examAttemptItems, examAttempts, examItemOptions, examItems } from "#db/schema/exams.ts";
import type { AttemptEnding } from "#db/vocabulary.ts";
import { isRight, type KeyedOption, passes } from "./grading.ts";

export type Attempt = typeof examAttempts.$inferSelect;

/** Somebody's own attempt, held until the transaction ends; undefined for anybody else's. */
export async function lockOwnAttempt(
  tx: DbOrTx,
  { attemptId, personId }: { attemptId: number; personId: number },
): Promise<Attempt | undefined> {
  const [attempt] = await tx
    .select()
    .from(examAttempts)
    .where(and(eq(examAttempts.id, attemptId), eq(examAttempts.personId, personId)))
    .for("update");
  return attempt;
}

/** Grades what was saved and ends the attempt for good. The caller holds it and it is open. */
export async function endAttempt(
  tx: DbOrTx,
  attempt: Attempt,
  { ending, endedAt }: { ending: AttemptEnding; endedAt: Date },
): Promise<Attempt> {
  const items = await tx
    .select({
      position: examAttemptItems.position,
      itemId: examAttemptItems.itemId,
      kind: examItems.kind,
      answer: examAttemptItems.answer,
    })
    .from(examAttemptItems)
    .innerJoin(examItems, eq(examItems.id, examAttemptItems.itemId))
    .where(eq(examAttemptItems.attemptId, attempt.id));
  const options = await listKeyedOptions(
    tx,
    items.map(({ itemId }) => itemId),
  );
  const right = items
    .filter(({ itemId, kind, answer }) => isRight(kind, options.get(itemId) ?? [], answer))
    .map(({ position }) => position);
  await tx
    .update(examAttemptItems)
    .set({
      correct:
        right.length === 0
          ? sql`false`
          : sql`${examAttemptItems.position} in (${sql.join(right, sql`, `)})`,
    })
    .where(eq(examAttemptItems.attemptId, attempt.id));
  const { itemCount, passPercent } = attempt;
  const correctCount = right.length;
  const [ended] = await tx
    .update(examAttempts)
    .set({
      endedAt,
      ending,
      correctCount,
      passed: passes({ correctCount, itemCount, passPercent }),
    })
    .where(and(eq(examAttempts.id, attempt.id), isNull(examAttempts.endedAt)))
    .returning();
  if (!ended) throw new Error("The attempt had ended already");
  return ended;
}

/** Ends an attempt whose time is up, as of its deadline; any other comes back as it is. */
export async function endIfDue(tx: DbOrTx, attempt: Attempt, now: Date): Promise<Attempt> {
  if (attempt.endedAt || now < attempt.deadlineAt) return attempt;
  return endAttempt(tx, attempt, { ending: "time-up", endedAt: attempt.deadlineAt });
}

const BATCH = 100;

/**
 * Ends all attempts whose time is up and grades what was saved. Safe to run again and at once: an
 * attempt that somebody else is ending is left to them.
 *
 * @returns how many were ended
 * @throws AggregateError once the others are done, when some failed
 */
export async function endDueAttempts(db: Db, { now }: { now: Date }): Promise<number> {
  let ended = 0;
  const failures: unknown[] = [];
  for (let after = 0; ; ) {
    const due = await db
      .select({ id: examAttempts.id })
      .from(examAttempts)
      .where(
        and(
          isNull(examAttempts.endedAt),
          lte(examAttempts.deadlineAt, now),
          sql`${examAttempts.id} > ${after}`,
        ),
      )
      .orderBy(asc(examAttempts.id))
      .limit(BATCH);
    for (const { id } of due) {
      after = id;
      try {
        if (await endOne(db, id, now)) ended += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    if (due.length < BATCH) break;
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some attempts were not ended");
  return ended;
}

async function endOne(db: Db, attemptId: number, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [attempt] = await tx
      .select()
      .from(examAttempts)
      .where(and(eq(examAttempts.id, attemptId), isNull(examAttempts.endedAt)))
      .for("update", { skipLocked: true });
    if (!attempt) return false;
    const { endedAt } = await endIfDue(tx, attempt, now);
    return endedAt !== null;
  });
}

async function listKeyedOptions(
  tx: DbOrTx,
  itemIds: number[],
): Promise<Map<number, KeyedOption[]>> {
  if (itemIds.length === 0) return new Map();
  const rows = await tx
    .select({
      itemId: examItemOptions.itemId,
      id: examItemOptions.id,
      position: examItemOptions.position,
      isCorrect: examItemOptions.isCorrect,
    })
    .from(examItemOptions)
    .where(inArray(examItemOptions.itemId, itemIds));
  return Map.groupBy(rows, ({ itemId }) => itemId);
}
