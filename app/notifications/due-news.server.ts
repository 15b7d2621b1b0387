import { and, asc, eq, lte, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { eventNewsHold } from "#app/events/telling/holding.server.ts";
import { visibleToPeople } from "#app/questions/visibility.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { answers, comments, questions } from "#db/schema/questions.ts";
import { personIsStaff, postIsThere, subjectIsThere, suitsOffice } from "./shown.server.ts";

/** Ids of people with mail that is due, those who wait longest first. */
export async function listPeopleWithDueMail(
  db: DbOrTx,
  { now, limit }: { now: Date; limit: number },
): Promise<number[]> {
  const rows = await db
    .select({ id: notifications.personId })
    .from(notifications)
    .where(lte(notifications.mailDueAt, now))
    .groupBy(notifications.personId)
    .orderBy(sql`min(${notifications.mailDueAt})`, notifications.personId)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * Takes a person's mail in hand until the transaction ends, as far as addressing it goes. Undefined
 * while another worker has it. Others may refer to the person meanwhile.
 */
export async function claimReader(tx: DbOrTx, personId: number) {
  const [reader] = await tx
    .select({
      id: people.id,
      email: people.email,
      name: people.name,
      locale: people.locale,
      timeZone: people.timeZone,
      isSuspended: sql<boolean>`exists (select from ${suspensions}
        where ${suspensions.personId} = ${personId} and ${suspensions.liftedAt} is null)`,
    })
    .from(people)
    .where(eq(people.id, personId))
    .for("no key update", { skipLocked: true });
  return reader;
}

/**
 * The due notifications of a person, oldest first, locked. Rows that something else holds at this
 * moment are left for the next run, so that waiting for each other cannot happen.
 */
export async function listDueNews(tx: DbOrTx, { personId, now }: { personId: number; now: Date }) {
  const actor = alias(people, "actor");
  return tx
    .select({
      id: notifications.id,
      kind: notifications.kind,
      questionId: notifications.questionId,
      answerId: notifications.answerId,
      commentId: notifications.commentId,
      threadKey: notifications.threadKey,
      path: notifications.path,
      detail: notifications.detail,
      calendar: notifications.calendar,
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
      title: sql<string>`coalesce(${questions.title}, ${notifications.title})`,
      /** Of the post; empty where there is none. */
      text: sql<string>`coalesce(
        (select ${comments.bodyText} from ${comments} where ${comments.id} = ${notifications.commentId}),
        (select ${answers.bodyText} from ${answers} where ${answers.id} = ${notifications.answerId}),
        ${questions.bodyText}, '')`,
      actorName: actor.name,
      isVisible: and(
        suitsOffice(notifications, personIsStaff),
        postIsThere(notifications),
        subjectIsThere(visibleToPeople()),
      ) as SQL<boolean>,
      holds: eventNewsHold(notifications, now),
    })
    .from(notifications)
    .innerJoin(people, eq(people.id, notifications.personId))
    .leftJoin(questions, eq(questions.id, notifications.questionId))
    .leftJoin(actor, eq(actor.id, notifications.actorId))
    .where(and(eq(notifications.personId, personId), lte(notifications.mailDueAt, now)))
    .orderBy(asc(notifications.id))
    .for("update", { of: notifications, skipLocked: true });
}

export type News = Awaited<ReturnType<typeof listDueNews>>[number];
export type Reader = NonNullable<Awaited<ReturnType<typeof claimReader>>>;
