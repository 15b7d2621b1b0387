import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { notify } from "#app/notifications/notifications.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { informationRequests, questions } from "#db/schema/questions.ts";
import { listThoseWhoSee } from "../audience.server.ts";
import {
  audienceColumns,
  claimNudge,
  claimQuestion,
  lastSent,
  NUDGE_BATCH,
  onceKey,
  reachable,
  reached,
} from "./nudge-claims.server.ts";
import { dueNudge } from "./nudges.ts";

const causeAt = sql`${informationRequests.requestedAt}`;
const sent = lastSent("information", causeAt);

/** Questions that wait for information so long that their asker is to be reminded. */
export function listWaitingForInformation(db: DbOrTx, now: Date, afterId: number) {
  return db
    .select({ key: questions.id, questionId: questions.id })
    .from(informationRequests)
    .innerJoin(questions, eq(questions.id, informationRequests.questionId))
    .innerJoin(people, eq(people.id, questions.authorId))
    .where(
      and(
        gt(questions.id, afterId),
        eq(questions.state, "needs-info"),
        isNull(questions.deletedAt),
        gt(reached(causeAt, now), sent),
        reachable(db),
      ),
    )
    .orderBy(asc(questions.id))
    .limit(NUDGE_BATCH);
}

/** Reminds the asker of what somebody who wants to help asked them. */
export async function remindOfInformation(db: Db, questionId: number, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await claimQuestion(tx, questionId))) return false;
    const [question] = await tx
      .select({
        ...audienceColumns,
        causeAt: informationRequests.requestedAt,
        message: informationRequests.message,
        sent,
      })
      .from(questions)
      .innerJoin(informationRequests, eq(informationRequests.questionId, questions.id))
      .where(
        and(
          eq(questions.id, questionId),
          eq(questions.state, "needs-info"),
          isNull(questions.deletedAt),
        ),
      );
    if (!question) return false;
    const waiting = { questionId, causeAt: question.causeAt, sent: question.sent };
    const step = dueNudge(now.getTime() - question.causeAt.getTime(), question.sent);
    if (step === undefined) return false;
    const first = await claimNudge(tx, { kind: "information", step, ...waiting, now });
    if (!first) return false;
    await notify(tx, {
      kind: "nudge-information",
      questionId,
      actorId: null,
      detail: { message: question.message.slice(0, 300) },
      recipients: await listThoseWhoSee(tx, question, [question.authorId]),
      onceKey: onceKey("information", waiting, step),
      now,
    });
    return true;
  });
}
