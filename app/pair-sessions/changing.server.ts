import { eq } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { withdrawNews } from "#app/notifications/withdrawing.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { pairSessions } from "#db/schema/pair-sessions.ts";
import { findOffer } from "./offers.server.ts";
import { canCancel, canMove } from "./pair-sessions.ts";
import {
  changedTooOften,
  type Desk,
  isBusy,
  noteSession,
  openSession,
  type PairSession,
} from "./session-desk.server.ts";
import { findPairSession, type SessionView } from "./session-reading.server.ts";
import { sessionTopic } from "./session-topic.ts";
import { tellOfChange } from "./telling.server.ts";

type Act = { viewer: Viewer; sessionId: number; now: Date };
type Refusal<Reason extends string> =
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "not-allowed" }
  | { ok: false; reason: Reason };

/** Calls a session off, by either of the two and before it begins. The slot is free again. */
export async function cancelPairSession(
  db: Db,
  { reason, ...act }: Act & { reason: string },
): Promise<{ ok: true } | Refusal<"too-late" | "already-cancelled">> {
  return db.transaction(async (tx) => {
    const desk = await openSession(tx, act);
    if (!desk) return { ok: false, reason: "not-found" };
    const refused = refusalOf(desk, canCancel);
    if (refused) return { ok: false, reason: refused };
    const { viewer, now } = act;
    await change(tx, desk, act, {
      event: "cancelled",
      values: { cancelledAt: now, cancelledBy: viewer.id, cancelReason: reason },
      detail: { reason },
      message: reason,
    });
    return { ok: true };
  });
}

/**
 * Moves a session to another slot that its host offers, by the guest and before it begins. Where to
 * meet is what the host says by now.
 */
export async function movePairSession(
  db: Db,
  { startsAt, ...act }: Act & { startsAt: Date },
): Promise<
  | { ok: true }
  | Refusal<
      "too-late" | "already-cancelled" | "not-offered" | "guest-busy" | "slot-gone" | "too-often"
    >
> {
  return db.transaction(async (tx) => {
    const desk = await openSession(tx, act);
    if (!desk) return { ok: false, reason: "not-found" };
    const refused = refusalOf(desk, canMove);
    if (refused) return { ok: false, reason: refused };
    const { session, guest } = desk;
    if (session.startsAt.getTime() === startsAt.getTime()) return { ok: true };
    const offer = await findOffer(tx, { hostId: session.hostId, now: act.now });
    if (!offer?.isOpen) return { ok: false, reason: "not-offered" };
    if (await isBusy(tx, { personId: guest.id, at: startsAt, besides: session.id })) {
      return { ok: false, reason: "guest-busy" };
    }
    if (!offer.slots.some((slot) => slot.getTime() === startsAt.getTime())) {
      return { ok: false, reason: "slot-gone" };
    }
    if (await changedTooOften(tx, { personId: guest.id, now: act.now })) {
      return { ok: false, reason: "too-often" };
    }
    await change(tx, desk, act, {
      event: "moved",
      values: { startsAt, meetingUrl: offer.meetingUrl, remindedAt: null },
      detail: { from: session.startsAt.toISOString(), to: startsAt.toISOString() },
    });
    return { ok: true };
  });
}

/**
 * A session for the page on which somebody changes it, or why they cannot.
 *
 * @param change what they want to do with it
 */
export async function findChangeable(
  db: DbOrTx,
  { change, ...act }: Act & { change: "cancel" | "move" },
): Promise<{ ok: true; session: SessionView } | Refusal<"too-late" | "already-cancelled">> {
  const session = await findPairSession(db, act);
  if (!session) return { ok: false, reason: "not-found" };
  const refused = refusalOf(session, change === "cancel" ? canCancel : canMove);
  return refused ? { ok: false, reason: refused } : { ok: true, session };
}

/** Why somebody who sees a session cannot change it now; undefined when they can. */
function refusalOf(
  { access, phase }: Pick<Desk, "access" | "phase">,
  can: typeof canCancel,
): "not-allowed" | "too-late" | "already-cancelled" | undefined {
  if (can(access, phase)) return undefined;
  if (!can(access, "coming")) return "not-allowed";
  return phase === "cancelled" ? "already-cancelled" : "too-late";
}

async function change(
  tx: DbOrTx,
  { session, host, guest }: Desk,
  { viewer, now }: Act,
  {
    event,
    values,
    detail,
    message,
  }: {
    event: "moved" | "cancelled";
    values: Partial<PairSession>;
    detail: Record<string, string>;
    message?: string;
  },
): Promise<void> {
  const [changed] = await tx
    .update(pairSessions)
    .set({ ...values, sequence: session.sequence + 1 })
    .where(eq(pairSessions.id, session.id))
    .returning();
  if (!changed) throw new Error("A locked session is gone");
  const actorId = viewer.id;
  // Nobody is reminded of what is no longer so.
  await withdrawNews(tx, {
    thread: sessionTopic(session).thread,
    kind: "pair-session-reminder",
    now,
  });
  const onceKey = await noteSession(tx, { sessionId: session.id, event, actorId, detail, at: now });
  await tellOfChange(tx, { event, session: changed, host, guest, actorId, message, onceKey, now });
}
