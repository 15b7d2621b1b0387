import ICAL from "ical.js";
import { HOUR, after as later, MINUTE } from "#app/lib/time.ts";
import { deliverMail } from "#app/mail/deliver.server.ts";
import type { Message, Transport } from "#app/mail/transport.server.ts";
import { markRead } from "#app/notifications/inbox.server.ts";
import { mailDueNotifications } from "#app/notifications/mailing.server.ts";
import { changePreferences } from "#app/notifications/preferences.server.ts";
import { unsubscribe } from "#app/notifications/unsubscribing.server.ts";
import { cancelPairSession, movePairSession } from "#app/pair-sessions/changing.server.ts";
import { suspendPerson } from "#app/people/suspensions.server.ts";
import type { Db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { book, guestOf, HALF_PAST_TEN, hostOf, MEETING, outbox, TEN } from "./scene.ts";

/** Writes and sends every mail that is due; gives what went out, oldest first. */
async function sendAll(db: Db, now = NOW): Promise<Message[]> {
  await mailDueNotifications(db, { now });
  const messages: Message[] = [];
  const transport: Transport = {
    send: async (message) => void messages.push(message),
    close() {},
  };
  for (const { id, sentAt } of await outbox(db)) {
    if (sentAt) continue;
    const publicUrl = new URL("https://portal.example");
    await deliverMail(db, { mailId: id, transport, from: "c@portal.example", publicUrl, now });
  }
  return messages;
}

const to = (messages: Message[], email: string) => {
  const found = messages.filter((message) => message.to.address === email);
  expect(found).toHaveLength(1);
  return found[0] as Message;
};

/** The appointment in a mail, as an independent program reads it. */
function appointmentIn({ calendar }: Message) {
  if (!calendar) throw new Error("no calendar");
  const component = new ICAL.Component(ICAL.parse(calendar.content));
  const event = component.getFirstSubcomponent("vevent");
  if (!event) throw new Error("no event");
  const { startDate, endDate } = new ICAL.Event(event);
  return {
    method: calendar.method,
    methodInside: component.getFirstPropertyValue("method"),
    uid: event.getFirstPropertyValue("uid"),
    sequence: event.getFirstPropertyValue("sequence"),
    status: event.getFirstPropertyValue("status"),
    summary: event.getFirstPropertyValue("summary"),
    description: String(event.getFirstPropertyValue("description")),
    location: event.getFirstPropertyValue("location"),
    attendees: event
      .getAllProperties("attendee")
      .map((attendee) => String(attendee.getFirstValue()).toLowerCase()),
    organiser: event.getFirstPropertyValue("organizer"),
    start: startDate.toJSDate(),
    end: endDate.toJSDate(),
  };
}

async function pair(db: Db) {
  const host = await hostOf(db, { email: "host@test.example", name: "森 さくら" });
  const guest = await guestOf(db, {
    email: "guest@test.example",
    name: "Erika Muster",
    locale: "en",
    timeZone: "Europe/Berlin",
  });
  return { host, guest };
}

describe("a booking by mail", () => {
  test("is one invitation to each, in their language and zone", async ({ db }) => {
    const { host, guest } = await pair(db);
    const id = await book(db, guest, host, { topic: "件名の差し込み\n空になる" });
    const messages = await sendAll(db);
    expect(messages).toHaveLength(2);
    const [toHost, toGuest] = [
      to(messages, "host@test.example"),
      to(messages, "guest@test.example"),
    ];

    expect(toHost.subject).toContain("ペアセッションの予約が入りました");
    expect(toHost.subject).toContain("件名の差し込み");
    expect(toHost.text).toContain("2026年6月2日(火) 10:00");
    expect(toHost.text).toContain("Erika Musterさんが");
    expect(toHost.text).toContain("空になる");
    expect(toHost.text).toContain(`/pair-sessions/${id}`);
    expect(toGuest.subject).toContain("You booked a pair session");
    expect(toGuest.text).toContain("森 さくら");
    expect(toGuest.text).toContain("3:00 AM");
    expect(toGuest.unsubscribeUrl).toContain("/unsubscribe/");
    expect(toGuest.thread).toBe(toHost.thread);

    const [hosts, guests] = [appointmentIn(toHost), appointmentIn(toGuest)];
    for (const appointment of [hosts, guests]) {
      expect(appointment).toMatchObject({
        method: "REQUEST",
        methodInside: "REQUEST",
        sequence: 0,
        status: "CONFIRMED",
        location: MEETING,
        organiser: "mailto:c@portal.example",
        start: TEN,
        end: later(TEN, 15 * MINUTE),
      });
      expect(appointment.description).toContain("件名の差し込み\n空になる");
    }
    expect(hosts.uid).toBe(guests.uid);
    expect(hosts.summary).toBe("ペアセッション: Erika Musterさん");
    expect(guests.summary).toBe("Pair session: 森 さくら");
    expect(hosts.attendees).toEqual(["mailto:host@test.example"]);
    expect(guests.attendees).toEqual(["mailto:guest@test.example"]);
    // Neither learns the other's address.
    expect(JSON.stringify(toHost)).not.toContain("guest@test.example");
    expect(JSON.stringify(toGuest)).not.toContain("host@test.example");
    expect(await sendAll(db)).toEqual([]);
  });

  test("that is moved and called off changes the same entry in both calendars", async ({ db }) => {
    const { host, guest } = await pair(db);
    const sessionId = await book(db, guest, host);
    const first = appointmentIn(to(await sendAll(db), "host@test.example"));
    await movePairSession(db, { viewer: guest, sessionId, startsAt: HALF_PAST_TEN, now: NOW });
    const moved = await sendAll(db);
    expect(moved).toHaveLength(2);
    for (const message of moved) {
      expect(appointmentIn(message)).toMatchObject({
        method: "REQUEST",
        uid: first.uid,
        sequence: 1,
        start: HALF_PAST_TEN,
      });
    }
    expect(to(moved, "host@test.example").subject).toContain("10:30");
    await cancelPairSession(db, { viewer: host, sessionId, reason: "急な会議です", now: NOW });
    const cancelled = await sendAll(db);
    expect(cancelled).toHaveLength(2);
    for (const message of cancelled) {
      expect(appointmentIn(message)).toMatchObject({
        method: "CANCEL",
        methodInside: "CANCEL",
        status: "CANCELLED",
        uid: first.uid,
        sequence: 2,
      });
    }
    expect(to(cancelled, "guest@test.example").text).toContain("急な会議です");
    expect(to(cancelled, "guest@test.example").subject).toContain("Pair session cancelled");
    expect(to(cancelled, "host@test.example").subject).toContain("取りやめました");
  });

  test("comes to whoever read of it in the portal already: the calendar has not", async ({
    db,
  }) => {
    const { host, guest } = await pair(db);
    await book(db, guest, host);
    await markRead(db, { personId: host.id, now: NOW });
    expect(to(await sendAll(db), "host@test.example").calendar).toBeDefined();
  });

  test("does not come to those who want none, or is a line of their digest", async ({ db }) => {
    const { host, guest } = await pair(db);
    const want = (personId: number, mail: "off" | "daily") =>
      changePreferences(db, {
        personId,
        preferences: { "pair-session-booked": { inInbox: true, mail } },
        now: NOW,
      });
    await want(guest.id, "off");
    await want(host.id, "daily");
    await book(db, guest, host);
    expect(await sendAll(db)).toEqual([]);
    const [digest, ...others] = await sendAll(db, later(NOW, 24 * HOUR));
    expect(others).toEqual([]);
    expect(digest?.to.address).toBe("host@test.example");
    expect(digest?.calendar).toBeUndefined();
    expect(digest?.text).toContain("ペアセッションを予約しました");
  });

  test("waits for the end of quiet hours; one's own booking is confirmed at once", async ({
    db,
  }) => {
    const { host, guest } = await pair(db);
    const schedule = { digestHour: 8, digestWeekday: 1, quiet: { from: 11, until: 15 } };
    await changePreferences(db, { personId: host.id, preferences: {}, schedule, now: NOW });
    await changePreferences(db, { personId: guest.id, preferences: {}, schedule, now: NOW });
    await book(db, guest, host);
    expect((await sendAll(db)).map((message) => message.to.address)).toEqual([
      "guest@test.example",
    ]);
    const held = await sendAll(db, later(NOW, 3 * HOUR));
    expect(held.map((message) => message.to.address)).toEqual(["host@test.example"]);
  });

  test("ends by the link in it", async ({ db }) => {
    const { host, guest } = await pair(db);
    await book(db, guest, host);
    const secret = to(await sendAll(db), "guest@test.example")
      .unsubscribeUrl?.split("/")
      .at(-1);
    const ended = await unsubscribe(db, { secret: secret ?? "", now: NOW });
    expect(ended).toMatchObject({ target: "pair-session-booked", state: "ended" });
    await book(db, guest, host, { startsAt: HALF_PAST_TEN });
    expect((await sendAll(db)).map((message) => message.to.address)).toEqual(["host@test.example"]);
  });

  test("never goes to the suspended", async ({ db }) => {
    const { host, guest } = await pair(db);
    const sessionId = await book(db, guest, host);
    await sendAll(db);
    const admin = await createPerson(db, { role: "admin" });
    await suspendPerson(db, { personId: host.id, actorId: admin.id, reason: "x", now: NOW });
    await cancelPairSession(db, { viewer: guest, sessionId, reason: "会えないため", now: NOW });
    expect((await sendAll(db)).map((message) => message.to.address)).toEqual([
      "guest@test.example",
    ]);
    const told = await db.select().from(notifications);
    expect(told.filter(({ kind }) => kind === "pair-session-cancelled")).toEqual([]);
  });
});
