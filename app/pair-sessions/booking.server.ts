import { randomUUID } from "node:crypto";
import { and, count, eq, gt, isNull } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { portalUrl } from "#app/lib/current-config.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { pairSessions } from "#db/schema/pair-sessions.ts";
import { findOffer } from "./offers.server.ts";
import { OPEN_BOOKINGS_MAX } from "./pair-sessions.ts";
import { changedTooOften, isBusy, lockParties, noteSession } from "./session-desk.server.ts";
import { tellOfChange } from "./telling.server.ts";

export type Booking = {
  viewer: Viewer;
  hostId: number;
  startsAt: Date;
  topic: string;
  productAreaId: number | null;
  now: Date;
};

export type BookingRefusal =
  /** The host offers nothing, or no longer. */
  | "not-offered"
  | "own-slot"
  | "too-many"
  /** So many bookings and changes today that hosts are to be spared more mails. */
  | "too-often"
  /** The viewer has another session at that moment, as host or as guest. */
  | "guest-busy"
  /** Taken meanwhile, too near by now, or never offered. */
  | "slot-gone";

/**
 * Books a quarter of an hour with a host. Both are told, and get it into their calendars. Booking
 * the same again, as a form sent twice does, gives the session that is there.
 */
export async function bookPairSession(
  db: Db,
  { viewer, hostId, startsAt, topic, productAreaId, now }: Booking,
): Promise<{ ok: true; sessionId: number } | { ok: false; reason: BookingRefusal }> {
  if (hostId === viewer.id) return { ok: false, reason: "own-slot" };
  return db.transaction(async (tx) => {
    const parties = await lockParties(tx, [hostId, viewer.id]);
    const host = parties.get(hostId);
    const guest = parties.get(viewer.id);
    const offer = await findOffer(tx, { hostId, now });
    if (!host || !guest || !offer) return { ok: false, reason: "not-offered" };
    const booked = await findSame(tx, { hostId, guestId: guest.id, startsAt });
    if (booked !== undefined) return { ok: true, sessionId: booked };
    if (!offer.isOpen) return { ok: false, reason: "not-offered" };
    if (await isBusy(tx, { personId: guest.id, at: startsAt })) {
      return { ok: false, reason: "guest-busy" };
    }
    if (!offer.slots.some((slot) => slot.getTime() === startsAt.getTime())) {
      return { ok: false, reason: "slot-gone" };
    }
    if ((await countOpenBookings(tx, { guestId: guest.id, now })) >= OPEN_BOOKINGS_MAX) {
      return { ok: false, reason: "too-many" };
    }
    if (await changedTooOften(tx, { personId: guest.id, now })) {
      return { ok: false, reason: "too-often" };
    }
    const [session] = await tx
      .insert(pairSessions)
      .values({
        uid: `${randomUUID()}@${new URL(portalUrl("/")).hostname}`,
        hostId,
        guestId: guest.id,
        organisationId: guest.organisationId,
        productAreaId,
        topic,
        meetingUrl: offer.meetingUrl,
        startsAt,
        bookedAt: now,
      })
      .returning();
    if (!session) throw new Error("The session was not inserted");
    const onceKey = await noteSession(tx, {
      sessionId: session.id,
      event: "booked",
      actorId: guest.id,
      detail: { to: startsAt.toISOString() },
      at: now,
    });
    const change = { event: "booked" as const, session, host, guest, actorId: guest.id };
    await tellOfChange(tx, { ...change, message: topic, onceKey, now });
    return { ok: true, sessionId: session.id };
  });
}

async function findSame(
  tx: DbOrTx,
  same: { hostId: number; guestId: number; startsAt: Date },
): Promise<number | undefined> {
  const [row] = await tx
    .select({ id: pairSessions.id })
    .from(pairSessions)
    .where(
      and(
        eq(pairSessions.hostId, same.hostId),
        eq(pairSessions.guestId, same.guestId),
        eq(pairSessions.startsAt, same.startsAt),
        isNull(pairSessions.cancelledAt),
      ),
    );
  return row?.id;
}

/** Sessions to come that somebody has booked with others. */
export async function countOpenBookings(
  db: DbOrTx,
  { guestId, now }: { guestId: number; now: Date },
): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(pairSessions)
    .where(
      and(
        eq(pairSessions.guestId, guestId),
        isNull(pairSessions.cancelledAt),
        gt(pairSessions.startsAt, now),
      ),
    );
  return row?.count ?? 0;
}
