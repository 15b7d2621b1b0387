import { isNull } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import type { Viewer } from "#app/auth/viewer.ts";
import { DAY, after as later } from "#app/lib/time.ts";
import { bookPairSession } from "#app/pair-sessions/booking.server.ts";
import { movePairSession } from "#app/pair-sessions/changing.server.ts";
import { pauseHosting } from "#app/pair-sessions/hosting.server.ts";
import { findOffer } from "#app/pair-sessions/offers.server.ts";
import { OPEN_BOOKINGS_MAX } from "#app/pair-sessions/pair-sessions.ts";
import { type Connection, connect } from "#db/client.server.ts";
import { notifications, outgoingMails } from "#db/schema/notifications.ts";
import { pairSessions } from "#db/schema/pair-sessions.ts";
import { test as base, describe, expect, freshDatabase } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";
import { book, guestOf, hostOf, offer, TEN } from "./scene.ts";

const TRIES = 50;

let main: Connection;
/** Pools of their own, as several processes have them. */
let processes: Connection[];

beforeAll(async () => {
  main = await freshDatabase(4);
  processes = Array.from({ length: 5 }, () => connect(main.url, { maxConnections: 5 }));
}, 60_000);
afterAll(async () => {
  await Promise.all([main, ...processes].map((connection) => connection?.close()));
});

const test = base.extend<{ community: Connection["db"] }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixture's needs from the pattern
  community: async ({}, use) => use(main.db),
});

const dbOf = (index: number) => (processes[index % processes.length] as Connection).db;

const attempt = (index: number, viewer: Viewer, hostId: number, startsAt: Date) =>
  bookPairSession(dbOf(index), {
    viewer,
    hostId,
    startsAt,
    topic: `同時 ${index}`,
    productAreaId: null,
    now: NOW,
  });

const reasons = (outcomes: { ok: boolean; reason?: string }[]) =>
  outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.reason)).sort();

/** One after the other: what makes their credentials counts by itself. */
async function hostsOf(db: Connection["db"], count: number): Promise<Viewer[]> {
  const hosts: Viewer[] = [];
  while (hosts.length < count) hosts.push(await hostOf(db));
  return hosts;
}

/** No two live sessions of anybody at one moment, in whatever role. */
async function expectNobodyTwice() {
  const live = await main.db.select().from(pairSessions).where(isNull(pairSessions.cancelledAt));
  const places = live.flatMap(({ hostId, guestId, startsAt }) =>
    [hostId, guestId].map((id) => `${id} ${startsAt.toISOString()}`),
  );
  expect(places.length).toBe(new Set(places).size);
}

describe("at the same moment, from several processes", { timeout: 60_000 }, () => {
  test(`${TRIES} people want one slot: one gets it`, async ({ community: db }) => {
    const host = await hostOf(db);
    const guests = await Promise.all(Array.from({ length: TRIES }, () => guestOf(db)));
    const outcomes = await Promise.all(
      guests.map((guest, index) => attempt(index, guest, host.id, TEN)),
    );
    expect(reasons(outcomes)).toEqual(["ok", ...Array(TRIES - 1).fill("slot-gone")]);
    const told = await db.select().from(notifications);
    expect(told.filter(({ personId }) => personId === host.id)).toHaveLength(1);
    await expectNobodyTwice();
  });

  test("one person books everywhere: one slot at a moment, and not more than allowed", async ({
    community: db,
  }) => {
    const hosts = await hostsOf(db, 5);
    const guest = await guestOf(db);
    const slots = (await findOffer(db, { hostId: hosts[0]?.id ?? 0, now: NOW }))?.slots ?? [];
    const tries = hosts.flatMap((host) =>
      slots.slice(0, 10).map((startsAt) => ({ host, startsAt })),
    );
    expect(tries).toHaveLength(TRIES);
    const outcomes = await Promise.all(
      tries.map(({ host, startsAt }, index) => attempt(index, guest, host.id, startsAt)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(OPEN_BOOKINGS_MAX);
    await expectNobodyTwice();
  });

  test("the same form sent many times gives one session and one mail", async ({
    community: db,
  }) => {
    const [host, guest] = [await hostOf(db), await guestOf(db)];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => attempt(index, guest, host.id, TEN)),
    );
    const ids = outcomes.map((outcome) => (outcome.ok ? outcome.sessionId : outcome.reason));
    expect(new Set(ids).size).toBe(1);
    const mails = await db.select().from(outgoingMails);
    expect(mails.filter(({ personId }) => personId === guest.id)).toHaveLength(1);
  });

  test("hosts who book each other do not wait for each other for ever", async ({
    community: db,
  }) => {
    const hosts = await hostsOf(db, 8);
    const tries = hosts.flatMap((guest) =>
      hosts.filter((host) => host !== guest).map((host) => ({ guest, host })),
    );
    const outcomes = await Promise.all(
      tries.map(({ guest, host }, index) => attempt(index, guest, host.id, TEN)),
    );
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    await expectNobodyTwice();
  });

  test("people move into one slot: one gets it", async ({ community: db }) => {
    const host = await hostOf(db);
    const slots = (await findOffer(db, { hostId: host.id, now: NOW }))?.slots ?? [];
    const wanted = later(TEN, 7 * DAY);
    const sessions = await Promise.all(
      slots.slice(0, 12).map(async (startsAt) => {
        const viewer = await guestOf(db);
        return { viewer, sessionId: await book(db, viewer, host, { startsAt }) };
      }),
    );
    const outcomes = await Promise.all(
      sessions.map((session, index) =>
        movePairSession(dbOf(index), { ...session, startsAt: wanted, now: NOW }),
      ),
    );
    expect(reasons(outcomes)).toEqual(["ok", ...Array(11).fill("slot-gone")]);
    await expectNobodyTwice();
  });

  test("a host who pauses gets no booking after that", async ({ community: db }) => {
    const guest = await guestOf(db);
    await offer(db, guest.id);
    const host = await hostOf(db);
    const slots = (await findOffer(db, { hostId: host.id, now: NOW }))?.slots ?? [];
    const guests = await Promise.all(Array.from({ length: 15 }, () => guestOf(db)));
    let pausedAt = Number.POSITIVE_INFINITY;
    await Promise.all([
      pauseHosting(main.db, { personId: host.id, now: NOW }).then(() => {
        pausedAt = performance.now();
      }),
      ...guests.map(async (viewer, index) => {
        const begun = performance.now();
        const outcome = await attempt(index, viewer, host.id, slots[index] ?? TEN);
        if (begun > pausedAt) expect(outcome.ok).toBe(false);
      }),
    ]);
    const afterwards = await attempt(0, guest, host.id, slots[20] ?? TEN);
    expect(afterwards).toEqual({ ok: false, reason: "not-offered" });
  });
});
