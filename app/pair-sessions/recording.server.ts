import { and, eq } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { pairSessionRecords } from "#db/schema/pair-sessions.ts";
import { canRecord } from "./pair-sessions.ts";
import { noteSession, openSession } from "./session-desk.server.ts";
import { sessionTopic } from "./session-topic.ts";

/** What came out of a session, in a few words. */
export type SessionRecord = { shown: string; toRepeat: string; nextStep: string };
export type StoredRecord = SessionRecord & { version: number; writtenAt: Date };

/**
 * Writes the record of a session, by its host and once it has begun. The guest is told of the first
 * version.
 *
 * @param version of the record that was looked at; 0 for one that is not written yet
 * @returns `stale` with what is stored when another version was saved meanwhile
 */
export async function recordPairSession(
  db: Db,
  {
    viewer,
    sessionId,
    record,
    version,
    now,
  }: { viewer: Viewer; sessionId: number; record: SessionRecord; version: number; now: Date },
): Promise<
  | { ok: true }
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "not-allowed" }
  | { ok: false; reason: "stale"; stored: StoredRecord }
> {
  return db.transaction(async (tx) => {
    const desk = await openSession(tx, { viewer, sessionId, now });
    if (!desk) return { ok: false, reason: "not-found" };
    const { session, access, phase } = desk;
    if (!canRecord(access, phase)) return { ok: false, reason: "not-allowed" };
    const stored = await findRecord(tx, { sessionId });
    if (stored && stored.version !== version) return { ok: false, reason: "stale", stored };
    const values = { ...record, writtenBy: viewer.id, writtenAt: now };
    if (stored) {
      await tx
        .update(pairSessionRecords)
        .set({ ...values, version: version + 1 })
        .where(
          and(eq(pairSessionRecords.sessionId, sessionId), eq(pairSessionRecords.version, version)),
        );
    } else {
      await tx.insert(pairSessionRecords).values({ sessionId, ...values });
    }
    const onceKey = await noteSession(tx, {
      sessionId,
      event: "recorded",
      actorId: viewer.id,
      at: now,
    });
    if (!stored) {
      await notify(tx, {
        kind: "pair-session-recorded",
        about: sessionTopic(session),
        detail: { when: session.startsAt },
        recipients: [session.guestId],
        actorId: viewer.id,
        onceKey,
        now,
      });
    }
    return { ok: true };
  });
}

/** The record of a session as it is now, if one was written. */
export async function findRecord(
  db: DbOrTx,
  { sessionId }: { sessionId: number },
): Promise<StoredRecord | undefined> {
  const { shown, toRepeat, nextStep, version, writtenAt } = pairSessionRecords;
  const [row] = await db
    .select({ shown, toRepeat, nextStep, version, writtenAt })
    .from(pairSessionRecords)
    .where(eq(pairSessionRecords.sessionId, sessionId));
  return row;
}
