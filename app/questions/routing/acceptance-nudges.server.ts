import { and, asc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { after } from "#app/lib/time.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { questionClosures, questions } from "#db/schema/questions.ts";
import { nudges } from "#db/schema/routing.ts";
import { type AudienceQuestion, listThoseWhoSee } from "../audience.server.ts";
import { recordHistory } from "../lock-question.server.ts";
import { refreshQuestionState } from "../question-state.server.ts";
import { followQuestion } from "./follow-question.server.ts";
import {
  audienceColumns,
  claimNudge,
  claimQuestion,
  lastSent,
  NUDGE_BATCH,
  onceKey,
  reachable,
  reached,
  type Waiting,
} from "./nudge-claims.server.ts";
import { CLOSED_AFTER_LAST, dueNudge, NUDGES_AFTER } from "./nudges.ts";

/**
 * Since when the asker could have accepted an answer: the last thing anybody said, or the last time
 * the question was taken up again or edited by its author.
 */
const quietSince = sql<Date>`date_trunc('milliseconds', greatest(
  ${questions.lastActivityAt},
  (select max(h.at) from question_history h where h.question_id = ${questions.id} and (
    h.kind in ('unaccepted', 'reopened', 'unmarked-duplicate', 'restored', 'unhidden',
      'answer-restored', 'information-given')
    or (h.kind = 'edited' and h.actor_id = ${questions.authorId})))
))`.mapWith(questions.lastActivityAt);

const sent = lastSent("acceptance", quietSince);

/** Whether the last reminder was sent long enough ago to say no more. */
const isExhausted = (now: Date) => sql`exists (select from nudges n
  where n.kind = 'acceptance' and n.question_id = ${questions.id} and n.cause_at = ${quietSince}
    and n.step = ${NUDGES_AFTER.length}
    and n.sent_at <= ${after(now, -CLOSED_AFTER_LAST).toISOString()}::timestamptz)`;

/** Questions with answers whose asker is to be reminded, or was reminded to no avail. */
export function listWaitingForAcceptance(db: DbOrTx, now: Date, afterId: number) {
  return db
    .select({ key: questions.id, questionId: questions.id })
    .from(questions)
    .innerJoin(people, eq(people.id, questions.authorId))
    .where(
      and(
        gt(questions.id, afterId),
        eq(questions.state, "answered"),
        isNull(questions.deletedAt),
        lte(questions.lastActivityAt, after(now, -(NUDGES_AFTER[0] ?? 0))),
        or(gt(reached(quietSince, now), sent), isExhausted(now)),
        reachable(db),
      ),
    )
    .orderBy(asc(questions.id))
    .limit(NUDGE_BATCH);
}

/** Locks a question unless somebody is at it, and reads anew what decides. */
async function claimAnswered(tx: DbOrTx, questionId: number) {
  if (!(await claimQuestion(tx, questionId))) return undefined;
  const [row] = await tx
    .select({
      ...audienceColumns,
      causeAt: quietSince,
      sent,
    })
    .from(questions)
    // With a second table, drizzle names the table of each column, in the subqueries too.
    .innerJoin(people, eq(people.id, questions.authorId))
    .where(
      and(
        eq(questions.id, questionId),
        eq(questions.state, "answered"),
        isNull(questions.deletedAt),
        reachable(tx),
      ),
    );
  return row;
}

/** Reminds the asker of a question with answers, or closes it when reminders were of no use. */
export async function remindOfAcceptance(
  db: Db,
  questionId: number,
  now: Date,
): Promise<"sent" | "closed" | undefined> {
  return db.transaction(async (tx) => {
    const question = await claimAnswered(tx, questionId);
    if (!question) return undefined;
    const { causeAt, sent } = question;
    const waiting: Waiting = { questionId, causeAt, sent };
    const step = dueNudge(now.getTime() - causeAt.getTime(), sent);
    if (step !== undefined) {
      const first = await claimNudge(tx, { kind: "acceptance", step, ...waiting, now });
      if (!first) return undefined;
      await notify(tx, {
        kind: "nudge-acceptance",
        questionId,
        actorId: null,
        recipients: await listThoseWhoSee(tx, question, [question.authorId]),
        onceKey: onceKey("acceptance", waiting, step),
        now,
      });
      return "sent";
    }
    if (sent < NUDGES_AFTER.length || !(await saidEnough(tx, waiting, now))) return undefined;
    await presumeSolved(tx, question, now);
    return "closed";
  });
}

/** Whether the last reminder was sent long enough ago. */
async function saidEnough(
  tx: DbOrTx,
  { questionId, causeAt, sent }: Waiting,
  now: Date,
): Promise<boolean> {
  const found = await tx
    .select({ id: nudges.id })
    .from(nudges)
    .where(
      and(
        eq(nudges.kind, "acceptance"),
        eq(nudges.questionId, questionId),
        eq(nudges.causeAt, causeAt),
        eq(nudges.step, sent),
        lte(nudges.sentAt, after(now, -CLOSED_AFTER_LAST)),
      ),
    );
  return found.length > 0;
}

/** Closes a question as presumed solved and tells its asker, who can reopen it with one click. */
async function presumeSolved(tx: DbOrTx, question: AudienceQuestion, now: Date): Promise<void> {
  const questionId = question.id;
  await tx
    .insert(questionClosures)
    .values({ questionId, reason: "presumed-solved", closedAt: now });
  await recordHistory(tx, {
    questionId,
    actorId: null,
    kind: "closed",
    detail: { reason: "presumed-solved", note: "" },
    now,
  });
  await refreshQuestionState(tx, questionId);
  await followQuestion(tx, { questionId, actorId: null, now });
  await notify(tx, {
    kind: "presumed-solved",
    questionId,
    actorId: null,
    recipients: await listThoseWhoSee(tx, question, [question.authorId]),
    onceKey: `presumed-solved:${questionId}:${now.toISOString()}`,
    now,
  });
}
