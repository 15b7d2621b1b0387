import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { examAttemptItems, examItems } from "#db/schema/exams.ts";
import { endAttempt, endIfDue, lockOwnAttempt } from "./attempt-ending.server.ts";
import { type AnswerRefusal, checkAnswer, sameAnswer } from "./grading.ts";

export type SavedAnswer = { answer: number[] | null; revision: number };

export type SaveRefusal =
  | { ok: false; reason: "not-found" }
  /** Handed in, or its time is up: what was saved before has been graded. */
  | { ok: false; reason: "ended" }
  | { ok: false; reason: AnswerRefusal }
  /** Another tab saved another answer after this one was opened. */
  | { ok: false; reason: "changed-meanwhile"; current: SavedAnswer };

/**
 * Saves the answer to one question of somebody's own attempt. The same answer may come again, from
 * a second click or after a lost reply.
 *
 * @param revision of the answer that the page showed; another one means that a second tab was first
 * @param marked whether the person wants to come back to the question
 */
export async function saveAnswer(
  db: Db,
  {
    personId,
    attemptId,
    position,
    answer: chosen,
    marked,
    revision,
    now,
  }: {
    personId: number;
    attemptId: number;
    position: number;
    answer: number[];
    marked: boolean;
    revision: number;
    now: Date;
  },
): Promise<{ ok: true; revision: number } | SaveRefusal> {
  return db.transaction(async (tx) => {
    const attempt = await lockOwnAttempt(tx, { attemptId, personId });
    if (!attempt) return { ok: false, reason: "not-found" };
    const { endedAt } = await endIfDue(tx, attempt, now);
    if (endedAt) return { ok: false, reason: "ended" };
    const thisItem = and(
      eq(examAttemptItems.attemptId, attemptId),
      eq(examAttemptItems.position, position),
    );
    const [item] = await tx
      .select({
        kind: examItems.kind,
        optionIds: examAttemptItems.optionIds,
        answer: examAttemptItems.answer,
        revision: examAttemptItems.revision,
        markedAt: examAttemptItems.markedAt,
      })
      .from(examAttemptItems)
      .innerJoin(examItems, eq(examItems.id, examAttemptItems.itemId))
      .where(thisItem);
    if (!item) return { ok: false, reason: "not-found" };
    const checked = checkAnswer(item.kind, item.optionIds, chosen);
    if (!checked.ok) return checked;
    const { answer } = checked;
    const markedAt = marked ? (item.markedAt ?? now) : null;
    if (sameAnswer(answer, item.answer)) {
      await tx.update(examAttemptItems).set({ markedAt }).where(thisItem);
      return { ok: true, revision: item.revision };
    }
    if (revision !== item.revision) {
      const { answer, revision } = item;
      return { ok: false, reason: "changed-meanwhile", current: { answer, revision } };
    }
    const next = item.revision + 1;
    await tx
      .update(examAttemptItems)
      .set({ answer, markedAt, revision: next, answeredAt: answer && now })
      .where(thisItem);
    return { ok: true, revision: next };
  });
}

/**
 * Hands an attempt in, once: whoever hands in again learns that it was done. After the deadline it
 * is too late for that, and what was saved by then is graded.
 */
export async function handIn(
  db: Db,
  { personId, attemptId, now }: { personId: number; attemptId: number; now: Date },
): Promise<
  | { ok: true; examId: number; passed: boolean }
  | { ok: false; reason: "not-found" | "already-ended" | "time-up" }
> {
  return db.transaction(async (tx) => {
    const attempt = await lockOwnAttempt(tx, { attemptId, personId });
    if (!attempt) return { ok: false, reason: "not-found" };
    if (attempt.endedAt) return { ok: false, reason: "already-ended" };
    const due = await endIfDue(tx, attempt, now);
    if (due.endedAt) return { ok: false, reason: "time-up" };
    const ended = await endAttempt(tx, attempt, { ending: "handed-in", endedAt: now });
    return { ok: true, examId: attempt.examId, passed: ended.passed === true };
  });
}
