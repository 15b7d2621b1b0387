import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import { visibleEvents } from "#app/events/visibility.server.ts";
import { personSummary, toPersonSummary } from "#app/people/person-summary.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import {
  acceptedAnswers,
  answers,
  answerVerifications,
  comments,
  informationRequests,
  questionClosures,
  questionDuplicates,
  questions,
} from "#db/schema/questions.ts";
import { answerMark } from "./answer-mark.server.ts";
import { visibleQuestions } from "./visibility.server.ts";

export const ANSWERS_PER_PAGE = 30;

/** Everything on the page of one question, as this viewer may see it; undefined when it is not. */
export async function findQuestionPage(
  db: DbOrTx,
  {
    viewer,
    questionId,
    skipAnswers = 0,
  }: { viewer: MaybeViewer; questionId: number; skipAnswers?: number },
) {
  const question = await findQuestion(db, { viewer, questionId });
  if (!question) return undefined;
  const answerRows = await listAnswers(db, { viewer, questionId, skip: skipAnswers });
  const shown = answerRows.slice(0, ANSWERS_PER_PAGE);
  const commentRows = await listComments(
    db,
    questionId,
    shown.map(({ id }) => id),
  );
  return {
    question: { ...question, comments: commentRows.filter(({ answerId }) => answerId === null) },
    answers: shown.map((answer) => ({
      ...answer,
      comments: commentRows.filter(({ answerId }) => answerId === answer.id),
    })),
    moreAnswers: answerRows.length > ANSWERS_PER_PAGE,
  };
}

export type QuestionPage = NonNullable<Awaited<ReturnType<typeof findQuestionPage>>>;
export type ShownAnswer = QuestionPage["answers"][number];
export type ShownComment = ShownAnswer["comments"][number];

/** The question itself with its author, its area and the facts behind its state. */
export async function findQuestion(
  db: DbOrTx,
  { viewer, questionId }: { viewer: MaybeViewer; questionId: number },
) {
  const closer = alias(people, "closer");
  const requester = alias(people, "requester");
  const canonical = alias(questions, "canonical");
  const viewerId = viewer?.id ?? 0;
  const [row] = await db
    .select({
      id: questions.id,
      title: questions.title,
      bodySource: questions.bodySource,
      bodyHtml: questions.bodyHtml,
      bodyText: questions.bodyText,
      version: questions.version,
      locale: questions.locale,
      state: questions.state,
      scope: questions.scope,
      authorId: questions.authorId,
      organisationId: questions.organisationId,
      productAreaId: questions.productAreaId,
      answerCount: questions.answerCount,
      helpfulCount: questions.helpfulCount,
      createdAt: questions.createdAt,
      editedAt: questions.editedAt,
      lastActivityAt: questions.lastActivityAt,
      area: {
        slug: productAreas.slug,
        nameJa: productAreas.nameJa,
        nameEn: productAreas.nameEn,
      },
      tags: sql<
        string[]
      >`array(select t.name from question_tags qt join tags t on t.id = qt.tag_id where qt.question_id = ${questions.id} order by t.name)`,
      /** In whose room it was asked, when the viewer sees that event. */
      event: sql<{
        id: number;
        title: string;
      } | null>`(select json_build_object('id', events.id, 'title', events.title)
        from room_questions join events on events.id = room_questions.event_id
        where room_questions.question_id = ${questions.id} and ${visibleEvents(viewer)})`,
      author: personSummary,
      acceptedAnswerId: acceptedAnswers.answerId,
      closure: {
        reason: questionClosures.reason,
        note: questionClosures.note,
        by: closer.name,
        at: questionClosures.closedAt,
      },
      informationRequest: {
        message: informationRequests.message,
        by: requester.name,
        at: informationRequests.requestedAt,
      },
      canonical: { id: canonical.id, title: canonical.title },
      votedByViewer: sql<boolean>`exists (select from helpful_votes v where v.question_id = ${questions.id} and v.person_id = ${viewerId})`,
      watchedByViewer: sql<boolean>`exists (select from question_watches w where w.question_id = ${questions.id} and w.person_id = ${viewerId} and w.unwatched_at is null)`,
    })
    .from(questions)
    .innerJoin(productAreas, eq(productAreas.id, questions.productAreaId))
    .innerJoin(people, eq(people.id, questions.authorId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(acceptedAnswers, eq(acceptedAnswers.questionId, questions.id))
    .leftJoin(questionClosures, eq(questionClosures.questionId, questions.id))
    .leftJoin(closer, eq(closer.id, questionClosures.closedBy))
    .leftJoin(informationRequests, eq(informationRequests.questionId, questions.id))
    .leftJoin(requester, eq(requester.id, informationRequests.requestedBy))
    .leftJoin(questionDuplicates, eq(questionDuplicates.questionId, questions.id))
    .leftJoin(
      canonical,
      and(
        eq(canonical.id, questionDuplicates.canonicalId),
        // Who may not see the original is not told its title.
        sql`${canonical.id} in (select ${questions.id} from ${questions} where ${questions.id} = ${questionDuplicates.canonicalId} and ${visibleQuestions(viewer)})`,
      ),
    )
    .where(and(eq(questions.id, questionId), visibleQuestions(viewer)));
  if (!row) return undefined;
  const { closure, informationRequest, canonical: original, ...question } = row;
  const { by, ...closureItself } = closure;
  const closed = present(closureItself);
  return {
    ...question,
    author: toPersonSummary(row.author),
    closure: closed && { ...closed, by },
    informationRequest: present(informationRequest),
    canonical: original && present(original),
  };
}

type Present<T> = { [Key in keyof T]: NonNullable<T[Key]> };

/** A joined group of columns, or null where the join found no row. */
function present<T extends Record<string, unknown>>(columns: T): Present<T> | null {
  return Object.values(columns).includes(null) ? null : (columns as Present<T>);
}

/** Answers: the accepted one first, then by 「役に立った」, then by age. */
async function listAnswers(
  db: DbOrTx,
  { viewer, questionId, skip }: { viewer: MaybeViewer; questionId: number; skip: number },
) {
  const verifier = alias(people, "verifier");
  const rows = await db
    .select({
      id: answers.id,
      bodySource: answers.bodySource,
      bodyHtml: answers.bodyHtml,
      bodyText: answers.bodyText,
      version: answers.version,
      authorId: answers.authorId,
      createdAt: answers.createdAt,
      editedAt: answers.editedAt,
      trueForVersion: answers.trueForVersion,
      reviewOn: answers.reviewOn,
      helpfulCount: answers.helpfulCount,
      author: personSummary,
      mark: answerMark,
      acceptedAt: acceptedAnswers.acceptedAt,
      verifiedAt: answerVerifications.verifiedAt,
      verifiedBy: verifier.name,
      votedByViewer: sql<boolean>`exists (select from helpful_votes v where v.answer_id = ${answers.id} and v.person_id = ${viewer?.id ?? 0})`,
    })
    .from(answers)
    .innerJoin(people, eq(people.id, answers.authorId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(acceptedAnswers, eq(acceptedAnswers.answerId, answers.id))
    .leftJoin(answerVerifications, eq(answerVerifications.answerId, answers.id))
    .leftJoin(verifier, eq(verifier.id, answerVerifications.verifiedBy))
    .where(and(eq(answers.questionId, questionId), isNull(answers.deletedAt)))
    .orderBy(
      sql`${acceptedAnswers.answerId} is null`,
      sql`${answers.helpfulCount} desc`,
      asc(answers.createdAt),
      asc(answers.id),
    )
    .limit(ANSWERS_PER_PAGE + 1)
    .offset(skip);
  return rows.map((row) => ({ ...row, author: toPersonSummary(row.author) }));
}

async function listComments(db: DbOrTx, questionId: number, answerIds: number[]) {
  const rows = await db
    .select({
      id: comments.id,
      answerId: comments.answerId,
      authorId: comments.authorId,
      bodySource: comments.bodySource,
      bodyHtml: comments.bodyHtml,
      version: comments.version,
      createdAt: comments.createdAt,
      editedAt: comments.editedAt,
      author: personSummary,
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        eq(comments.questionId, questionId),
        isNull(comments.deletedAt),
        answerIds.length > 0
          ? or(isNull(comments.answerId), inArray(comments.answerId, answerIds))
          : isNull(comments.answerId),
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(500);
  return rows.map((row) => ({ ...row, author: toPersonSummary(row.author) }));
}
