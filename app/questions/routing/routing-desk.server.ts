import { eq } from "drizzle-orm";
import type { BusinessCalendar } from "#app/calendar/business-calendar.ts";
import { holdBusinessCalendar } from "#app/calendar/calendar.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { questions } from "#db/schema/questions.ts";
import { questionRoutings } from "#db/schema/routing.ts";
import type { QuestionState, RoutingStep } from "#db/vocabulary.ts";
import type { RoutedQuestion } from "./routable-helpers.server.ts";
import { dueInStep, type Wanted } from "./routing.ts";
import { dueMoment, type RoutingClock } from "./routing-clock.ts";
import { type RoutingEntry, recordRouting } from "./routing-log.server.ts";

/** Where a question stands on its way to somebody who answers it. */
export type Routing = RoutingClock & {
  step: RoutingStep;
  stepSince: Date;
  takenBy: number | null;
  takenAt: Date | null;
  startedAt: Date;
};

/**
 * A question on the desk: what one transaction looks at and changes. The question is locked by
 * then; the calendar is held and the routing locked when the desk is opened, in this order.
 */
export type Desk = {
  question: RoutedQuestion & {
    state: QuestionState;
    answerCount: number;
    deletedAt: Date | null;
  };
  calendar: BusinessCalendar;
  now: Date;
  /** Whose doing it is; null when time passed. */
  actorId: number | null;
  routing: Routing;
  /** People to whom the question was offered at this desk. */
  offeredTo: number[];
};

export type Occasion = { questionId: number; actorId: number | null; now: Date };

const routedColumns = {
  id: questions.id,
  scope: questions.scope,
  organisationId: questions.organisationId,
  authorId: questions.authorId,
  productAreaId: questions.productAreaId,
  locale: questions.locale,
  state: questions.state,
  answerCount: questions.answerCount,
  deletedAt: questions.deletedAt,
};

/**
 * What routing needs to know of a question, and whether somebody is being found for it; undefined
 * when there is no such question.
 */
export async function findRoutedQuestion(
  tx: DbOrTx,
  questionId: number,
): Promise<{ question: Desk["question"]; is: Wanted | "unrouted" } | undefined> {
  const [row] = await tx
    .select({
      question: routedColumns,
      step: questionRoutings.step,
      clockSince: questionRoutings.clockSince,
    })
    .from(questions)
    .leftJoin(questionRoutings, eq(questionRoutings.questionId, questions.id))
    .where(eq(questions.id, questionId));
  if (!row) return undefined;
  if (!row.step) return { question: row.question, is: "unrouted" };
  if (row.step === "ended") return { question: row.question, is: "ended" };
  return { question: row.question, is: row.clockSince ? "running" : "paused" };
}

/** Puts a routed question on the desk. */
export async function openDesk(
  tx: DbOrTx,
  question: Desk["question"],
  { actorId, now }: Pick<Occasion, "actorId" | "now">,
): Promise<Desk> {
  const calendar = await holdBusinessCalendar(tx);
  const [row] = await tx
    .select()
    .from(questionRoutings)
    .where(eq(questionRoutings.questionId, question.id))
    .for("update");
  if (!row) throw new Error("The question was never routed");
  const { questionId: _q, nextAt: _n, ...routing } = row;
  return { question, calendar, now, actorId, routing, offeredTo: [] };
}

/** A desk for a question that is routed from now on; `closeDesk` stores it. */
export async function newDesk(
  tx: DbOrTx,
  question: Desk["question"],
  { actorId, now }: Pick<Occasion, "actorId" | "now">,
): Promise<Desk> {
  return {
    question,
    calendar: await holdBusinessCalendar(tx),
    now,
    actorId,
    routing: {
      step: "first",
      stepSince: now,
      workedMs: 0,
      clockSince: now,
      dueMs: dueInStep("first"),
      takenBy: null,
      takenAt: null,
      startedAt: now,
    },
    offeredTo: [],
  };
}

/** Stores where the question stands, and the moment at which it moves on. */
export async function closeDesk(tx: DbOrTx, { question, calendar, routing }: Desk): Promise<void> {
  const values = { ...routing, nextAt: dueMoment(calendar, routing) };
  await tx
    .insert(questionRoutings)
    .values({ questionId: question.id, ...values })
    .onConflictDoUpdate({ target: questionRoutings.questionId, set: values });
}

/** Writes into the log what was done at the desk; gives the key of the last row. */
export function noteAtDesk(tx: DbOrTx, desk: Desk, ...entries: RoutingEntry[]): Promise<number> {
  const { question, actorId, now } = desk;
  return recordRouting(tx, { questionId: question.id, actorId, now }, ...entries);
}
