import { and, count, eq, gt, inArray, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { after, DAY } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { pairSessionHistory, pairSessions } from "#db/schema/pair-sessions.ts";
import { people } from "#db/schema/people.ts";
import type { PairSessionEvent } from "#db/vocabulary.ts";
import {
  accessTo,
  DAILY_CHANGES_MAX,
  phaseOf,
  type SessionAccess,
  type SessionPhase,
} from "./pair-sessions.ts";

export type PairSession = typeof pairSessions.$inferSelect;
export type Party = { id: number; name: string; organisationId: number | null };

/**
 * Locks people until the transaction ends, always in the order of their keys: whoever gives somebody
 * a session at some moment holds them, so that no two do at once. Others may refer to them meanwhile.
 */
export async function lockParties(tx: DbOrTx, ids: number[]): Promise<Map<number, Party>> {
  const rows = await tx
    .select({ id: people.id, name: people.name, organisationId: people.organisationId })
    .from(people)
    .where(inArray(people.id, ids))
    .orderBy(people.id)
    .for("no key update");
  return new Map(rows.map((row) => [row.id, row]));
}

/** A session in the hands of somebody who changes it. */
export type Desk = {
  session: PairSession;
  host: Party;
  guest: Party;
  access: SessionAccess;
  phase: SessionPhase;
};

/**
 * Takes a session and its two people in hand until the transaction ends. Undefined when it does not
 * exist for the viewer.
 */
export async function openSession(
  tx: DbOrTx,
  { viewer, sessionId, now }: { viewer: Viewer; sessionId: number; now: Date },
): Promise<Desk | undefined> {
  const [ids] = await tx
    .select({ hostId: pairSessions.hostId, guestId: pairSessions.guestId })
    .from(pairSessions)
    .where(eq(pairSessions.id, sessionId));
  if (!ids) return undefined;
  const parties = await lockParties(tx, [ids.hostId, ids.guestId]);
  const [session] = await tx
    .select()
    .from(pairSessions)
    .where(eq(pairSessions.id, sessionId))
    .for("update");
  const host = parties.get(ids.hostId);
  const guest = parties.get(ids.guestId);
  const access = session && accessTo(viewer, session, now);
  if (!session || !host || !guest || !access) return undefined;
  return { session, host, guest, access, phase: phaseOf(session, now) };
}

/** Appends to a session's history; gives the key under which people are told of it once. */
export async function noteSession(
  tx: DbOrTx,
  entry: {
    sessionId: number;
    event: PairSessionEvent;
    actorId: number;
    detail?: Record<string, string>;
    at: Date;
  },
): Promise<string> {
  const [row] = await tx
    .insert(pairSessionHistory)
    .values(entry)
    .returning({ id: pairSessionHistory.id });
  return String(row?.id);
}

/** Whether somebody booked and moved so often within a day that others are to be spared more mails. */
export async function changedTooOften(
  tx: DbOrTx,
  { personId, now }: { personId: number; now: Date },
): Promise<boolean> {
  const [row] = await tx
    .select({ count: count() })
    .from(pairSessionHistory)
    .innerJoin(pairSessions, eq(pairSessions.id, pairSessionHistory.sessionId))
    .where(
      and(
        eq(pairSessions.guestId, personId),
        eq(pairSessionHistory.actorId, personId),
        inArray(pairSessionHistory.event, ["booked", "moved"]),
        gt(pairSessionHistory.at, after(now, -DAY)),
      ),
    );
  return (row?.count ?? 0) >= DAILY_CHANGES_MAX;
}

/** Whether somebody has another session at a moment; the person is locked by the caller. */
export async function isBusy(
  tx: DbOrTx,
  { personId, at, besides = 0 }: { personId: number; at: Date; besides?: number },
): Promise<boolean> {
  const [row] = await tx.execute<{ busy: boolean }>(sql`
    select exists (select from ${pairSessions}
      where ${personId} in (${pairSessions.hostId}, ${pairSessions.guestId})
        and ${pairSessions.startsAt} = ${at.toISOString()}::timestamptz
        and ${pairSessions.cancelledAt} is null and ${pairSessions.id} <> ${besides}) as busy`);
  return row?.busy === true;
}
