import { and, eq } from "drizzle-orm";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { questionHistory } from "#db/schema/question-activity.ts";
import { answers, questions } from "#db/schema/questions.ts";
import type { QuestionHistoryKind } from "#db/vocabulary.ts";
import { visibleQuestions } from "./visibility.server.ts";

/**
 * Locks a question for the rest of the transaction, so that what is checked stays true until the
 * change is made; others may refer to it meanwhile. Undefined when it does not exist for the viewer.
 */
export async function lockQuestion(tx: DbOrTx, viewer: MaybeViewer, questionId: number) {
  const [question] = await tx
    .select({
      id: questions.id,
      authorId: questions.authorId,
      organisationId: questions.organisationId,
      productAreaId: questions.productAreaId,
      scope: questions.scope,
      state: questions.state,
      answerCount: questions.answerCount,
      title: questions.title,
      locale: questions.locale,
    })
    .from(questions)
    .where(and(eq(questions.id, questionId), visibleQuestions(viewer)))
    .for("no key update");
  return question;
}

export type LockedQuestion = NonNullable<Awaited<ReturnType<typeof lockQuestion>>>;

/** The question of an answer; what one may do to the answer depends on it. */
export async function findQuestionIdOfAnswer(
  db: DbOrTx,
  answerId: number,
): Promise<number | undefined> {
  const [row] = await db
    .select({ questionId: answers.questionId })
    .from(answers)
    .where(eq(answers.id, answerId));
  return row?.questionId;
}

/** Appends to the question's history. */
export async function recordHistory(
  tx: DbOrTx,
  entry: {
    questionId: number;
    answerId?: number;
    /** Null when time did it. */
    actorId: number | null;
    kind: QuestionHistoryKind;
    detail?: Record<string, string | number>;
    now: Date;
  },
): Promise<void> {
  const { now, ...values } = entry;
  await tx.insert(questionHistory).values({ ...values, at: now });
}
