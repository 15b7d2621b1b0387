import { and, eq, isNotNull, isNull, notExists, type SQL, sql } from "drizzle-orm";
import { after } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { questions } from "#db/schema/questions.ts";
import { nudges } from "#db/schema/routing.ts";
import type { NudgeKind } from "#db/vocabulary.ts";
import { NUDGES_AFTER } from "./nudges.ts";

export const NUDGE_BATCH = 200;

/** What waits: since when, and the highest reminder sent for that. */
export type Waiting = { questionId: number; causeAt: Date; sent: number };

/** The columns that decide for whom a question exists. */
export const audienceColumns = {
  id: questions.id,
  scope: questions.scope,
  organisationId: questions.organisationId,
  authorId: questions.authorId,
  productAreaId: questions.productAreaId,
};

/** People who can act: they have an address to log in with and are not suspended. */
export const reachable = (db: DbOrTx) =>
  and(
    isNotNull(people.email),
    notExists(
      db
        .select({ one: sql`1` })
        .from(suspensions)
        .where(and(eq(suspensions.personId, people.id), isNull(suspensions.liftedAt))),
    ),
  );

/** The highest reminder of a kind that was sent for what waits since `causeAt`; 0 for none. */
export const lastSent = (kind: NudgeKind, causeAt: SQL) => sql<number>`coalesce((
  select max(n.step) from nudges n
  where n.kind = ${kind} and n.question_id = ${questions.id} and n.cause_at = ${causeAt}), 0)`;

/** Which reminder is due by now for what waits since `causeAt`, as `dueNudge` counts; 0 for none. */
export const reached = (causeAt: SQL, now: Date) =>
  sql.join(
    NUDGES_AFTER.map(
      (limit) => sql`(${causeAt} <= ${after(now, -limit).toISOString()}::timestamptz)::int`,
    ),
    sql` + `,
  );

/** Locks a question; false when it is gone or somebody else is at it. */
export async function claimQuestion(tx: DbOrTx, questionId: number): Promise<boolean> {
  const free = await tx
    .select({ id: questions.id })
    .from(questions)
    .where(eq(questions.id, questionId))
    .for("no key update", { skipLocked: true });
  return free.length > 0;
}

/** Notes a reminder; false when it was sent before, or is being sent by another worker. */
export async function claimNudge(
  tx: DbOrTx,
  nudge: {
    kind: NudgeKind;
    questionId: number;
    answerId?: number;
    causeAt: Date;
    step: number;
    now: Date;
  },
): Promise<boolean> {
  const { kind, questionId, answerId = null, causeAt, step, now } = nudge;
  const inserted = await tx
    .insert(nudges)
    .values({ kind, questionId, answerId, causeAt, step, sentAt: now })
    .onConflictDoNothing()
    .returning({ id: nudges.id });
  return inserted.length > 0;
}

/** Names one reminder for one cause. */
export function onceKey(kind: NudgeKind, { questionId, causeAt }: Waiting, step: number): string {
  return `nudge:${kind}:${questionId}:${causeAt.toISOString()}:${step}`;
}
