import { eq, sql } from "drizzle-orm";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { questions } from "#db/schema/questions.ts";
import { questionRoutings } from "#db/schema/routing.ts";
import type { OfferState, QuestionState } from "#db/vocabulary.ts";
import type { Progress } from "./progress.ts";
import { canTake, seesRouting } from "./routing.ts";

/**
 * How far a question has come, for its asker, for helpers and staff; undefined for others, and where
 * nobody is looked for any more. The question is one the viewer may see.
 */
export async function findProgress(
  db: DbOrTx,
  {
    viewer,
    question,
  }: {
    viewer: MaybeViewer;
    question: { id: number; authorId: number; state: QuestionState; answerCount: number };
  },
): Promise<Progress | undefined> {
  const shown = ["open", "answered", "needs-info", "solved"].includes(question.state);
  if (!viewer || !shown || !seesRouting(viewer, question)) return undefined;
  const [row] = await db
    .select({
      step: questionRoutings.step,
      nextAt: questionRoutings.nextAt,
      takenBy: questionRoutings.takenBy,
      name: people.name,
      handle: people.handle,
      askedCount: sql<number>`(select count(*)::int from routing_offers o
        where o.question_id = ${questions.id} and o.state in ('offered', 'taken'))`,
      offer: sql<OfferState | null>`(select o.state from routing_offers o
        where o.question_id = ${questions.id} and o.person_id = ${viewer.id})`,
    })
    .from(questions)
    .leftJoin(questionRoutings, eq(questionRoutings.questionId, questions.id))
    .leftJoin(people, eq(people.id, questionRoutings.takenBy))
    .where(eq(questions.id, question.id));
  if (!row) return undefined;
  const live = row.step !== null && row.step !== "ended";
  return {
    questionId: question.id,
    state: question.state,
    isOwn: viewer.id === question.authorId,
    step: row.step,
    nextAt: row.nextAt,
    taker: row.name !== null && row.handle !== null ? { name: row.name, handle: row.handle } : null,
    isTaker: live && row.takenBy === viewer.id,
    isOffered: live && row.offer === "offered",
    askedCount: row.askedCount,
    canTake: live && row.takenBy === null && canTake(viewer, question),
  };
}
