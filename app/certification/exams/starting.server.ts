import { randomInt } from "node:crypto";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { after, MINUTE } from "#app/lib/time.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import {
  examAreas,
  examAttemptItems,
  examAttempts,
  examItemOptions,
  examItems,
  exams,
} from "#db/schema/exams.ts";
import { people } from "#db/schema/people.ts";
import type { ExamItemKind, Locale } from "#db/vocabulary.ts";
import { endIfDue } from "./attempt-ending.server.ts";
import { drawItems, type Random, shuffledOptions } from "./drawing.ts";
import { canSitExam, type SittingRefusal } from "./exams.ts";
import { listGrounds } from "./grounds.server.ts";

/** Nobody can foresee what these draw. */
export const unforeseeable: Random = (below) => randomInt(below);

/**
 * Begins an attempt: draws the items and starts the clock. Whoever has one under way goes on with
 * it, so that a second click or tab begins nothing.
 */
export async function startAttempt(
  db: Db,
  {
    personId,
    examId,
    now,
    random = unforeseeable,
  }: { personId: number; examId: number; now: Date; random?: Random },
): Promise<
  | { ok: true; attemptId: number; resumed: boolean }
  | { ok: false; reason: SittingRefusal | "not-found"; nextTryAt?: Date }
> {
  return db.transaction(async (tx) => {
    // Two starts of one person take turns: what the first began, the second sees.
    await tx
      .select({ id: people.id })
      .from(people)
      .where(eq(people.id, personId))
      .for("no key update");
    const [exam] = await tx.select().from(exams).where(eq(exams.id, examId)).for("share");
    if (!exam) return { ok: false, reason: "not-found" };
    const attempts = await listAttemptsToJudge(tx, { personId, examId, now });
    const open = attempts.find(({ endedAt }) => endedAt === null);
    if (open) return { ok: true, attemptId: open.id, resumed: true };
    const pool = await listPool(tx, { examId, locale: exam.locale });
    const grounds = await listGrounds(tx, { personId, examId, now });
    const available = pool.length;
    const allowed = canSitExam({ exam, grounds, attempts, available, now });
    if (!allowed.ok) return allowed;
    const drawn = drawItems(pool, { count: exam.itemCount, random });
    if (!drawn) return { ok: false, reason: "bank-too-small" };
    const [attempt] = await tx
      .insert(examAttempts)
      .values({
        examId,
        personId,
        number: Math.max(0, ...attempts.map(({ number }) => number)) + 1,
        startedAt: now,
        deadlineAt: after(now, exam.timeLimitMinutes * MINUTE),
        itemCount: exam.itemCount,
        passPercent: exam.passPercent,
      })
      .returning({ id: examAttempts.id });
    if (!attempt) throw new Error("The attempt was not stored");
    await insertDrawn(tx, { attemptId: attempt.id, drawn, random });
    return { ok: true, attemptId: attempt.id, resumed: false };
  });
}

/** All attempts of a person, oldest first; one whose time is up is ended before it is looked at. */
async function listAttemptsToJudge(
  tx: DbOrTx,
  { personId, examId, now }: { personId: number; examId: number; now: Date },
) {
  const rows = await tx
    .select()
    .from(examAttempts)
    .where(and(eq(examAttempts.personId, personId), eq(examAttempts.examId, examId)))
    .orderBy(asc(examAttempts.number))
    .for("update");
  const attempts = [];
  for (const row of rows) attempts.push(await endIfDue(tx, row, now));
  return attempts;
}

type PoolItem = { id: number; areaId: number; kind: ExamItemKind };

/** The items in use that an exam draws from: its language, and its areas when it names any. */
export async function listPool(
  db: DbOrTx,
  { examId, locale }: { examId: number; locale: Locale },
): Promise<PoolItem[]> {
  const areas = await db
    .select({ id: examAreas.productAreaId })
    .from(examAreas)
    .where(eq(examAreas.examId, examId));
  return db
    .select({ id: examItems.id, areaId: examItems.productAreaId, kind: examItems.kind })
    .from(examItems)
    .where(
      and(
        isNull(examItems.retiredAt),
        eq(examItems.locale, locale),
        areas.length === 0
          ? undefined
          : inArray(
              examItems.productAreaId,
              areas.map(({ id }) => id),
            ),
      ),
    )
    .orderBy(asc(examItems.id));
}

async function insertDrawn(
  tx: DbOrTx,
  { attemptId, drawn, random }: { attemptId: number; drawn: PoolItem[]; random: Random },
): Promise<void> {
  const options = await listOptionIds(
    tx,
    drawn.map(({ id }) => id),
  );
  await tx.insert(examAttemptItems).values(
    drawn.map(({ id, kind }, index) => ({
      attemptId,
      position: index + 1,
      itemId: id,
      optionIds: shuffledOptions(kind, options.get(id) ?? [], random),
    })),
  );
}

/** Ids of the options of some items, in their order in the bank. */
export async function listOptionIds(db: DbOrTx, itemIds: number[]): Promise<Map<number, number[]>> {
  const rows = await db
    .select({ itemId: examItemOptions.itemId, id: examItemOptions.id })
    .from(examItemOptions)
    .where(inArray(examItemOptions.itemId, itemIds))
    .orderBy(asc(examItemOptions.itemId), asc(examItemOptions.position));
  const ids = new Map<number, number[]>();
  for (const { itemId, id } of rows) ids.set(itemId, [...(ids.get(itemId) ?? []), id]);
  return ids;
}
