import { eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { submissions } from "#db/schema/question-activity.ts";

export type SubmissionTarget = { questionId?: number; answerId?: number; commentId?: number };

/**
 * Claims the key of a form for this transaction. A second submit of the same form, even at the
 * same moment, waits for the first and then gets what that one made: nothing, when the key is
 * another person's or another form's.
 */
export async function claimSubmission(
  tx: DbOrTx,
  { key, personId, now }: { key: string; personId: number; now: Date },
): Promise<{ first: true } | { first: false; made: SubmissionTarget }> {
  const claimed = await tx
    .insert(submissions)
    .values({ key, personId, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: submissions.key });
  if (claimed.length > 0) return { first: true };
  const [earlier] = await tx.select().from(submissions).where(eq(submissions.key, key));
  if (!earlier || earlier.personId !== personId) return { first: false, made: {} };
  return {
    first: false,
    made: {
      questionId: earlier.questionId ?? undefined,
      answerId: earlier.answerId ?? undefined,
      commentId: earlier.commentId ?? undefined,
    },
  };
}

/** Lets go of a claimed key, so that the same form can be sent again once its refusal is gone. */
export async function releaseSubmission(tx: DbOrTx, key: string): Promise<void> {
  await tx.delete(submissions).where(eq(submissions.key, key));
}

export async function fulfilSubmission(
  tx: DbOrTx,
  key: string,
  made: SubmissionTarget,
): Promise<void> {
  await tx.update(submissions).set(made).where(eq(submissions.key, key));
}
