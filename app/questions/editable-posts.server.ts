import { and, eq, isNull } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { answers, comments, questions } from "#db/schema/questions.ts";
import { visibleQuestions } from "./visibility.server.ts";

/** An answer with its source, for its edit form. */
export async function findEditableAnswer(
  db: DbOrTx,
  { viewer, answerId }: { viewer: Viewer; answerId: number },
) {
  const [answer] = await db
    .select({
      id: answers.id,
      authorId: answers.authorId,
      version: answers.version,
      bodySource: answers.bodySource,
      trueForVersion: answers.trueForVersion,
      reviewOn: answers.reviewOn,
      questionId: questions.id,
      questionTitle: questions.title,
    })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .where(and(eq(answers.id, answerId), isNull(answers.deletedAt), visibleQuestions(viewer)));
  return answer;
}

/** A comment with its source, for its edit form. */
export async function findEditableComment(
  db: DbOrTx,
  { viewer, commentId }: { viewer: Viewer; commentId: number },
) {
  const [comment] = await db
    .select({
      id: comments.id,
      authorId: comments.authorId,
      version: comments.version,
      bodySource: comments.bodySource,
      questionId: questions.id,
      questionTitle: questions.title,
    })
    .from(comments)
    .innerJoin(questions, eq(questions.id, comments.questionId))
    .leftJoin(answers, eq(answers.id, comments.answerId))
    .where(
      and(
        eq(comments.id, commentId),
        isNull(comments.deletedAt),
        isNull(answers.deletedAt),
        visibleQuestions(viewer),
      ),
    );
  return comment;
}
