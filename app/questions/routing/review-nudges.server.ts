import { and, asc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { dayIn } from "#app/lib/time.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { answers, questions } from "#db/schema/questions.ts";
import { visibleToPeople } from "../visibility.server.ts";
import { claimNudge, NUDGE_BATCH, reachable } from "./nudge-claims.server.ts";

/** A review date is a day in the vendor's home zone. */
const REVIEW_ZONE = "Asia/Tokyo";

/** Answers whose review date lies in the past and whose author was not told. */
export function listDueReviews(db: DbOrTx, now: Date, afterId: number) {
  const today = dayIn(REVIEW_ZONE, now);
  return db
    .select({
      key: answers.id,
      answerId: answers.id,
      questionId: answers.questionId,
      authorId: answers.authorId,
      reviewOn: answers.reviewOn,
    })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .innerJoin(people, eq(people.id, answers.authorId))
    .where(
      and(
        gt(answers.id, afterId),
        lt(answers.reviewOn, today),
        isNull(answers.deletedAt),
        sql`${questions.state} not in ('hidden', 'duplicate')`,
        visibleToPeople(),
        reachable(db),
        sql`not exists (select 1 from nudges n where n.kind = 'review'
          and n.answer_id = ${answers.id} and n.cause_at = ${answers.reviewOn}::timestamp at time zone 'UTC')`,
      ),
    )
    .orderBy(asc(answers.id))
    .limit(NUDGE_BATCH);
}

type DueReview = Awaited<ReturnType<typeof listDueReviews>>[number];

/** Asks an answerer to look again; once for each review date. */
export async function remindOfReview(
  db: Db,
  { answerId, questionId, authorId, reviewOn }: DueReview,
  now: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const causeAt = new Date(`${reviewOn}T00:00:00Z`);
    const nudge = { kind: "review" as const, questionId, answerId, causeAt, step: 1, now };
    const first = await claimNudge(tx, nudge);
    if (!first) return false;
    await notify(tx, {
      kind: "review-due",
      questionId,
      answerId,
      actorId: null,
      recipients: [authorId],
      onceKey: `review:${answerId}:${reviewOn}`,
      now,
    });
    return true;
  });
}
