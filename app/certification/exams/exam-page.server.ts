import { and, eq, isNull, lte } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { examAttempts } from "#db/schema/exams.ts";
import { findOwnAttempt } from "./attempt-page.server.ts";
import { type Exam, findExamBySlug } from "./exam-reading.server.ts";
import { canSitExam } from "./exams.ts";
import { listGrounds, type SittingGround } from "./grounds.server.ts";
import { type ExamStanding, findExamStanding } from "./standing.server.ts";
import { listPool } from "./starting.server.ts";

export type ExamView = {
  exam: Exam;
  grounds: SittingGround[];
  standing: ExamStanding;
  allowed: ReturnType<typeof canSitExam>;
};

/**
 * An exam as somebody signed in sees it, with their own attempts and whether they may begin one. An
 * exam that has ended is there for those only who sat it.
 */
export async function findExamView(
  db: Db,
  { personId, slug, now }: { personId: number; slug: string; now: Date },
): Promise<ExamView | undefined> {
  const exam = await findExamBySlug(db, { slug });
  if (!exam) return undefined;
  const of = { personId, examId: exam.id, now };
  await endOwnDue(db, of);
  const [standing, grounds, pool] = await Promise.all([
    findExamStanding(db, of),
    listGrounds(db, of),
    listPool(db, { examId: exam.id, locale: exam.locale }),
  ]);
  if (!standing || (exam.retiredAt && standing.attempts.length === 0)) return undefined;
  const { attempts } = standing;
  const allowed = canSitExam({ exam, grounds, attempts, available: pool.length, now });
  return { exam, grounds, standing, allowed };
}

/** Ends the person's own attempt if its time is up, so that the page shows the result. */
async function endOwnDue(
  db: Db,
  { personId, examId, now }: { personId: number; examId: number; now: Date },
): Promise<void> {
  const due = await db
    .select({ id: examAttempts.id })
    .from(examAttempts)
    .where(
      and(
        eq(examAttempts.personId, personId),
        eq(examAttempts.examId, examId),
        isNull(examAttempts.endedAt),
        lte(examAttempts.deadlineAt, now),
      ),
    );
  for (const { id } of due) await findOwnAttempt(db, { personId, attemptId: id, now });
}
