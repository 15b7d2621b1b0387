import { and, eq } from "drizzle-orm";
import {
  cancelEvent,
  moveEvent,
  postponeEvent,
} from "#app/events/organising/calling-off.server.ts";
import { editEvent } from "#app/events/organising/editing.server.ts";
import {
  discardEvent,
  publishDueEvents,
  publishEvent,
  schedulePublication,
  unschedulePublication,
} from "#app/events/organising/publishing.server.ts";
import { addTicket, removeTicket } from "#app/events/organising/tickets.server.ts";
import { DAY, HOUR, after as later } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { eventHistory, ticketTypes } from "#db/schema/events.ts";
import { notifications } from "#db/schema/notifications.ts";
import { registrations } from "#db/schema/registrations.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createRegistration } from "#test/support/events.ts";
import { contentOf, draft, eventOf, NOW, START, sayWhat, ticket } from "./scene.ts";

async function ticketsOf(db: Db, eventId: number) {
  return db.select().from(ticketTypes).where(eq(ticketTypes.eventId, eventId));
}

/** A workshop with a venue, published, with somebody who has a place. */
async function published(db: Db) {
  const scene = await draft(db);
  const { staff, asker, eventId } = scene;
  const act = { viewer: staff, eventId, now: NOW };
  const content = await contentOf(db, eventId, { venueName: "本社ホール" });
  const edited = await editEvent(db, { ...act, version: 1, content, sayWhat });
  expect(edited).toEqual({ ok: true });
  expect(await publishEvent(db, act)).toEqual({ ok: true });
  const [first] = await ticketsOf(db, eventId);
  if (!first) throw new Error("no ticket");
  const registration = await createRegistration(db, {
    event: { id: eventId },
    ticket: first,
    person: asker,
  });
  return { ...scene, act, ticket: first, registration };
}

async function told(db: Db, personId: number, kind: typeof notifications.$inferSelect.kind) {
  const rows = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.personId, personId), eq(notifications.kind, kind)));
  return rows.length;
}

describe("publishing", () => {
  test("waits for what is missing", async ({ db }) => {
    const { staff, eventId } = await draft(db);
    const act = { viewer: staff, eventId, now: NOW };
    expect(await publishEvent(db, act)).toEqual({ ok: false, reason: "bars", bars: ["no-venue"] });
    const content = await contentOf(db, eventId, { venueName: "ホール", place: "hybrid" });
    await editEvent(db, { ...act, version: 1, content, sayWhat });
    expect(await publishEvent(db, act)).toMatchObject({ bars: ["no-link"] });
    const late = { ...act, now: later(START, HOUR) };
    expect(await publishEvent(db, late)).toMatchObject({ bars: ["in-the-past", "no-link"] });
  });

  test("happens once, and is in the history", async ({ db }) => {
    const { act } = await published(db);
    expect(await publishEvent(db, act)).toEqual({ ok: false, reason: "not-draft" });
    const kinds = (await db.select().from(eventHistory)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "published")).toHaveLength(1);
  });

  test("is done by time, or taken back before", async ({ db }) => {
    const { staff, eventId } = await draft(db);
    const act = { viewer: staff, eventId, now: NOW };
    const at = later(NOW, DAY);
    expect(await schedulePublication(db, { ...act, at })).toMatchObject({ reason: "bars" });
    const content = await contentOf(db, eventId, { venueName: "ホール" });
    await editEvent(db, { ...act, version: 1, content, sayWhat });
    const past = { ...act, at: later(NOW, -HOUR) };
    expect(await schedulePublication(db, past)).toEqual({ ok: false, reason: "past" });
    expect(await schedulePublication(db, { ...act, at })).toEqual({ ok: true });
    // What was promised stays true until then.
    const without = { ...content, venueName: "" };
    const { version } = await eventOf(db, eventId);
    const broken = await editEvent(db, { ...act, version, content: without, sayWhat });
    expect(broken).toEqual({ ok: false, reason: "incomplete", bars: ["no-venue"] });
    expect(await publishDueEvents(db, { now: later(at, -1) })).toBe(0);
    expect(await unschedulePublication(db, act)).toEqual({ ok: true });
    expect(await publishDueEvents(db, { now: at })).toBe(0);
    await schedulePublication(db, { ...act, at });
    expect(await publishDueEvents(db, { now: at })).toBe(1);
    expect(await publishDueEvents(db, { now: at })).toBe(0);
    expect(await eventOf(db, eventId)).toMatchObject({ publishedAt: at, publishAt: null });
  });

  test("a draft whose time went by stays one", async ({ db }) => {
    const { staff, eventId } = await draft(db);
    const act = { viewer: staff, eventId, now: NOW };
    const content = await contentOf(db, eventId, { venueName: "ホール" });
    await editEvent(db, { ...act, version: 1, content, sayWhat });
    await schedulePublication(db, { ...act, at: later(START, -HOUR) });
    expect(await publishDueEvents(db, { now: later(START, HOUR) })).toBe(0);
    expect(await eventOf(db, eventId)).toMatchObject({ publishAt: null, publishedAt: null });
  });
});

describe("editing", () => {
  test("two people do not overwrite each other", async ({ db }) => {
    const { staff, eventId } = await draft(db);
    const content = await contentOf(db, eventId, { title: "一人目" });
    const act = { viewer: staff, eventId, version: 1, sayWhat, now: NOW };
    expect(await editEvent(db, { ...act, content })).toEqual({ ok: true });
    const second = await editEvent(db, { ...act, content: { ...content, title: "二人目" } });
    expect(second).toEqual({ ok: false, reason: "stale", version: 2 });
    expect((await eventOf(db, eventId)).title).toBe("一人目");
  });

  test("tells those who come of another venue, and calendars by a higher number", async ({
    db,
  }) => {
    const { act, asker, eventId } = await published(db);
    const before = await eventOf(db, eventId);
    const content = await contentOf(db, eventId, { venueName: "別館" });
    const edit = { ...act, version: before.version, sayWhat };
    expect(await editEvent(db, { ...edit, content })).toEqual({ ok: true });
    expect((await eventOf(db, eventId)).sequence).toBe(before.sequence + 1);
    expect(await told(db, asker.id, "event-changed")).toBe(1);
    // The text alone is nobody's business.
    const text = { ...content, body: "書き直しました。" };
    await editEvent(db, { ...edit, version: before.version + 1, content: text });
    expect((await eventOf(db, eventId)).sequence).toBe(before.sequence + 1);
    expect(await told(db, asker.id, "event-changed")).toBe(1);
  });

  test("refuses the date of what is announced, and what is not there", async ({ db }) => {
    const { act, eventId, stranger } = await published(db);
    const { version, startsAt, endsAt, timeZone } = await eventOf(db, eventId);
    const edit = { ...act, version, sayWhat };
    const date = { startsAt, endsAt: later(endsAt, HOUR), timeZone };
    const with_ = async (changes: Parameters<typeof contentOf>[2]) =>
      editEvent(db, { ...edit, content: await contentOf(db, eventId, changes) });
    expect(await with_({ date })).toMatchObject({ reason: "date-fixed" });
    expect(await with_({ areaIds: [999_999] })).toMatchObject({ reason: "area-unknown" });
    expect(await with_({ seriesId: 999_999 })).toMatchObject({ reason: "series-unknown" });
    expect(await with_({ place: "online", onlineUrl: "https://meet.example" })).toMatchObject({
      bars: ["ticket-elsewhere"],
    });
    const content = await contentOf(db, eventId);
    expect(await editEvent(db, { ...edit, viewer: stranger, content })).toMatchObject({
      reason: "not-allowed",
    });
  });

  test("a draft cannot end before its timetable", async ({ db }) => {
    const { staff, eventId } = await draft(db);
    const date = { startsAt: START, endsAt: later(START, HOUR), timeZone: "Asia/Tokyo" };
    const content = await contentOf(db, eventId, { date });
    const edit = { viewer: staff, eventId, version: 1, content, sayWhat, now: NOW };
    expect(await editEvent(db, edit)).toEqual({ ok: false, reason: "timetable-too-long" });
  });

  test("a draft does not exist for others", async ({ db }) => {
    const { asker, eventId } = await draft(db);
    const content = await contentOf(db, eventId);
    const edit = { viewer: asker, eventId, version: 1, content, sayWhat, now: NOW };
    expect(await editEvent(db, edit)).toEqual({ ok: false, reason: "not-found" });
  });
});

describe("another date", () => {
  const date = {
    startsAt: later(START, 7 * DAY),
    endsAt: later(START, 7 * DAY + 3 * HOUR),
    timeZone: "Asia/Tokyo",
  };

  test("moves deadlines and draws along, and tells", async ({ db }) => {
    const { act, asker, eventId } = await published(db);
    const content = ticket({ admission: "lottery", drawAt: later(START, -DAY) });
    await addTicket(db, { ...act, content });
    const { version, sequence } = await eventOf(db, eventId);
    expect(await moveEvent(db, { ...act, version, date, message: "会場の都合です。" })).toEqual({
      ok: true,
    });
    expect(await eventOf(db, eventId)).toMatchObject({
      startsAt: date.startsAt,
      sequence: sequence + 1,
    });
    const lottery = (await ticketsOf(db, eventId)).find(({ drawAt }) => drawAt);
    expect(lottery?.drawAt).toEqual(later(date.startsAt, -DAY));
    expect(await told(db, asker.id, "event-changed")).toBe(1);
  });

  test("is refused when stale, past, or too short", async ({ db }) => {
    const { act, eventId } = await published(db);
    const { version } = await eventOf(db, eventId);
    const move = { ...act, version, date, message: "" };
    expect(await moveEvent(db, { ...move, version: 1 })).toMatchObject({ reason: "stale" });
    const past = { ...date, startsAt: later(NOW, -HOUR) };
    expect(await moveEvent(db, { ...move, date: past })).toMatchObject({ reason: "in-the-past" });
    const short = { ...date, endsAt: later(date.startsAt, HOUR) };
    expect(await moveEvent(db, { ...move, date: short })).toMatchObject({
      reason: "timetable-too-long",
    });
    const begun = { ...move, now: later(START, HOUR) };
    expect(await moveEvent(db, begun)).toMatchObject({ reason: "unfit", state: "begun" });
  });

  test("ends a postponement; offers do not outlast the beginning", async ({ db }) => {
    const { act, eventId, colleague, ticket: first } = await published(db);
    expect(await postponeEvent(db, { ...act, message: "台風のためです。" })).toEqual({ ok: true });
    expect(await postponeEvent(db, { ...act, message: "x" })).toMatchObject({
      state: "postponed",
    });
    const offered = await createRegistration(db, {
      event: { id: eventId },
      ticket: first,
      person: colleague,
      state: "offered",
      offerEndsAt: later(START, 5 * DAY),
    });
    const { version } = await eventOf(db, eventId);
    const soon = {
      startsAt: later(NOW, 2 * DAY),
      endsAt: later(NOW, 2 * DAY + 3 * HOUR),
      timeZone: "Asia/Tokyo",
    };
    expect(await moveEvent(db, { ...act, version, date: soon, message: "" })).toEqual({ ok: true });
    expect(await eventOf(db, eventId)).toMatchObject({ postponedAt: null, message: "" });
    const [row] = await db.select().from(registrations).where(eq(registrations.id, offered.id));
    expect(row?.offerEndsAt).toEqual(soon.startsAt);
  });
});

describe("calling off", () => {
  test("tells everyone, then ends their registrations, for good", async ({ db }) => {
    const { act, asker, eventId, registration } = await published(db);
    expect(await cancelEvent(db, { ...act, message: "講師の都合です。" })).toEqual({ ok: true });
    expect(await told(db, asker.id, "event-cancelled")).toBe(1);
    const [row] = await db
      .select()
      .from(registrations)
      .where(eq(registrations.id, registration.id));
    expect(row).toMatchObject({ state: "cancelled", ending: "event-cancelled" });
    expect(await cancelEvent(db, { ...act, message: "x" })).toMatchObject({ state: "cancelled" });
    const { version } = await eventOf(db, eventId);
    const content = await contentOf(db, eventId);
    expect(await editEvent(db, { ...act, version, content, sayWhat })).toMatchObject({
      reason: "not-editable",
    });
  });

  test("a draft is thrown away instead, unless somebody is registered", async ({ db }) => {
    const { staff, asker, eventId } = await draft(db);
    const act = { viewer: staff, eventId, now: NOW };
    expect(await cancelEvent(db, { ...act, message: "x" })).toMatchObject({ state: "draft" });
    const [first] = await ticketsOf(db, eventId);
    if (!first) throw new Error("no ticket");
    const registration = await createRegistration(db, {
      event: { id: eventId },
      ticket: first,
      person: asker,
    });
    expect(await discardEvent(db, act)).toEqual({ ok: false, reason: "has-registrations" });
    await db.delete(registrations).where(eq(registrations.id, registration.id));
    expect(await discardEvent(db, act)).toEqual({ ok: true });
    expect(await discardEvent(db, act)).toEqual({ ok: false, reason: "not-found" });
  });

  test("nothing that is over is called off", async ({ db }) => {
    const { act } = await published(db);
    const over = { ...act, now: later(START, 5 * HOUR), message: "x" };
    expect(await cancelEvent(db, over)).toMatchObject({ state: "finished" });
    expect(await postponeEvent(db, over)).toMatchObject({ state: "finished" });
  });
});

test("the last ticket of an announced event stays, and one that was applied for", async ({
  db,
}) => {
  const { act, ticket: first } = await published(db);
  const remove = { ...act, ticketTypeId: first.id };
  expect(await removeTicket(db, remove)).toEqual({ ok: false, reason: "in-use" });
  const added = await addTicket(db, { ...act, content: ticket() });
  if (!added.ok) throw new Error(added.reason);
  const second = { ...act, ticketTypeId: added.ticketTypeId };
  expect(await removeTicket(db, second)).toEqual({ ok: true });
  await db.delete(registrations);
  expect(await removeTicket(db, remove)).toEqual({ ok: false, reason: "last" });
});
