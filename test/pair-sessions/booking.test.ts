import { eq } from "drizzle-orm";
import { DAY, HOUR, after as later, MINUTE } from "#app/lib/time.ts";
import { bookPairSession } from "#app/pair-sessions/booking.server.ts";
import { cancelPairSession, movePairSession } from "#app/pair-sessions/changing.server.ts";
import { pauseHosting, resumeHosting } from "#app/pair-sessions/hosting.server.ts";
import { findOffer, listOpenHosts, offersSessions } from "#app/pair-sessions/offers.server.ts";
import { DAILY_CHANGES_MAX, OPEN_BOOKINGS_MAX } from "#app/pair-sessions/pair-sessions.ts";
import { suspendPerson } from "#app/people/suspensions.server.ts";
import type { Db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { pairSessionHistory, pairSessions } from "#db/schema/pair-sessions.ts";
import { helperAbsences } from "#db/schema/routing.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson, NOW, viewerOf } from "#test/support/factories.ts";
import {
  book,
  endCredentials,
  guestOf,
  HALF_PAST_TEN,
  hostOf,
  MEETING,
  offer,
  TEN,
} from "./scene.ts";

const sessionOf = async (db: Db, id: number) => {
  const [row] = await db.select().from(pairSessions).where(eq(pairSessions.id, id));
  if (!row) throw new Error("no session");
  return row;
};

const attempt = (
  db: Db,
  viewer: Awaited<ReturnType<typeof guestOf>>,
  hostId: number,
  startsAt: Date,
  now = NOW,
) => bookPairSession(db, { viewer, hostId, startsAt, topic: "見る", productAreaId: null, now });

describe("booking", () => {
  test("takes the slot, keeps who, where and what, and tells the host", async ({ db }) => {
    const [host, guest] = [await hostOf(db), await guestOf(db)];
    const id = await book(db, guest, host, { topic: "件名の差し込み\nが空になる" });
    const session = await sessionOf(db, id);
    expect(session).toMatchObject({
      hostId: host.id,
      guestId: guest.id,
      organisationId: guest.organisation?.id,
      topic: "件名の差し込み\nが空になる",
      meetingUrl: MEETING,
      startsAt: TEN,
      bookedAt: NOW,
      sequence: 0,
      cancelledAt: null,
    });
    const offered = await findOffer(db, { hostId: host.id, now: NOW });
    expect(offered?.slots.map((slot) => slot.getTime())).not.toContain(TEN.getTime());
    const told = await db.select().from(notifications);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      personId: host.id,
      actorId: guest.id,
      kind: "pair-session-booked",
      topic: `pair-session:${id}`,
      title: "件名の差し込み",
      path: `/pair-sessions/${id}`,
      detail: { when: TEN.toISOString(), message: "件名の差し込み\nが空になる" },
    });
    const [entry] = await db.select().from(pairSessionHistory);
    expect(entry).toMatchObject({ sessionId: id, event: "booked", actorId: guest.id });
  });

  test("sent twice books once", async ({ db }) => {
    const [host, guest] = [await hostOf(db), await guestOf(db)];
    const id = await book(db, guest, host);
    expect(await attempt(db, guest, host.id, TEN)).toEqual({ ok: true, sessionId: id });
    expect(await db.select().from(pairSessions)).toHaveLength(1);
  });

  test("of a slot that is taken, past, off the hours or too near is refused", async ({ db }) => {
    const [host, guest, other] = [await hostOf(db), await guestOf(db), await guestOf(db)];
    await book(db, other, host);
    const gone = { ok: false, reason: "slot-gone" };
    expect(await attempt(db, guest, host.id, TEN)).toEqual(gone);
    for (const [startsAt, now] of [
      [later(TEN, -15 * MINUTE), NOW],
      [later(TEN, 5 * MINUTE), NOW],
      [later(TEN, 120 * MINUTE), NOW],
      [later(HALF_PAST_TEN, 28 * DAY), NOW],
      [HALF_PAST_TEN, later(HALF_PAST_TEN, -HOUR + MINUTE)],
      [HALF_PAST_TEN, later(HALF_PAST_TEN, MINUTE)],
    ] as const) {
      expect(await attempt(db, guest, host.id, startsAt, now)).toEqual(gone);
    }
    const latest = await attempt(db, guest, host.id, HALF_PAST_TEN, later(HALF_PAST_TEN, -HOUR));
    expect(latest.ok).toBe(true);
  });

  test("on a day away is refused", async ({ db }) => {
    const [host, guest] = [await hostOf(db), await guestOf(db)];
    await db
      .insert(helperAbsences)
      .values({ personId: host.id, fromDay: "2026-06-02", toDay: "2026-06-02", createdAt: NOW });
    expect(await attempt(db, guest, host.id, TEN)).toEqual({ ok: false, reason: "slot-gone" });
    expect((await attempt(db, guest, host.id, later(TEN, 2 * DAY))).ok).toBe(true);
  });

  test("of one's own slot is refused", async ({ db }) => {
    const host = await hostOf(db);
    expect(await attempt(db, host, host.id, TEN)).toEqual({ ok: false, reason: "own-slot" });
  });

  test("is limited to some sessions to come", async ({ db }) => {
    const [host, guest] = [await hostOf(db), await guestOf(db)];
    const slots = (await findOffer(db, { hostId: host.id, now: NOW }))?.slots ?? [];
    const ids: number[] = [];
    for (const startsAt of slots.slice(0, OPEN_BOOKINGS_MAX)) {
      ids.push(await book(db, guest, host, { startsAt }));
    }
    const next = slots[OPEN_BOOKINGS_MAX] ?? TEN;
    expect(await attempt(db, guest, host.id, next)).toEqual({ ok: false, reason: "too-many" });
    const [first = 0] = ids;
    await cancelPairSession(db, { viewer: guest, sessionId: first, reason: "x", now: NOW });
    expect((await attempt(db, guest, host.id, next)).ok).toBe(true);
    // What is over does not count.
    const tomorrow = later(slots[OPEN_BOOKINGS_MAX] ?? TEN, DAY);
    const free = (await findOffer(db, { hostId: host.id, now: tomorrow }))?.slots[0] ?? TEN;
    expect((await attempt(db, guest, host.id, free, tomorrow)).ok).toBe(true);
  });

  test("and calling off by turns ends, before it fills a host's mailbox", async ({ db }) => {
    const [host, guest] = [await hostOf(db), await guestOf(db)];
    for (let round = 0; round < DAILY_CHANGES_MAX / 2; round += 1) {
      const sessionId = await book(db, guest, host);
      const move = { viewer: guest, sessionId, startsAt: HALF_PAST_TEN, now: NOW };
      expect(await movePairSession(db, move)).toEqual({ ok: true });
      await cancelPairSession(db, { viewer: guest, sessionId, reason: "x", now: NOW });
    }
    const refused = { ok: false, reason: "too-often" };
    expect(await attempt(db, guest, host.id, TEN)).toEqual(refused);
    expect((await attempt(db, guest, host.id, later(TEN, 2 * DAY), later(NOW, DAY))).ok).toBe(true);
    expect((await attempt(db, await guestOf(db), host.id, TEN)).ok).toBe(true);
  });

  test("nobody has two sessions at a moment, whatever their part in them", async ({ db }) => {
    const [one, two, guest] = [await hostOf(db), await hostOf(db), await guestOf(db)];
    await book(db, guest, one);
    const busy = { ok: false, reason: "guest-busy" };
    expect(await attempt(db, guest, two.id, TEN)).toEqual(busy);
    // The host of one cannot be the guest of another, nor be booked while they are a guest.
    expect(await attempt(db, one, two.id, TEN)).toEqual(busy);
    await book(db, one, two, { startsAt: HALF_PAST_TEN });
    expect(await attempt(db, guest, one.id, HALF_PAST_TEN)).toEqual({
      ok: false,
      reason: "slot-gone",
    });
  });

  test("ends at once when the host pauses, loses the credential or is suspended", async ({
    db,
  }) => {
    const [host, guest] = [await hostOf(db), await guestOf(db)];
    const admin = await createPerson(db, { role: "admin" });
    const id = await book(db, guest, host);
    const isOpen = async () => (await attempt(db, guest, host.id, HALF_PAST_TEN)).ok;
    const isListed = async () => {
      const listed = (await listOpenHosts(db, { viewerId: guest.id, limit: 10 })).length === 1;
      expect(await offersSessions(db, { personId: host.id })).toBe(listed);
      return listed;
    };

    expect(await isListed()).toBe(true);
    await pauseHosting(db, { personId: host.id, now: NOW });
    expect([await isOpen(), await isListed()]).toEqual([false, false]);
    await resumeHosting(db, { personId: host.id });
    expect(await isListed()).toBe(true);
    await suspendPerson(db, { personId: host.id, actorId: admin.id, reason: "x", now: NOW });
    expect([await isOpen(), await isListed()]).toEqual([false, false]);
    await endCredentials(db, host.id);
    expect(await isOpen()).toBe(false);
    // What is booked can still be called off.
    const cancelled = await cancelPairSession(db, {
      viewer: guest,
      sessionId: id,
      reason: "x",
      now: NOW,
    });
    expect(cancelled).toEqual({ ok: true });
  });

  test("staff can be booked as supporters can", async ({ db }) => {
    const staff = viewerOf(await createPerson(db, { role: "staff" }));
    const guest = await guestOf(db);
    expect(await attempt(db, guest, staff.id, TEN)).toEqual({ ok: false, reason: "not-offered" });
    await offer(db, staff.id);
    expect((await attempt(db, guest, staff.id, TEN)).ok).toBe(true);
  });
});

describe("moving", () => {
  test("by the guest frees the slot and takes the other", async ({ db }) => {
    const [host, guest, other] = [await hostOf(db), await guestOf(db), await guestOf(db)];
    const id = await book(db, guest, host);
    const move = { sessionId: id, startsAt: HALF_PAST_TEN, now: NOW };
    expect(await movePairSession(db, { viewer: host, ...move })).toMatchObject({
      reason: "not-allowed",
    });
    expect(await movePairSession(db, { viewer: other, ...move })).toMatchObject({
      reason: "not-found",
    });
    expect(await movePairSession(db, { viewer: guest, ...move })).toEqual({ ok: true });
    expect(await sessionOf(db, id)).toMatchObject({ startsAt: HALF_PAST_TEN, sequence: 1 });
    // The same again changes nothing.
    expect(await movePairSession(db, { viewer: guest, ...move })).toEqual({ ok: true });
    expect(await sessionOf(db, id)).toMatchObject({ sequence: 1 });
    expect((await attempt(db, other, host.id, TEN)).ok).toBe(true);
    expect(await movePairSession(db, { viewer: guest, ...move, startsAt: TEN })).toEqual({
      ok: false,
      reason: "slot-gone",
    });
  });

  test("is over when the session has begun or was called off", async ({ db }) => {
    const [host, guest] = [await hostOf(db), await guestOf(db)];
    const id = await book(db, guest, host);
    const change = { viewer: guest, sessionId: id };
    const startsAt = later(HALF_PAST_TEN, 2 * DAY);
    expect(await movePairSession(db, { ...change, startsAt, now: TEN })).toMatchObject({
      reason: "too-late",
    });
    expect(await cancelPairSession(db, { ...change, reason: "x", now: TEN })).toMatchObject({
      reason: "too-late",
    });
    await cancelPairSession(db, { ...change, viewer: host, reason: "会議", now: NOW });
    expect(await sessionOf(db, id)).toMatchObject({
      cancelledAt: NOW,
      cancelledBy: host.id,
      cancelReason: "会議",
      sequence: 1,
    });
    expect(await movePairSession(db, { ...change, startsAt, now: NOW })).toMatchObject({
      reason: "already-cancelled",
    });
    expect(await cancelPairSession(db, { ...change, reason: "x", now: NOW })).toMatchObject({
      reason: "already-cancelled",
    });
  });
});
