import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { questionHistory, revisions } from "#db/schema/question-activity.ts";
import { answers, comments, questions } from "#db/schema/questions.ts";
import { visibleQuestions } from "./visibility.server.ts";

/** What happened to a question, oldest first. */
export async function listQuestionHistory(
  db: DbOrTx,
  { viewer, questionId }: { viewer: MaybeViewer; questionId: number },
) {
  const author = alias(people, "answer_author");
  return db
    .select({
      id: questionHistory.id,
      kind: questionHistory.kind,
      at: questionHistory.at,
      detail: questionHistory.detail,
      answerId: questionHistory.answerId,
      actor: people.name,
      answerBy: author.name,
    })
    .from(questionHistory)
    .innerJoin(questions, eq(questions.id, questionHistory.questionId))
    .leftJoin(people, eq(people.id, questionHistory.actorId))
    .leftJoin(answers, eq(answers.id, questionHistory.answerId))
    .leftJoin(author, eq(author.id, answers.authorId))
    .where(and(eq(questionHistory.questionId, questionId), visibleQuestions(viewer)))
    .orderBy(asc(questionHistory.id))
    .limit(500);
}

export const POST_KINDS = ["question", "answer", "comment"] as const;
export type RevisedPost = { kind: (typeof POST_KINDS)[number]; id: number };

/** All versions of a post, oldest first; empty when it does not exist for the viewer. */
export async function listRevisions(
  db: DbOrTx,
  { viewer, post }: { viewer: MaybeViewer; post: RevisedPost },
) {
  const source = {
    question: { column: revisions.questionId, questionId: sql`${post.id}::bigint` },
    answer: {
      column: revisions.answerId,
      questionId: sql`(select a.question_id from ${answers} a where a.id = ${post.id} and a.deleted_at is null)`,
    },
    comment: {
      column: revisions.commentId,
      questionId: sql`(select c.question_id from ${comments} c left join ${answers} a on a.id = c.answer_id where c.id = ${post.id} and c.deleted_at is null and a.deleted_at is null)`,
    },
  }[post.kind];
  return db
    .select({
      id: revisions.id,
      title: revisions.title,
      bodySource: revisions.bodySource,
      createdAt: revisions.createdAt,
      editor: people.name,
      questionId: questions.id,
      questionTitle: questions.title,
    })
    .from(revisions)
    .innerJoin(people, eq(people.id, revisions.editorId))
    .innerJoin(questions, sql`${questions.id} = ${source.questionId}`)
    .where(and(eq(source.column, post.id), visibleQuestions(viewer)))
    .orderBy(asc(revisions.id))
    .limit(200);
}
