import { and, asc, eq, gt, isNull, lte, type SQL } from "drizzle-orm";
import { after, MINUTE } from "#app/lib/time.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { Db } from "#db/client.server.ts";
import { pairSessions } from "#db/schema/pair-sessions.ts";
import { REMINDER_MINUTES } from "./pair-sessions.ts";
import { sessionTopic } from "./session-topic.ts";

const BATCH = 500;

/**
 * Reminds both of every session that begins within the hour. Each is told of once for a time it is
 * set to, however often and by how many workers this runs, and never after it has begun.
 *
 * @returns how many sessions people were reminded of
 */
export async function remindOfPairSessions(db: Db, { now }: { now: Date }): Promise<number> {
  const due = await db
    .select({ id: pairSessions.id })
    .from(pairSessions)
    .where(isDue(now))
    .orderBy(asc(pairSessions.startsAt))
    .limit(BATCH);
  let reminded = 0;
  for (const { id } of due) {
    if (await remind(db, { sessionId: id, now })) reminded += 1;
  }
  return reminded;
}

function isDue(now: Date): SQL | undefined {
  return and(
    isNull(pairSessions.cancelledAt),
    isNull(pairSessions.remindedAt),
    gt(pairSessions.startsAt, now),
    lte(pairSessions.startsAt, after(now, REMINDER_MINUTES * MINUTE)),
  );
}

async function remind(
  db: Db,
  { sessionId, now }: { sessionId: number; now: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [session] = await tx
      .update(pairSessions)
      .set({ remindedAt: now })
      .where(and(eq(pairSessions.id, sessionId), isDue(now)))
      .returning();
    if (!session) return false;
    await notify(tx, {
      kind: "pair-session-reminder",
      about: sessionTopic(session),
      detail: { when: session.startsAt },
      recipients: [session.hostId, session.guestId],
      actorId: null,
      // Moved away and back again, it is another event.
      onceKey: `${session.sequence}`,
      now,
    });
    return true;
  });
}
