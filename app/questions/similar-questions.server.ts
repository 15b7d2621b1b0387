import { and, desc, sql } from "drizzle-orm";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { questions } from "#db/schema/questions.ts";
import type { QuestionState } from "#db/vocabulary.ts";
import { tellingTerms, tsqueryText } from "./search-terms.ts";
import { findTermShares, rarestTerms, type TermShares } from "./term-shares.server.ts";
import { visibleQuestions } from "./visibility.server.ts";

/** Terms of a title that are looked at. */
const MOST_TERMS = 30;
/** How many questions the terms that lead to candidates may hold between them. */
const FROM_TITLES = 400;
const FROM_TEXTS = 100;
/** Candidates that are compared, the newest of those found. */
const MOST_CANDIDATES = 120;
/** What a term counts that stands in the text of a question only, against 1 in its title. */
const IN_TEXT = 0.4;
/** The least share of a title, its terms weighed by how rare they are, that makes another alike. */
const ALIKE = 0.15;

export type SimilarQuestion = {
  id: number;
  title: string;
  state: QuestionState;
  answerCount: number;
};

/**
 * Questions whose title, or else text, shares the telling terms of a title; the closest first. A
 * rare term says more than a common one (its weight is the inverse document frequency), and only
 * rare ones lead to candidates, so that the work does not grow with the number of questions.
 */
export async function listSimilarQuestions(
  db: DbOrTx,
  {
    viewer,
    title,
    exceptId,
    limit = 5,
  }: { viewer: MaybeViewer; title: string; exceptId?: number; limit?: number },
): Promise<SimilarQuestion[]> {
  const terms = tellingTerms(title).slice(0, MOST_TERMS);
  if (terms.length === 0) return [];
  const shares = await findTermShares(db);
  const weights = terms.map((term) => -Math.log(shares.inTitles(term)));
  const candidates = selectCandidates(db, { viewer, terms, shares, exceptId });
  const score = sql<number>`(
    select sum(term.weight * case when ${candidates.titleVector} @@ term.query then 1
      when ${candidates.vector} @@ term.query then ${IN_TEXT}::float8 else 0 end)
    from unnest(${sql.param(terms.map((term) => `'${term}'`))}::text[]::tsquery[],
      ${sql.param(weights)}::float8[]) as term (query, weight))`;
  const scored = db
    .select({
      id: candidates.id,
      title: candidates.title,
      state: candidates.state,
      answerCount: candidates.answerCount,
      score: score.as("score"),
    })
    .from(candidates)
    .as("scored");
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return db
    .select({
      id: scored.id,
      title: scored.title,
      state: scored.state,
      answerCount: scored.answerCount,
    })
    .from(scored)
    .where(sql`${scored.score} >= ${whole * ALIKE}::float8`)
    .orderBy(desc(scored.score), desc(scored.id))
    .limit(limit);
}

function selectCandidates(
  db: DbOrTx,
  {
    viewer,
    terms,
    shares,
    exceptId,
  }: { viewer: MaybeViewer; terms: string[]; shares: TermShares; exceptId?: number },
) {
  const ofTitles = rarestTerms(terms, {
    share: shares.inTitles,
    rows: shares.rows,
    most: FROM_TITLES,
  });
  const ofTexts = rarestTerms(terms, {
    share: shares.inTexts,
    rows: shares.rows,
    most: FROM_TEXTS,
  });
  return db
    .select({
      id: questions.id,
      title: questions.title,
      state: questions.state,
      answerCount: questions.answerCount,
      titleVector: questions.titleVector,
      // Joined to nothing it is unpacked once, not for each term that is looked up in it.
      vector: sql<string>`${questions.searchVector} || ''::tsvector`.as("vector"),
    })
    .from(questions)
    .where(
      and(
        visibleQuestions(viewer),
        sql`(${questions.titleVector} @@ ${tsqueryText(ofTitles, "|")}::tsquery or ${questions.searchVector} @@ ${tsqueryText(ofTexts, "|")}::tsquery)`,
        exceptId ? sql`${questions.id} <> ${exceptId}` : undefined,
      ),
    )
    .orderBy(desc(questions.createdAt), desc(questions.id))
    .limit(MOST_CANDIDATES)
    .as("candidates");
}
