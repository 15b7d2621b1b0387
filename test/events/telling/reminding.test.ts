import { eq } from "drizzle-orm";
import { cancelRegistration } from "#app/events/admission/cancelling.server.ts";
import {
  cancelEvent,
  moveEvent,
  postponeEvent,
} from "#app/events/organising/calling-off.server.ts";
import { remindOfEvents } from "#app/events/telling/reminding.server.ts";
import { DAY, HOUR, after as later, MINUTE } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import { eventReminders, registrations } from "#db/schema/registrations.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createRegistration } from "#test/support/events.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { apply, meeting, memberOf, staffOf } from "../admission/scene.ts";
import { letSpeak, sendAll, toldOf } from "./scene.ts";

/** Two weeks from now, with somebody who comes, somebody who waits and a speaker. */
async function scene(db: Db) {
  const where = await meeting(db, { capacity: 1 });
  const { startsAt } = where.event;
  const [comes, waits, staff] = [await memberOf(db), await memberOf(db), await staffOf(db)];
  const speaker = await createPerson(db);
  await letSpeak(db, where.event, speaker);
  await apply(db, comes, where);
  await apply(db, waits, where);
  await sendAll(db);
  const run = (before: number) => remindOfEvents(db, { now: later(startsAt, -before) });
  return { ...where, startsAt, comes, waits, staff, speaker, run };
}

const reminded = async (db: Db) =>
  (await toldOf(db, "event-reminder")).map(({ personId }) => personId).sort((a, b) => a - b);

describe("reminders of an event", () => {
  test("come a week, a day and an hour before, once each, to those who come", async ({ db }) => {
    const { comes, speaker, startsAt, run } = await scene(db);
    const both = [comes.id, speaker.id].sort((a, b) => a - b);
    expect(await run(7 * DAY + MINUTE)).toBe(0);
    let told: number[] = [];
    for (const before of [7 * DAY, DAY, HOUR]) {
      expect(await run(before)).toBe(1);
      expect(await run(before)).toBe(0);
      expect(await run(before - MINUTE)).toBe(0);
      told = [...told, ...both].sort((a, b) => a - b);
      expect(await reminded(db)).toEqual(told);
    }
    expect((await toldOf(db, "event-reminder"))[0]?.detail).toEqual({
      when: startsAt.toISOString(),
    });
    expect(await sendAll(db, later(startsAt, -HOUR + MINUTE))).toHaveLength(2);
  });

  test("that come late are left out for the next one, and none come after the beginning", async ({
    db,
  }) => {
    const { run } = await scene(db);
    expect(await run(90 * MINUTE)).toBe(1);
    expect(await run(0)).toBe(0);
    expect(await run(-HOUR)).toBe(0);
    expect(await db.select().from(eventReminders)).toMatchObject([{ kind: "day" }]);
  });

  test("leave out whoever applied since", async ({ db }) => {
    const { event, ticket, startsAt, comes, speaker, run } = await scene(db);
    await db
      .update(registrations)
      .set({ confirmedAt: later(startsAt, -3 * DAY) })
      .where(eq(registrations.personId, comes.id));
    await run(2 * DAY);
    expect(await reminded(db)).toEqual([speaker.id]);
    await createRegistration(db, {
      event,
      ticket,
      person: await createPerson(db),
      confirmedAt: later(startsAt, -2 * HOUR),
    });
    await run(23 * HOUR);
    expect(await reminded(db)).toEqual([speaker.id, speaker.id, comes.id].sort((a, b) => a - b));
  });

  test("do not come for an event announced or moved since", async ({ db }) => {
    const { event, startsAt, run } = await scene(db);
    await db
      .update(events)
      .set({ publishedAt: later(startsAt, -3 * DAY) })
      .where(eq(events.id, event.id));
    expect(await run(2 * DAY)).toBe(0);
    expect(await run(DAY)).toBe(1);
  });

  test("do not come for what was cancelled or postponed, and anew for another time", async ({
    db,
  }) => {
    const { event, staff, startsAt, comes, speaker, run } = await scene(db);
    const act = { viewer: staff, eventId: event.id };
    const both = [comes.id, speaker.id];
    expect(await run(DAY)).toBe(1);
    const now = later(startsAt, -20 * HOUR);
    await postponeEvent(db, { ...act, message: "", now });
    expect((await toldOf(db, "event-reminder")).map(({ readAt }) => readAt)).toEqual([now, now]);
    expect(await sendAll(db, now)).toHaveLength(3);
    expect(await run(HOUR)).toBe(0);

    const next = later(startsAt, 10 * DAY);
    const [{ version, timeZone } = { version: 0, timeZone: "" }] = await db
      .select()
      .from(events)
      .where(eq(events.id, event.id));
    const date = { startsAt: next, endsAt: later(next, HOUR), timeZone };
    await moveEvent(db, { ...act, date, version, message: "", now });
    const runAhead = (ahead: number) => remindOfEvents(db, { now: later(next, -ahead) });
    expect(await runAhead(7 * DAY)).toBe(1);
    expect(await runAhead(DAY)).toBe(1);
    expect(await reminded(db)).toHaveLength(3 * both.length);

    await cancelEvent(db, { ...act, message: "", now: later(next, -2 * HOUR) });
    expect(await runAhead(HOUR)).toBe(0);
  });

  test("are given once by two workers at once", async () => {
    const { db, close } = await freshDatabase(4);
    try {
      const { startsAt, comes, speaker } = await scene(db);
      const now = later(startsAt, -HOUR);
      const runs = await Promise.all(Array.from({ length: 4 }, () => remindOfEvents(db, { now })));
      expect(runs.sort()).toEqual([0, 0, 0, 1]);
      expect(await reminded(db)).toEqual([comes.id, speaker.id].sort((a, b) => a - b));
    } finally {
      await close();
    }
  });
});

test("whoever gives their place up hears no more of it", async ({ db }) => {
  const { event, comes, run } = await scene(db);
  await cancelRegistration(db, { viewer: comes, eventId: event.id, now: NOW });
  await run(DAY);
  expect(await reminded(db)).not.toContain(comes.id);
});
