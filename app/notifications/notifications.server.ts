import { and, desc, eq, inArray, isNull, lt, ne, notExists, type SQL, sql } from "drizzle-orm";
import { pageOf } from "#app/lib/cursor.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { answers, comments, questions } from "#db/schema/questions.ts";
import type { NotificationKind } from "#db/vocabulary.ts";

const PAGE = 30;

export type NewNotification = {
  kind: NotificationKind;
  questionId: number;
  answerId?: number;
  commentId?: number;
  /** Who did it; never told about their own deed. */
  actorId: number;
  /** People for whom the question exists: that rule is the caller's. */
  recipients: number[];
  now: Date;
};

/**
 * Tells people in their inbox, in the transaction of what happened. Left out are the actor, the
 * suspended, and whoever still has the very same news unread.
 */
export async function notify(tx: DbOrTx, event: NewNotification): Promise<void> {
  const { kind, questionId, answerId = null, commentId = null, actorId, now } = event;
  if (event.recipients.length === 0) return;
  const suspended = tx
    .select({ one: sql`1` })
    .from(suspensions)
    .where(and(eq(suspensions.personId, people.id), isNull(suspensions.liftedAt)));
  const unreadSame = tx
    .select({ one: sql`1` })
    .from(notifications)
    .where(
      and(
        eq(notifications.personId, people.id),
        isNull(notifications.readAt),
        eq(notifications.kind, kind),
        eq(notifications.actorId, actorId),
        eq(notifications.questionId, questionId),
        sql`${notifications.answerId} is not distinct from ${answerId}::bigint`,
        sql`${notifications.commentId} is not distinct from ${commentId}::bigint`,
      ),
    );
  const told = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        inArray(people.id, event.recipients),
        ne(people.id, actorId),
        notExists(suspended),
        notExists(unreadSame),
      ),
    )
    .orderBy(people.id);
  if (told.length === 0) return;
  await tx.insert(notifications).values(
    told.map(({ id }) => ({
      personId: id,
      kind,
      actorId,
      questionId,
      answerId,
      commentId,
      createdAt: now,
    })),
  );
}

/**
 * A page of a person's inbox, newest first.
 *
 * @param options.visible the condition under which a question exists for the person; what became
 * invisible or was deleted since is left out
 * @param options.before id of the last row of the page before
 * @returns rows, and the cursor of the next page if there is one
 */
export async function listNotifications(
  db: DbOrTx,
  { personId, visible, before }: { personId: number; visible: SQL; before?: number },
) {
  const rows = await db
    .select({
      id: notifications.id,
      kind: notifications.kind,
      questionId: notifications.questionId,
      answerId: notifications.answerId,
      commentId: notifications.commentId,
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
      questionTitle: questions.title,
      actorName: people.name,
      actorAvatarFileId: people.avatarFileId,
    })
    .from(notifications)
    .innerJoin(questions, eq(questions.id, notifications.questionId))
    .leftJoin(people, eq(people.id, notifications.actorId))
    .leftJoin(answers, eq(answers.id, notifications.answerId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .where(
      and(
        eq(notifications.personId, personId),
        before === undefined ? undefined : lt(notifications.id, before),
        isNull(answers.deletedAt),
        isNull(comments.deletedAt),
        visible,
      ),
    )
    .orderBy(desc(notifications.id))
    .limit(PAGE + 1);
  return pageOf(rows, PAGE, (last) => [last.id]);
}

export type NotificationRow = Awaited<ReturnType<typeof listNotifications>>["rows"][number];

/** Marks one notification of a person, or all of them, as read; a second time changes nothing. */
export async function markRead(
  db: DbOrTx,
  { personId, id, now }: { personId: number; id?: number; now: Date },
): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: now })
    .where(
      and(
        eq(notifications.personId, personId),
        id === undefined ? undefined : eq(notifications.id, id),
        isNull(notifications.readAt),
      ),
    );
}
