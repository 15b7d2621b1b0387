import { eq } from "drizzle-orm";
import {
  findEventEntry,
  listOwnEntries,
  listPublicEntries,
} from "#app/events/calendar/event-entries.server.ts";
import {
  findFeed,
  findFeedOwner,
  listOwnCalendar,
  makeFeed,
  revokeFeed,
} from "#app/events/calendar/feeds.server.ts";
import { DAY, after as later } from "#app/lib/time.ts";
import { cancelPairSession } from "#app/pair-sessions/changing.server.ts";
import type { Db } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import { calendarFeeds, registrations } from "#db/schema/registrations.ts";
import { suspend } from "#test/notifications/scene.ts";
import { book, hostOf } from "#test/pair-sessions/scene.ts";
import { certify } from "#test/support/certification.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createEvent, createRegistration, createTicketType } from "#test/support/events.ts";
import { createPerson, NOW, viewerOf } from "#test/support/factories.ts";
import { meeting, memberOf, staffOf } from "../admission/scene.ts";
import { letSpeak } from "../telling/scene.ts";

const SECRET = {
  place: "hybrid",
  onlineUrl: "https://meet.example/secret",
  onlineNote: "パスコード 1234",
  venueName: "本社ホール",
  venueNote: "3階の受付へ",
} as const;

const titles = (entries: { summary: string }[]) => entries.map(({ summary }) => summary);

describe("the calendar of public events", () => {
  const list = (db: Db, now = NOW) => listPublicEntries(db, { locale: "ja", now });

  test("holds what everybody sees of a year before and after, without what is for guests", async ({
    db,
  }) => {
    const at = (days: number) => ({ startsAt: later(NOW, days * DAY) });
    const open = { ...SECRET, scope: "public" } as const;
    await createEvent(db, { ...open, ...at(10), title: "公開" });
    await createEvent(db, { ...open, ...at(364), title: "来年" });
    await createEvent(db, { ...open, ...at(-364), title: "去年" });
    await createEvent(db, { ...open, ...at(370), title: "遠い" });
    await createEvent(db, { ...open, ...at(-370), title: "昔" });
    await createEvent(db, { ...open, ...at(1), published: false, title: "下書き" });
    await createEvent(db, { ...open, ...at(1), invitedOnly: true, title: "招待" });
    await createEvent(db, { ...at(1), scope: "customers", title: "契約企業" });
    const entries = await list(db);
    expect(titles(entries)).toEqual(["来年", "公開", "去年"]);
    expect(entries[1]).toMatchObject({ location: "本社ホール", timeZone: "Asia/Tokyo" });
    expect(JSON.stringify(entries)).not.toMatch(/secret|1234|3階|\/online"/);
  });

  test("takes out what is postponed or cancelled, and back in what has a date again", async ({
    db,
  }) => {
    const event = await createEvent(db, { scope: "public" });
    const change = (values: Partial<typeof events.$inferInsert>) =>
      db.update(events).set(values).where(eq(events.id, event.id));
    await change({ postponedAt: NOW, postponedBy: event.createdBy, sequence: 1 });
    expect(await list(db)).toMatchObject([{ isCancelled: true, sequence: 1, uid: event.uid }]);
    await change({ postponedAt: null, postponedBy: null, sequence: 2 });
    expect(await list(db)).toMatchObject([{ isCancelled: false, sequence: 2, uid: event.uid }]);
    await change({ cancelledAt: NOW, cancelledBy: event.createdBy, sequence: 3 });
    expect(await list(db)).toMatchObject([{ isCancelled: true, sequence: 3 }]);
  });
});

describe("an event as a file", () => {
  const find = (db: Db, eventId: number, viewer?: Parameters<typeof findEventEntry>[1]["viewer"]) =>
    findEventEntry(db, { viewer, eventId, locale: "ja" });

  test("leads in only those who have a place, speak or run it", async ({ db }) => {
    const { event, ticket } = await meeting(db, { place: "online" }, SECRET);
    const [comes, waits, stranger] = [await memberOf(db), await memberOf(db), await memberOf(db)];
    const speaker = viewerOf(await createPerson(db));
    await createRegistration(db, { event, ticket, person: comes });
    await createRegistration(db, { event, ticket, person: waits, state: "waitlisted" });
    await letSpeak(db, event, speaker);
    const text = async (viewer?: typeof comes) => JSON.stringify(await find(db, event.id, viewer));
    expect(await text(comes)).toMatch(/\/online"/);
    expect(await text(comes)).toContain("パスコード 1234");
    expect(await text(speaker)).toContain("3階の受付へ");
    expect(await text(waits)).not.toMatch(/1234|3階|\/online"/);
    expect(await text(stranger)).not.toMatch(/1234|3階|\/online"/);
    expect(await find(db, event.id, waits)).toMatchObject({ isTentative: true });
    expect(await find(db, event.id)).toBeUndefined();
  });

  test("is not there for drafts and for whom the event is not", async ({ db }) => {
    const member = await memberOf(db);
    const draft = await createEvent(db, { published: false, scope: "public" });
    const small = await createEvent(db, { invitedOnly: true });
    expect(await find(db, draft.id, await staffOf(db))).toBeUndefined();
    expect(await find(db, small.id, member)).toBeUndefined();
    expect(await find(db, 999_999, member)).toBeUndefined();
  });
});

describe("somebody's own calendar", () => {
  const own = (db: Db, { id }: { id: number }, now = NOW) =>
    listOwnEntries(db, { personId: id, locale: "ja", now });

  test("holds what they come to, wait for, speak at and run, each once", async ({ db }) => {
    const member = await memberOf(db);
    await certify(db, member);
    const apply = async (
      title: string,
      state: "confirmed" | "applied" | "waitlisted" | "offered",
    ) => {
      const event = await createEvent(db, { title, ...SECRET });
      const ticket = await createTicketType(db, { eventId: event.id });
      await createRegistration(db, { event, ticket, person: member, state });
      return event;
    };
    const confirmed = await apply("参加", "confirmed");
    await apply("申込", "applied");
    await apply("待ち", "waitlisted");
    await apply("繰上", "offered");
    await letSpeak(db, confirmed, member);
    await letSpeak(db, await createEvent(db, { title: "登壇" }), member);
    await createEvent(db, { title: "主催", organiser: member });
    await createEvent(db, { title: "下書き", organiser: member, published: false });
    await createEvent(db, { title: "他人" });
    const entries = await own(db, member);
    expect(entries.map(({ summary, isTentative = false }) => [summary, isTentative])).toEqual([
      ["参加", false],
      ["【申込中】申込", true],
      ["【キャンセル待ち】待ち", true],
      ["【要確認】繰上", true],
      ["登壇", false],
      ["主催", false],
    ]);
    expect(entries.filter(({ description }) => description.includes("3階の受付へ"))).toHaveLength(
      1,
    );
  });

  test("keeps what was cancelled or given up as cancelled for three months", async ({ db }) => {
    const { event, ticket } = await meeting(db);
    const [member, other] = [await memberOf(db), await memberOf(db)];
    await createRegistration(db, {
      event,
      ticket,
      person: member,
      state: "cancelled",
      sequence: 1,
    });
    await createRegistration(db, { event, ticket, person: other });
    expect(await own(db, member)).toMatchObject([{ isCancelled: true, sequence: 2 }]);
    expect(await own(db, member, later(NOW, 91 * DAY))).toEqual([]);
    await createRegistration(db, { event, ticket, person: member });
    expect(await own(db, member)).toMatchObject([{ isCancelled: false, sequence: 3 }]);

    await db.update(events).set({ cancelledAt: NOW, cancelledBy: event.createdBy });
    await db
      .update(registrations)
      .set({ state: "cancelled", ending: "event-cancelled", endedAt: NOW })
      .where(eq(registrations.personId, other.id));
    expect(await own(db, other)).toMatchObject([{ isCancelled: true }]);
    expect(await own(db, other, later(NOW, 91 * DAY))).toEqual([]);
  });

  test("has the pair sessions of both sides, with those called off", async ({ db }) => {
    const [host, guest] = [await hostOf(db), await memberOf(db)];
    const sessionId = await book(db, guest, host);
    const calendar = (owner: { id: number }, now = NOW) =>
      listOwnCalendar(db, { owner: { id: owner.id, locale: "ja" }, now });
    expect(titles(await calendar(guest))).toEqual([`ペアセッション: ${host.name}さん`]);
    expect(titles(await calendar(host))).toEqual([`ペアセッション: ${guest.name}さん`]);
    await cancelPairSession(db, { viewer: guest, sessionId, reason: "都合", now: NOW });
    expect(await calendar(guest)).toMatchObject([{ isCancelled: true, sequence: 1 }]);
    expect(await calendar(guest, later(NOW, 91 * DAY))).toEqual([]);
  });
});

describe("the address of one's own calendar", () => {
  const opened = async (db: Db, token: string) => (await findFeedOwner(db, { token }))?.id;

  test("opens it until it is made anew or revoked; only its hash is kept", async ({ db }) => {
    const member = await memberOf(db);
    const act = { personId: member.id, now: NOW };
    expect(await findFeed(db, act)).toBeUndefined();
    const first = await makeFeed(db, act);
    expect(first).toMatch(/^[\w-]{43}$/);
    const [row] = await db.select().from(calendarFeeds);
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(first);
    expect(await findFeed(db, act)).toEqual({ createdAt: NOW });
    expect(await opened(db, first)).toBe(member.id);

    const second = await makeFeed(db, act);
    expect(second).not.toBe(first);
    expect(await opened(db, first)).toBeUndefined();
    expect(await opened(db, second)).toBe(member.id);

    await revokeFeed(db, act);
    await revokeFeed(db, act);
    expect(await opened(db, second)).toBeUndefined();
    for (const wrong of ["", "x", `${second}x`, row?.tokenHash ?? ""]) {
      expect(await opened(db, wrong)).toBeUndefined();
    }
  });

  test("is nobody's as long as they are suspended", async ({ db }) => {
    const member = await memberOf(db);
    const token = await makeFeed(db, { personId: member.id, now: NOW });
    await suspend(db, member.id, (await staffOf(db)).id);
    expect(await opened(db, token)).toBeUndefined();
  });
});
