import { and, asc, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { examAttempts, exams } from "#db/schema/exams.ts";
import { type Tries, triesOf } from "./exams.ts";

/** An attempt of one's own, in figures. */
export type AttemptSummary = {
  id: number;
  number: number;
  startedAt: Date;
  deadlineAt: Date;
  endedAt: Date | null;
  correctCount: number | null;
  itemCount: number;
  passPercent: number;
  passed: boolean | null;
};

export type ExamStanding = Tries & {
  /** Oldest first. */
  attempts: AttemptSummary[];
  /** Under way, or waiting to be graded. */
  open: AttemptSummary | undefined;
  last: AttemptSummary | undefined;
  best: AttemptSummary | undefined;
  /** When the exam was last passed, and in which attempt. */
  passedAt: Date | undefined;
  attemptId: number | undefined;
};

/**
 * Where somebody stands with an exam: their results, and when they may try (again). Whether they
 * have a reason to sit it is another question, see `listGrounds`.
 */
export async function findExamStanding(
  db: DbOrTx,
  { personId, examId, now }: { personId: number; examId: number; now: Date },
): Promise<ExamStanding | undefined> {
  const [exam] = await db
    .select({ coolingOffDays: exams.coolingOffDays, maxAttempts: exams.maxAttempts })
    .from(exams)
    .where(eq(exams.id, examId));
  if (!exam) return undefined;
  const attempts = await db
    .select({
      id: examAttempts.id,
      number: examAttempts.number,
      startedAt: examAttempts.startedAt,
      deadlineAt: examAttempts.deadlineAt,
      endedAt: examAttempts.endedAt,
      correctCount: examAttempts.correctCount,
      itemCount: examAttempts.itemCount,
      passPercent: examAttempts.passPercent,
      passed: examAttempts.passed,
    })
    .from(examAttempts)
    .where(and(eq(examAttempts.personId, personId), eq(examAttempts.examId, examId)))
    .orderBy(asc(examAttempts.number));
  const ended = attempts.filter(({ endedAt }) => endedAt !== null);
  const passed = ended.findLast((attempt) => attempt.passed);
  return {
    ...triesOf(exam, attempts, now),
    attempts,
    open: attempts.find(({ endedAt }) => endedAt === null),
    last: ended.at(-1),
    best: ended.reduce<AttemptSummary | undefined>(better, undefined),
    passedAt: passed?.endedAt ?? undefined,
    attemptId: passed?.id,
  };
}

function better(best: AttemptSummary | undefined, attempt: AttemptSummary): AttemptSummary {
  const share = ({ correctCount, itemCount }: AttemptSummary) => (correctCount ?? 0) / itemCount;
  return best && share(best) >= share(attempt) ? best : attempt;
}
