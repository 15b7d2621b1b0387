import { and, count, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { areaColumns } from "#app/areas/areas.server.ts";
import type { Area } from "#app/areas/areas.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { acceptedAnswers, answers, questions } from "#db/schema/questions.ts";
import type { Locale } from "#db/vocabulary.ts";

const RECENT = 10;

export type ProfileActivity = {
  answers: number;
  accepted: number;
  /** Organisations other than the person's own whose questions they solved. */
  organisationsHelped: number;
  firstQuestionAt?: Date;
  firstAnswerAt?: Date;
  firstAcceptedAt?: Date;
  /** Areas of the questions they answered, most answers first. */
  areas: (Area & { answers: number })[];
  recent: {
    id: number;
    createdAt: Date;
    excerpt: string;
    accepted: boolean;
    question: { id: number; title: string; locale: Locale };
  }[];
};

/**
 * What a person did here, as far as the viewer may see: what lies under a question that does not
 * exist for the viewer is neither listed nor counted.
 *
 * @param visibleQuestions the condition under which a question exists for the viewer
 */
export async function findProfileActivity(
  db: DbOrTx,
  { personId, visibleQuestions }: { personId: number; visibleQuestions: SQL },
): Promise<ProfileActivity> {
  const theirs = and(
    eq(answers.authorId, personId),
    isNull(answers.deletedAt),
    visibleQuestions,
  ) as SQL;
  const [figures, areas, recent] = await Promise.all([
    findFigures(db, personId, theirs, visibleQuestions),
    listAnsweredAreas(db, theirs),
    listRecentAnswers(db, theirs),
  ]);
  return { ...figures, areas, recent };
}

async function findFigures(db: DbOrTx, personId: number, theirs: SQL, visibleQuestions: SQL) {
  const moment = (value: SQL) => sql<Date | null>`${value}`.mapWith(answers.createdAt);
  const [row] = await db
    .select({
      answers: count(),
      accepted: count(acceptedAnswers.answerId),
      organisationsHelped: sql<number>`count(distinct ${questions.organisationId}) filter (
        where ${acceptedAnswers.answerId} is not null
          and ${questions.organisationId} is distinct from ${answers.organisationId})::int`,
      firstAnswerAt: moment(sql`min(${answers.createdAt})`),
      firstAcceptedAt: moment(sql`min(${acceptedAnswers.acceptedAt})`),
      firstQuestionAt: moment(sql`(select min(${questions.createdAt}) from ${questions}
        where ${questions.authorId} = ${personId} and ${visibleQuestions})`),
    })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .leftJoin(acceptedAnswers, eq(acceptedAnswers.answerId, answers.id))
    .where(theirs);
  if (!row) throw new Error("An aggregate without a row");
  return {
    ...row,
    firstQuestionAt: row.firstQuestionAt ?? undefined,
    firstAnswerAt: row.firstAnswerAt ?? undefined,
    firstAcceptedAt: row.firstAcceptedAt ?? undefined,
  };
}

function listAnsweredAreas(db: DbOrTx, theirs: SQL) {
  return db
    .select({ ...areaColumns, answers: count() })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .innerJoin(productAreas, eq(productAreas.id, questions.productAreaId))
    .where(theirs)
    .groupBy(productAreas.id)
    .orderBy(desc(count()), productAreas.position, productAreas.id)
    .limit(12);
}

function listRecentAnswers(db: DbOrTx, theirs: SQL) {
  return db
    .select({
      id: answers.id,
      createdAt: answers.createdAt,
      excerpt: sql<string>`left(${answers.bodyText}, 140)`,
      accepted: sql<boolean>`${acceptedAnswers.answerId} is not null`,
      question: { id: questions.id, title: questions.title, locale: questions.locale },
    })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .leftJoin(acceptedAnswers, eq(acceptedAnswers.answerId, answers.id))
    .where(theirs)
    .orderBy(desc(answers.createdAt), desc(answers.id))
    .limit(RECENT);
}
