import { and, asc, eq, inArray, isNotNull, lte, not, notInArray, or, sql } from "drizzle-orm";
import { isSupporter } from "#app/people/supporters.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { questions } from "#db/schema/questions.ts";
import { questionRoutings, routingOffers } from "#db/schema/routing.ts";
import { listThoseWhoSee } from "../audience.server.ts";
import { visibleToPeople } from "../visibility.server.ts";
import { followQuestion } from "./follow-question.server.ts";
import { endOffers, OPEN_OFFERS } from "./offers.server.ts";
import { dueInStep, type LiveStep } from "./routing.ts";
import { closeDesk, type Desk, findRoutedQuestion, openDesk } from "./routing-desk.server.ts";
import { settle } from "./settling.server.ts";

const BATCH = 100;

/**
 * Moves every question on that is due by `now`, and takes questions back from people who can no
 * longer answer them: the suspended, those without a live credential, and those for whom the question or
 * their knowledge of its area is gone. Any number of workers may do this at once, and again.
 *
 * @returns how many questions were dealt with
 * @throws AggregateError once everything else is done, when some failed
 */
export async function advanceRoutings(db: Db, { now }: { now: Date }): Promise<number> {
  const failures: unknown[] = [];
  let done = 0;
  const each = async (find: (skip: number[]) => Promise<number[]>) => {
    const seen: number[] = [];
    for (let ids = await find(seen); ids.length > 0; ids = await find(seen)) {
      for (const questionId of ids) {
        seen.push(questionId);
        try {
          if (await advance(db, { questionId, now })) done += 1;
        } catch (error) {
          failures.push(error);
        }
      }
    }
  };
  await each((skip) => listAbandoned(db, skip));
  await each((skip) => listDue(db, now, skip));
  if (failures.length > 0) throw new AggregateError(failures, "Some questions were not moved on");
  return done;
}

async function listDue(db: Db, now: Date, skip: number[]): Promise<number[]> {
  const rows = await db
    .select({ id: questionRoutings.questionId })
    .from(questionRoutings)
    .where(
      and(
        lte(questionRoutings.nextAt, now),
        skip.length > 0 ? notInArray(questionRoutings.questionId, skip) : undefined,
      ),
    )
    .orderBy(asc(questionRoutings.nextAt), asc(questionRoutings.questionId))
    .limit(BATCH);
  return rows.map(({ id }) => id);
}

const suspended = sql`exists (select 1 from suspensions s where s.person_id = ${people.id} and s.lifted_at is null)`;

/** Questions that lie with somebody who can no longer answer them. */
async function listAbandoned(db: Db, skip: number[]): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: questions.id })
    .from(routingOffers)
    .innerJoin(people, eq(people.id, routingOffers.personId))
    .innerJoin(questions, eq(questions.id, routingOffers.questionId))
    .where(
      and(
        inArray(routingOffers.state, OPEN_OFFERS),
        skip.length > 0 ? notInArray(questions.id, skip) : undefined,
        or(
          suspended,
          sql`not ${isSupporter()}`,
          sql`${people.role} <> 'member'`,
          not(visibleToPeople()),
          sql`${routingOffers.state} = 'offered' and not exists (select 1 from person_skills k where k.person_id = ${people.id} and k.product_area_id = ${questions.productAreaId})`,
        ),
      ),
    )
    .limit(BATCH);
  const staff = await db
    .select({ id: questionRoutings.questionId })
    .from(questionRoutings)
    .innerJoin(people, eq(people.id, questionRoutings.takenBy))
    .where(
      and(
        sql`${questionRoutings.step} <> 'ended'`,
        isNotNull(questionRoutings.takenBy),
        suspended,
        skip.length > 0 ? notInArray(questionRoutings.questionId, skip) : undefined,
      ),
    )
    .limit(BATCH);
  return [...new Set([...rows, ...staff].map(({ id }) => id))];
}

/** Deals with one question; not when somebody else is at it, who may do the same. */
async function advance(
  db: Db,
  { questionId, now }: { questionId: number; now: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [free] = await tx
      .select({ id: questions.id })
      .from(questions)
      .where(eq(questions.id, questionId))
      .for("no key update", { skipLocked: true });
    if (!free) return false;
    await followQuestion(tx, { questionId, actorId: null, now });
    const found = await findRoutedQuestion(tx, questionId);
    if (!found || found.is === "ended" || found.is === "unrouted") return true;
    const desk = await openDesk(tx, found.question, { actorId: null, now });
    await takeBack(tx, desk);
    await settle(tx, desk);
    await closeDesk(tx, desk);
    return true;
  });
}

/** Ends the offers of people who can no longer answer, a taken one included. */
async function takeBack(tx: DbOrTx, desk: Desk): Promise<void> {
  const { question, routing } = desk;
  const holders = await tx
    .select({
      id: people.id,
      state: routingOffers.state,
      isSuspended: sql<boolean>`${suspended}`,
      isHelper: sql<boolean>`${isSupporter()} and ${people.role} = 'member'`,
      isSkilled: sql<boolean>`exists (select 1 from person_skills k where k.person_id = ${people.id} and k.product_area_id = ${question.productAreaId})`,
    })
    .from(routingOffers)
    .innerJoin(people, eq(people.id, routingOffers.personId))
    .where(
      and(eq(routingOffers.questionId, question.id), inArray(routingOffers.state, OPEN_OFFERS)),
    )
    .orderBy(people.id);
  const seeing = await listThoseWhoSee(
    tx,
    question,
    holders.map(({ id }) => id),
  );
  const gone = (because: string, holds: (holder: (typeof holders)[number]) => boolean) => ({
    because,
    personIds: holders.filter(holds).map(({ id }) => id),
  });
  const groups = [
    gone("suspended", (holder) => holder.isSuspended),
    gone("no-helper", (holder) => !holder.isSuspended && !holder.isHelper),
    gone("cannot-see", (holder) => holder.isHelper && !seeing.includes(holder.id)),
    gone("other-area", (holder) => holder.state === "offered" && !holder.isSkilled),
  ];
  for (const { because, personIds } of groups) {
    if (personIds.length > 0) await endOffers(tx, desk, { because, personIds });
  }
  const left = groups.flatMap(({ personIds }) => personIds);
  const taker = routing.takenBy;
  if (taker !== null && (left.includes(taker) || (await isSuspended(tx, taker)))) {
    const dueMs = dueInStep(routing.step as LiveStep);
    Object.assign(routing, { takenBy: null, takenAt: null, dueMs });
  }
}

async function isSuspended(tx: DbOrTx, personId: number): Promise<boolean> {
  const found = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), suspended));
  return found.length > 0;
}
