import { DEFAULT_CALENDAR } from "#app/calendar/business-calendar.ts";
import {
  findBusinessCalendar,
  holdBusinessCalendar,
  listClosures,
  removeClosure,
  saveClosure,
  saveWorkingHours,
} from "#app/calendar/calendar.server.ts";
import {
  closureSchema,
  workingHoursFields,
  workingHoursSchema,
} from "#app/calendar/calendar-form.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { HOUR, after as later } from "#app/lib/time.ts";
import { lockQuestion } from "#app/questions/lock-question.server.ts";
import { changeBusinessCalendar } from "#app/questions/routing/rescheduling.server.ts";
import { cast } from "#test/questions/cast.ts";
import { createHelper, kindsOf, MONDAY_TEN, routingOf } from "#test/questions/routing/scene.ts";
import { expect, freshDatabase, test } from "#test/support/database.ts";
import { ask } from "#test/support/factories.ts";

const tokyo = (text: string) => new Date(`${text}:00+09:00`);
const schema = workingHoursSchema(translator("ja", "calendar"));

test("a calendar is what was last saved, and the usual one before", async ({ db }) => {
  const { admin } = await cast(db);
  expect(await findBusinessCalendar(db)).toEqual(DEFAULT_CALENDAR);
  const saved = {
    hours: { 2: { opens: 480, closes: 1440 }, 0: { opens: 0, closes: 60 } },
    timeZone: "Europe/Berlin",
    publicHolidays: false,
  };
  await saveWorkingHours(db, { ...saved, actorId: admin.id, now: MONDAY_TEN });
  for (const [day, name] of [
    ["2026-12-30", "年末"],
    ["2026-12-29", "年末"],
    ["2026-12-30", "年末休業"],
  ] as const) {
    await saveClosure(db, { day, name, actorId: admin.id, now: MONDAY_TEN });
  }
  const closures = new Set(["2026-12-29", "2026-12-30"]);
  expect(await findBusinessCalendar(db)).toEqual({ ...saved, closures });
  expect(await listClosures(db, { from: "2026-12-30" })).toEqual([
    { day: "2026-12-30", name: "年末休業" },
  ]);
  expect(await removeClosure(db, { day: "2026-12-30" })).toBe(true);
  expect(await removeClosure(db, { day: "2026-12-30" })).toBe(false);
});

test("the form gives back what it shows, and refuses what cannot be worked", () => {
  const usual = workingHoursFields(DEFAULT_CALENDAR);
  const { hours, timeZone, publicHolidays } = DEFAULT_CALENDAR;
  expect(schema.parse(usual)).toEqual({ hours, timeZone, publicHolidays });
  expect(schema.parse({ ...usual, opens1: "９：３０", closes1: "24:00" }).hours[1]).toEqual({
    opens: 570,
    closes: 1440,
  });
  const none = Object.fromEntries(Object.keys(usual).map((key) => [key, ""]));
  for (const wrong of [
    { opens1: "9" },
    { opens1: "" },
    { closes1: "25:00" },
    { opens1: "18:00", closes1: "9:00" },
    { opens1: "9:00", closes1: "9:59" },
    { timeZone: "Mars/Olympus" },
    { ...none, timeZone: "Asia/Tokyo" },
  ]) {
    expect(schema.safeParse({ ...usual, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  }
  const closure = closureSchema(translator("en", "calendar"));
  expect(closure.safeParse({ day: "2026-12-31", name: " 年末 " }).data?.name).toBe("年末");
  expect(closure.safeParse({ day: "2026-12-31", name: "\u200b" }).success).toBe(false);
  expect(closure.safeParse({ day: "31.12.2026", name: "年末" }).success).toBe(false);
});

test("a new closure moves the deadlines that run, and those alone", async ({ db }) => {
  const { area, asker, admin } = await cast(db);
  await createHelper(db, { areaIds: [area.id] });
  const asked = { productAreaId: area.id };
  const soon = await ask(db, asker, { ...asked, now: MONDAY_TEN });
  const second = await ask(db, asker, { ...asked, now: tokyo("2026-06-01T15:00") });
  await changeBusinessCalendar(db, {
    change: (tx) =>
      saveClosure(tx, { day: "2026-06-02", name: "創立", actorId: admin.id, now: MONDAY_TEN }),
    detail: { closure: "2026-06-02" },
    actorId: admin.id,
    now: tokyo("2026-06-01T16:00"),
  });
  expect(await routingOf(db, soon)).toMatchObject({
    nextAt: tokyo("2026-06-01T18:00"),
    workedMs: 6 * HOUR,
  });
  expect((await routingOf(db, second)).nextAt).toEqual(tokyo("2026-06-03T14:00"));
  expect(await kindsOf(db, soon)).not.toContain("rescheduled");
  expect(await kindsOf(db, second)).toContain("rescheduled");
});

test("hours that change count from the moment of the change", async ({ db }) => {
  const { area, asker, admin } = await cast(db);
  await createHelper(db, { areaIds: [area.id] });
  const questionId = await ask(db, asker, { productAreaId: area.id, now: MONDAY_TEN });
  const shorter = schema.parse({
    ...workingHoursFields(DEFAULT_CALENDAR),
    ...Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`closes${day}`, "13:00"])),
  });
  await changeBusinessCalendar(db, {
    change: (tx) => saveWorkingHours(tx, { ...shorter, actorId: admin.id, now: MONDAY_TEN }),
    detail: {},
    actorId: admin.id,
    now: tokyo("2026-06-01T15:00"),
  });
  // Five hours are worked, three are left, and today nobody works any more.
  expect((await routingOf(db, questionId)).nextAt).toEqual(tokyo("2026-06-02T12:00"));
});

test("questions asked while the calendar changes are due by the new one", async () => {
  const { db, close } = await freshDatabase(12);
  try {
    const { area, asker, admin } = await cast(db);
    await createHelper(db, { areaIds: [area.id], cap: 20 });
    const now = tokyo("2026-06-01T15:00");
    const closing = (day: string) =>
      changeBusinessCalendar(db, {
        change: (tx) => saveClosure(tx, { day, name: "休み", actorId: admin.id, now }),
        detail: {},
        actorId: admin.id,
        now: later(now, 0),
      });
    const asking = () => ask(db, asker, { productAreaId: area.id, now });
    const [a, , b, c, , d] = await Promise.all([
      asking(),
      closing("2026-06-02"),
      asking(),
      asking(),
      closing("2026-06-03"),
      asking(),
    ]);
    for (const questionId of [a, b, c, d]) {
      expect((await routingOf(db, questionId)).nextAt).toEqual(tokyo("2026-06-04T14:00"));
    }
  } finally {
    await close();
  }
});

test("a change of the calendar does not wait for whoever is at a question and needs it next", async () => {
  const { db, close } = await freshDatabase(4);
  try {
    const { area, asker, admin } = await cast(db);
    await createHelper(db, { areaIds: [area.id] });
    const now = tokyo("2026-06-01T15:00");
    const questionId = await ask(db, asker, { productAreaId: area.id, now });
    await db.transaction(async (tx) => {
      await lockQuestion(tx, asker, questionId);
      await changeBusinessCalendar(db, {
        change: (other) =>
          saveClosure(other, { day: "2026-06-02", name: "休み", actorId: admin.id, now }),
        detail: {},
        actorId: admin.id,
        now,
      });
      expect((await holdBusinessCalendar(tx)).closures).toEqual(new Set(["2026-06-02"]));
    });
    expect((await routingOf(db, questionId)).nextAt).toEqual(tokyo("2026-06-03T14:00"));
  } finally {
    await close();
  }
});
