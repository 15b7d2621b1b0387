import { eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { recordAttendance, undoAttendance } from "#app/events/check-in/attending.server.ts";
import { checkInByEventCode } from "#app/events/check-in/self.server.ts";
import { type Connection, connect } from "#db/client.server.ts";
import { attendances } from "#db/schema/attendances.ts";
import { events } from "#db/schema/events.ts";
import { registrations } from "#db/schema/registrations.ts";
import { test as base, describe, expect, freshDatabase } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";
import { at, doorOf, rows } from "./scene.ts";

const GUESTS = 200;

let main: Connection;
/** Pools of their own, as several processes have them. */
let processes: Connection[];

beforeAll(async () => {
  main = await freshDatabase(4);
  processes = Array.from({ length: 4 }, () => connect(main.url, { maxConnections: 5 }));
}, 60_000);
afterAll(async () => {
  await Promise.all([main, ...processes].map((connection) => connection?.close()));
});

const test = base.extend<{ community: Connection["db"] }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixture's needs from the pattern
  community: async ({}, use) => use(main.db),
});

const dbOf = (index: number) => (processes[index % processes.length] as Connection).db;
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

type Door = Awaited<ReturnType<typeof doorOf>>;

const scan = (index: number, door: Door, personId: number, key: string = crypto.randomUUID()) =>
  recordAttendance(dbOf(index), {
    viewer: door.viewer,
    eventId: door.event.id,
    personId,
    way: "list",
    key,
    now: at("18:02"),
  });

describe("at the same moment, from several processes", { timeout: 60_000 }, () => {
  test("40 phones scan one person: one checks them in, all say the same", async ({
    community: db,
  }) => {
    const door = await doorOf(db);
    const { person } = await door.register();
    const outcomes = await Promise.all([
      ...times(30, (index) => scan(index, door, person.id)),
      ...times(10, (index) =>
        checkInByEventCode(dbOf(index), {
          viewer: person,
          eventId: door.event.id,
          typed: door.event.checkInCode,
          now: at("18:02"),
        }),
      ),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.already)).toHaveLength(1);
    const ids = outcomes.map((outcome) => (outcome.ok ? outcome.arrival.attendanceId : outcome));
    expect(new Set(ids).size).toBe(1);
    expect(await rows(db, door.event.id)).toHaveLength(1);
  });

  test(`${GUESTS} people at once, each told twice with one key`, async ({ community: db }) => {
    const door = await doorOf(db);
    const guests = [];
    while (guests.length < GUESTS) guests.push((await door.register()).person);
    const outcomes = await Promise.all(
      guests.flatMap((guest, index) =>
        [index, index + 1].map((process) => scan(process, door, guest.id, `key-${index}`)),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.already)).toHaveLength(GUESTS);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await rows(db, door.event.id)).toHaveLength(GUESTS);
  });

  test("one guest without an account, told many times with one key, is there once", async ({
    community: db,
  }) => {
    const door = await doorOf(db);
    await Promise.all(
      times(20, (index) =>
        recordAttendance(dbOf(index), {
          viewer: door.viewer,
          eventId: door.event.id,
          guest: { name: "根岸 亮", affiliation: "" },
          way: "walk-in",
          key: "guest",
          now: at("18:02"),
        }),
      ),
    );
    expect(await rows(db, door.event.id)).toHaveLength(1);
  });

  test("checked in and undone against each other: never there twice", async ({ community: db }) => {
    const door = await doorOf(db);
    const { person } = await door.register();
    await Promise.all(
      times(20, async (index) => {
        const outcome = await scan(index, door, person.id);
        if (!outcome.ok || index % 2 === 0) return;
        await undoAttendance(dbOf(index + 1), {
          viewer: door.viewer,
          eventId: door.event.id,
          attendanceId: outcome.arrival.attendanceId,
          now: at("18:03"),
        });
      }),
    );
    const live = await db.select().from(attendances).where(isNull(attendances.undoneAt));
    expect(live.filter(({ personId }) => personId === person.id).length).toBeLessThanOrEqual(1);
  });

  test("once an event is called off or a place given up, nobody gets in any more", async ({
    community: db,
  }) => {
    const door = await doorOf(db);
    const parts = [];
    while (parts.length < 20) parts.push(await door.register());
    const ended: { at: number; personId: number }[] = [];
    await Promise.all([
      ...parts.map(async ({ person, registration }, index) => {
        await dbOf(index)
          .update(registrations)
          .set({ state: "cancelled", endedAt: NOW, ending: "cancelled" })
          .where(eq(registrations.id, registration.id));
        ended.push({ at: performance.now(), personId: person.id });
      }),
      ...parts.map(async ({ person }, index) => {
        const begun = performance.now();
        const outcome = await scan(index + 1, door, person.id);
        const end = ended.find(({ personId }) => personId === person.id);
        if (end && end.at < begun) expect(outcome.ok).toBe(false);
      }),
    ]);
    const { person } = await door.register();
    await db
      .update(events)
      .set({ cancelledAt: NOW, cancelledBy: door.viewer.id })
      .where(eq(events.id, door.event.id));
    expect(await scan(0, door, person.id)).toEqual({ ok: false, reason: "event-cancelled" });
  });
});
