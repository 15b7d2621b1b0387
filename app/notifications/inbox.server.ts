import { and, desc, eq, inArray, isNull, lt, lte, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { pageOf } from "#app/lib/cursor.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { people } from "#db/schema/people.ts";
import { questions } from "#db/schema/questions.ts";
import { announceInboxes } from "./live-channel.server.ts";
import { personIsStaff, postIsThere, subjectIsThere, suitsOffice } from "./shown.server.ts";

const PAGE = 20;
const EVENTS_SHOWN = 4;

type InboxQuery = {
  personId: number;
  /** The condition under which a question exists for the person. */
  visible: SQL;
  unreadOnly?: boolean;
  /** The newest notification of the last thread of the page before. */
  before?: number;
};

/**
 * A page of a person's inbox: the threads of what they were told, those with the newest event first, each with its newest events. What became invisible or was deleted is left out.
 *
 * @returns threads, and the cursor of the next page if there is one
 */
export async function listThreads(db: DbOrTx, query: InboxQuery) {
  const { personId, visible, unreadOnly = false, before } = query;
  const isStaff = sql`exists (select from ${people} where ${eq(people.id, personId)} and ${personIsStaff})`;
  const newer = alias(notifications, "newer");
  const sibling = alias(notifications, "sibling");
  const shown = (table: typeof notifications) =>
    and(
      eq(table.personId, personId),
      table.inInbox,
      unreadOnly ? isNull(table.readAt) : undefined,
      suitsOffice(table, isStaff),
      postIsThere(table),
    );
  const hasNewer = db
    .select({ one: sql`1` })
    .from(newer)
    .where(
      and(
        shown(newer as unknown as typeof notifications),
        eq(newer.threadKey, notifications.threadKey),
        sql`${newer.id} > ${notifications.id}`,
      ),
    );
  const siblings = (condition?: SQL) =>
    sql<number>`(select count(*)::int from ${notifications} as ${sql.identifier("sibling")} where ${and(
      shown(sibling as unknown as typeof notifications),
      eq(sibling.threadKey, notifications.threadKey),
      condition,
    )})`;
  const rows = await db
    .select({
      lastId: notifications.id,
      threadKey: notifications.threadKey,
      questionId: notifications.questionId,
      path: notifications.path,
      title: sql<string>`coalesce(${questions.title}, ${notifications.title})`,
      locale: questions.locale,
      eventCount: siblings(),
      unreadCount: siblings(isNull(sibling.readAt)),
    })
    .from(notifications)
    .leftJoin(questions, eq(questions.id, notifications.questionId))
    .where(
      and(
        shown(notifications),
        subjectIsThere(visible),
        before === undefined ? undefined : lt(notifications.id, before),
        notExists(hasNewer),
      ),
    )
    .orderBy(desc(notifications.id))
    .limit(PAGE + 1);
  const { rows: threads, next } = pageOf(rows, PAGE, (last) => [last.lastId]);
  const events = await listEvents(db, {
    threadKeys: threads.map(({ threadKey }) => threadKey),
    shown: shown(notifications),
  });
  return {
    next,
    threads: threads.map((thread) => ({
      ...thread,
      events: events.filter(({ threadKey }) => threadKey === thread.threadKey),
    })),
  };
}

export type Thread = Awaited<ReturnType<typeof listThreads>>["threads"][number];

/** The newest events of each of the threads. */
async function listEvents(
  db: DbOrTx,
  { threadKeys, shown }: { threadKeys: string[]; shown: SQL | undefined },
) {
  if (threadKeys.length === 0) return [];
  const ranked = db
    .select({
      id: notifications.id,
      kind: notifications.kind,
      threadKey: notifications.threadKey,
      questionId: notifications.questionId,
      answerId: notifications.answerId,
      commentId: notifications.commentId,
      path: notifications.path,
      actorId: notifications.actorId,
      detail: notifications.detail,
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
      rank: sql<number>`row_number() over (partition by ${notifications.threadKey} order by ${notifications.id} desc)`.as(
        "rank",
      ),
    })
    .from(notifications)
    .where(and(shown, inArray(notifications.threadKey, threadKeys)))
    .as("ranked");
  return db
    .select({
      id: ranked.id,
      kind: ranked.kind,
      threadKey: ranked.threadKey,
      questionId: ranked.questionId,
      answerId: ranked.answerId,
      commentId: ranked.commentId,
      path: ranked.path,
      detail: ranked.detail,
      createdAt: ranked.createdAt,
      readAt: ranked.readAt,
      actorName: people.name,
      actorAvatarFileId: people.avatarFileId,
    })
    .from(ranked)
    .leftJoin(people, eq(people.id, ranked.actorId))
    .where(lte(ranked.rank, EVENTS_SHOWN))
    .orderBy(desc(ranked.id));
}

/**
 * Marks what a person was told as read: in one thread, or everything. A second time changes
 * nothing. Other open pages of the person hear of it.
 */
export async function markRead(
  db: DbOrTx,
  { personId, threadKey, now }: { personId: number; threadKey?: string; now: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const marked = await tx
      .update(notifications)
      .set({ readAt: now })
      .where(
        and(
          eq(notifications.personId, personId),
          threadKey === undefined ? undefined : eq(notifications.threadKey, threadKey),
          isNull(notifications.readAt),
        ),
      )
      .returning({ id: notifications.id });
    if (marked.length > 0) await announceInboxes(tx, [personId]);
  });
}
