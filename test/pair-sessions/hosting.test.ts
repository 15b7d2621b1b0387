import {
  addHours,
  adoptOwnZone,
  findHosting,
  pauseHosting,
  removeHours,
  saveHosting,
} from "#app/pair-sessions/hosting.server.ts";
import { findOffer } from "#app/pair-sessions/offers.server.ts";
import type { Db } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { guestOf } from "./scene.ts";

const terms = { offer: "配信の設定", meetingUrl: "https://meet.example/a", noticeHours: 24 };

const hours = async (db: Db, personId: number) =>
  (await findHosting(db, { personId })).spans.map(
    ({ weekday, fromMinute, toMinute }) => `${weekday} ${fromMinute}-${toMinute}`,
  );

describe("what a host offers", () => {
  test("begins with where to meet; hours come after that", async ({ db }) => {
    const { id: personId } = await createPerson(db, { role: "staff" });
    expect(await findHosting(db, { personId })).toMatchObject({ isSetUp: false, spans: [] });
    const add = { personId, weekdays: [1], fromMinute: 540, toMinute: 600 };
    expect(await addHours(db, add)).toEqual({ ok: false, reason: "not-set-up" });
    await saveHosting(db, { personId, ...terms, now: NOW });
    expect(await addHours(db, add)).toEqual({ ok: true });
    expect(await findHosting(db, { personId })).toMatchObject({ isSetUp: true, ...terms });
    const offer = await findOffer(db, { hostId: personId, now: NOW });
    expect(offer?.slots).toHaveLength(16);
    await saveHosting(db, { personId, ...terms, offer: "ほか", now: NOW });
    expect(await hours(db, personId)).toEqual(["1 540-600"]);
  });

  test("joins hours that touch, and keeps the others as they are", async ({ db }) => {
    const { id: personId } = await createPerson(db, { role: "staff" });
    await saveHosting(db, { personId, ...terms, now: NOW });
    const add = (weekdays: number[], fromMinute: number, toMinute: number) =>
      addHours(db, { personId, weekdays, fromMinute, toMinute });
    await add([1, 2, 3], 540, 600);
    const [monday] = (await findHosting(db, { personId })).spans;
    await add([2, 3], 600, 660);
    await add([3], 720, 780);
    expect(await hours(db, personId)).toEqual(["1 540-600", "2 540-660", "3 540-660", "3 720-780"]);
    expect((await findHosting(db, { personId })).spans[0]).toEqual(monday);
    const stranger = await guestOf(db);
    const spanId = monday?.id ?? 0;
    expect(await removeHours(db, { personId: stranger.id, spanId })).toBe(false);
    expect(await removeHours(db, { personId, spanId })).toBe(true);
    expect(await removeHours(db, { personId, spanId })).toBe(false);
    expect(await hours(db, personId)).toHaveLength(3);
  });

  test("stays in the zone it was meant in until the host takes theirs over", async ({ db }) => {
    const { id: personId } = await createPerson(db, { role: "staff", timeZone: "Asia/Tokyo" });
    await saveHosting(db, { personId, ...terms, now: NOW });
    const add = { personId, fromMinute: 540, toMinute: 600 };
    await addHours(db, { ...add, weekdays: [1] });
    await db.update(people).set({ timeZone: "Europe/Berlin" });
    await addHours(db, { ...add, weekdays: [2] });
    const before = await findHosting(db, { personId });
    expect(before).toMatchObject({ timeZone: "Asia/Tokyo", ownTimeZone: "Europe/Berlin" });
    expect(before.spans).toHaveLength(2);
    const first = async () =>
      (await findOffer(db, { hostId: personId, now: NOW }))?.slots[0]?.toISOString();
    expect(await first()).toBe("2026-06-08T00:00:00.000Z");
    await adoptOwnZone(db, { personId });
    expect(await findHosting(db, { personId })).toMatchObject({ timeZone: "Europe/Berlin" });
    expect(await first()).toBe("2026-06-02T07:00:00.000Z");
  });

  test("changed from several pages at once ends as one list without overlaps", async () => {
    const { db, close } = await freshDatabase();
    try {
      const { id: personId } = await createPerson(db, { role: "staff" });
      await saveHosting(db, { personId, ...terms, now: NOW });
      await Promise.all([
        ...Array.from({ length: 8 }, (_, index) =>
          addHours(db, {
            personId,
            weekdays: [1, 2],
            fromMinute: 540 + index * 30,
            toMinute: 585 + index * 30,
          }),
        ),
        pauseHosting(db, { personId, now: NOW }),
      ]);
      expect(await hours(db, personId)).toEqual(["1 540-795", "2 540-795"]);
    } finally {
      await close();
    }
  });
});
