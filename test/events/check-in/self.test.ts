import { eq } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { undoAttendance } from "#app/events/check-in/attending.server.ts";
import { checkInByEventCode, joinOnline } from "#app/events/check-in/self.server.ts";
import type { Db } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createRegistration, createTicketType } from "#test/support/events.ts";
import { NOW } from "#test/support/factories.ts";
import { at, done, doorOf, memberOf, rows } from "./scene.ts";

type Door = Awaited<ReturnType<typeof doorOf>>;

const URL_OF_ROOM = "https://meet.example/room-1";

const typeCode = (
  db: Db,
  door: Door,
  viewer: Viewer,
  { typed = door.event.checkInCode, now = at("18:02") } = {},
) => checkInByEventCode(db, { viewer, eventId: door.event.id, typed, now });

const join = (db: Db, door: Door, viewer: Viewer, now = at("18:02")) =>
  joinOnline(db, { viewer, eventId: door.event.id, now });

describe("by the event's code", () => {
  test("the confirmed, however they type it; a second time says since when", async ({ db }) => {
    const door = await doorOf(db, { checkInCode: "AB10CD" });
    const { person, registration } = await door.register();
    done(await typeCode(db, door, person, { typed: " ab-lo ｃｄ" }));
    const again = done(await typeCode(db, door, person, { typed: "nonsense", now: at("18:30") }));
    expect(again).toMatchObject({ already: true, arrival: { at: at("18:02"), way: "self" } });
    expect(await rows(db, door.event.id)).toMatchObject([
      { registrationId: registration.id, recordedBy: person.id, way: "self" },
    ]);
  });

  test("from two hours before until a little after the end", async ({ db }) => {
    const door = await doorOf(db);
    const moments = { "15:59": "too-early", "16:00": "ok", "20:30": "ok", "20:31": "too-late" };
    for (const [time, expected] of Object.entries(moments)) {
      const { person } = await door.register();
      const outcome = await typeCode(db, door, person, { now: at(time) });
      expect([time, outcome.ok ? "ok" : outcome.reason]).toEqual([time, expected]);
    }
  });

  test.for(["applied", "waitlisted", "offered", "cancelled", "declined"] as const)(
    "not with a registration that is %s",
    async (state, { db }) => {
      const door = await doorOf(db);
      const { person } = await door.register(state);
      expect(await typeCode(db, door, person)).toEqual({ ok: false, reason: state });
    },
  );

  test("not without a registration, with a wrong code, or when it does not take place", async ({
    db,
  }) => {
    const door = await doorOf(db);
    const { person } = await door.register();
    expect(await typeCode(db, door, await memberOf(db))).toEqual({
      ok: false,
      reason: "not-registered",
    });
    expect(await typeCode(db, door, person, { typed: "" })).toEqual({
      ok: false,
      reason: "wrong-code",
    });
    await db
      .update(events)
      .set({ cancelledAt: NOW, cancelledBy: door.viewer.id })
      .where(eq(events.id, door.event.id));
    expect(await typeCode(db, door, person)).toEqual({ ok: false, reason: "event-cancelled" });
    await db.update(events).set({ scope: "supporters" }).where(eq(events.id, door.event.id));
    expect(await typeCode(db, door, await memberOf(db))).toEqual({
      ok: false,
      reason: "not-found",
    });
    expect(await rows(db, door.event.id)).toEqual([]);
  });

  test("so many tries, of one person at one event", async ({ db }) => {
    const [door, other] = [await doorOf(db), await doorOf(db)];
    const { person } = await door.register();
    await other.register("confirmed", person);
    for (let tries = 0; tries < 10; tries += 1) {
      const wrong = await typeCode(db, door, person, { typed: "WRONG" });
      expect(wrong).toEqual({ ok: false, reason: "wrong-code" });
    }
    expect(await typeCode(db, door, person)).toMatchObject({ ok: false, reason: "too-many" });
    done(await typeCode(db, other, person));
    done(await typeCode(db, door, (await door.register()).person));
  });

  test("undone at the door, one can come again", async ({ db }) => {
    const door = await doorOf(db);
    const { person } = await door.register();
    const { arrival } = done(await typeCode(db, door, person));
    const { viewer, event } = door;
    const undo = { viewer, eventId: event.id, attendanceId: arrival.attendanceId };
    done(await undoAttendance(db, { ...undo, now: at("18:05") }));
    done(await typeCode(db, door, person, { now: at("18:06") }));
    expect(await rows(db, event.id)).toMatchObject([
      { undoneAt: at("18:05") },
      { undoneAt: null, at: at("18:06") },
    ]);
  });
});

describe("by the joining link", () => {
  const online = (db: Db) => doorOf(db, { place: "online", onlineUrl: URL_OF_ROOM });

  test("records whoever is confirmed once, and leads in as often as they like", async ({ db }) => {
    const door = await online(db);
    const { person } = await door.register();
    expect(await join(db, door, person)).toEqual({ ok: true, url: URL_OF_ROOM });
    expect(await join(db, door, person, at("18:40"))).toEqual({ ok: true, url: URL_OF_ROOM });
    expect(await rows(db, door.event.id)).toMatchObject([
      { personId: person.id, way: "online", at: at("18:02") },
    ]);
  });

  test("from a quarter of an hour before until the end", async ({ db }) => {
    const door = await online(db);
    const moments = { "17:44": "too-early", "17:45": "ok", "20:00": "ok", "20:01": "too-late" };
    for (const [time, expected] of Object.entries(moments)) {
      const { person } = await door.register();
      const outcome = await join(db, door, person, at(time));
      expect([time, outcome.ok ? "ok" : outcome.reason]).toEqual([time, expected]);
    }
  });

  test("where both are possible, only for online tickets", async ({ db }) => {
    const door = await doorOf(db, { place: "hybrid", onlineUrl: URL_OF_ROOM });
    const { person } = await door.register();
    expect(await join(db, door, person)).toEqual({ ok: false, reason: "on-site-ticket" });
    const ticket = await createTicketType(db, {
      eventId: door.event.id,
      place: "online",
      position: 2,
    });
    const remote = await doorOf(db);
    const distant = await memberOf(db);
    await createRegistration(db, { event: door.event, ticket, person: distant });
    done(await join(db, door, distant));
    expect(await join(db, remote, distant)).toEqual({ ok: false, reason: "not-online" });
  });

  test("not for those who are not confirmed; the team gets in without being counted", async ({
    db,
  }) => {
    const door = await online(db);
    const { person } = await door.register("waitlisted");
    expect(await join(db, door, person)).toEqual({ ok: false, reason: "waitlisted" });
    expect(await join(db, door, await memberOf(db))).toEqual({
      ok: false,
      reason: "not-registered",
    });
    done(await join(db, door, door.viewer));
    expect(await rows(db, door.event.id)).toEqual([]);
    await door.register("confirmed", door.viewer);
    done(await join(db, door, door.viewer));
    expect(await rows(db, door.event.id)).toHaveLength(1);
  });

  test("without a link nobody is counted", async ({ db }) => {
    const door = await doorOf(db, { place: "online" });
    const { person } = await door.register();
    expect(await join(db, door, person)).toEqual({ ok: false, reason: "no-link" });
    expect(await rows(db, door.event.id)).toEqual([]);
  });
});
