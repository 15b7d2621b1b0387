import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { visibleToPeople } from "#app/questions/visibility.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { people } from "#db/schema/people.ts";
import { answers, comments, questions } from "#db/schema/questions.ts";

/** Whether the post a notification is about is still there; what was taken back is not told. */
export function postIsThere({
  answerId,
  commentId,
}: Pick<typeof notifications, "answerId" | "commentId">): SQL {
  return sql`not exists (select from ${answers} where ${answers.id} = ${answerId} and ${answers.deletedAt} is not null)
    and not exists (select from ${comments} where ${comments.id} = ${commentId} and ${comments.deletedAt} is not null)`;
}

/**
 * How many unread notifications the inbox of a person shows: a value for queries over `people` and
 * at least one more table. Counted are exactly the rows that `listThreads` would show.
 */
export function unreadCount(): SQL<number> {
  const shown = and(
    eq(notifications.personId, people.id),
    isNull(notifications.readAt),
    notifications.inInbox,
    postIsThere(notifications),
    visibleToPeople(),
  );
  return sql<number>`(select count(*)::int from ${notifications}
    join ${questions} on ${eq(questions.id, notifications.questionId)} where ${shown})`;
}
