import { and, eq, inArray, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { visibleToPeople as eventsVisibleToPeople } from "#app/events/visibility.server.ts";
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

/** Whether a reader may know of it in the office they hold; `isStaff` says whether that is staff. */
export function suitsOffice({ staffOnly }: Pick<typeof notifications, "staffOnly">, isStaff: SQL) {
  return or(not(staffOnly), isStaff);
}

/** Between the rows of a query over `people`: whether the person is staff. */
export const personIsStaff: SQL = inArray(people.role, ["staff", "admin"]);

/**
 * Whether what a notification is about exists for its reader, in queries over notifications.
 *
 * @param visible the condition for that of a question, which the query joins where there is one
 */
export function subjectIsThere(visible: SQL): SQL | undefined {
  return and(or(isNull(notifications.questionId), visible), eventIsThere());
}

/** What is about something other than an event passes. */
function eventIsThere(): SQL {
  const { topic, personId } = notifications;
  return sql`case when ${topic} like 'event:%' then exists (select from people
    join events on events.id = substr(${topic}, 7)::bigint
    where people.id = ${personId} and ${eventsVisibleToPeople()}) else true end`;
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
    suitsOffice(notifications, personIsStaff),
    postIsThere(notifications),
    subjectIsThere(visibleToPeople()),
  );
  return sql<number>`(select count(*)::int from ${notifications}
    left join ${questions} on ${eq(questions.id, notifications.questionId)} where ${shown})`;
}
