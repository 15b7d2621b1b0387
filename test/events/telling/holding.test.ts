import { eq } from "drizzle-orm";
import { cancelRegistration } from "#app/events/admission/cancelling.server.ts";
import { cancelEvent, moveEvent } from "#app/events/organising/calling-off.server.ts";
import { remindOfEvents } from "#app/events/telling/reminding.server.ts";
import { tellPeople } from "#app/events/telling/telling.server.ts";
import { DAY, HOUR, after as later } from "#app/lib/time.ts";
import { listThreads } from "#app/notifications/inbox.server.ts";
import { changePreferences } from "#app/notifications/preferences.server.ts";
import type { Db } from "#db/client.server.ts";
import { eventSessions, events, sessionSpeakers } from "#db/schema/events.ts";
import { eventInvitations, registrations } from "#db/schema/registrations.ts";
import type { NotificationKind } from "#db/vocabulary.ts";
import { bell, everything } from "#test/notifications/scene.ts";
import { describe, expect, test } from "#test/support/database.ts";
import {
  createEvent,
  createRegistration,
  createTicketType,
  inviteTo,
} from "#test/support/events.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { memberOf, staffOf } from "../admission/scene.ts";
import { letSpeak, sendAll, toldOf } from "./scene.ts";

const outcomes = async (db: Db, kind: NotificationKind) =>
  (await toldOf(db, kind)).map(({ mailOutcome }) => mailOutcome);

/** Somebody who comes to an event tomorrow, and has their mails in the morning. */
async function scene(db: Db) {
  const event = await createEvent(db, {
    startsAt: later(NOW, 30 * HOUR),
    publishedAt: later(NOW, -30 * DAY),
  });
  const ticket = await createTicketType(db, { eventId: event.id });
  const [member, staff] = [await memberOf(db), await staffOf(db)];
  const registration = await createRegistration(db, {
    event,
    ticket,
    person: member,
    confirmedAt: later(NOW, -10 * DAY),
  });
  await changePreferences(db, {
    personId: member.id,
    preferences: { "event-reminder": { inInbox: true, mail: "daily" } },
    now: NOW,
  });
  return { event, ticket, member, staff, registration };
}

describe("mail that waits for the morning is not sent", () => {
  test("when the event was cancelled", async ({ db }) => {
    const { event, staff, member } = await scene(db);
    expect(await remindOfEvents(db, { now: later(NOW, 6 * HOUR) })).toBe(1);
    expect(await outcomes(db, "event-reminder")).toEqual(["waiting"]);
    expect(await bell(db, member.id)).toBe(1);
    await cancelEvent(db, {
      viewer: staff,
      eventId: event.id,
      message: "",
      now: later(NOW, 7 * HOUR),
    });
    expect(await outcomes(db, "event-reminder")).toEqual(["obsolete"]);
    expect(await bell(db, member.id)).toBe(1);
    const mails = await sendAll(db, later(NOW, 29 * HOUR));
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining("イベントが中止になりました"),
    ]);
  });
});

describe("what is still so when the mail is due", () => {
  const due = later(NOW, 29 * HOUR);

  test("a reminder only for those who still come, at that time", async ({ db }) => {
    const { event, registration } = await scene(db);
    const speaker = await createPerson(db);
    await letSpeak(db, event, speaker);
    await changePreferences(db, {
      personId: speaker.id,
      preferences: { "event-reminder": { inInbox: true, mail: "daily" } },
      now: NOW,
    });
    await remindOfEvents(db, { now: later(NOW, 6 * HOUR) });
    // Straight in the tables: as if a worker had reminded at the very moment.
    await db
      .update(registrations)
      .set({ state: "cancelled", endedAt: NOW, ending: "cancelled" })
      .where(eq(registrations.id, registration.id));
    expect((await sendAll(db, due)).map(({ to }) => to.address)).toEqual([speaker.email]);
    expect(await outcomes(db, "event-reminder")).toEqual(["obsolete", "digested"]);
  });

  test("no reminder of a time it was moved from", async ({ db }) => {
    const { event } = await scene(db);
    await remindOfEvents(db, { now: later(NOW, 6 * HOUR) });
    const startsAt = later(event.startsAt, DAY);
    await db
      .update(events)
      .set({ startsAt, endsAt: later(startsAt, HOUR) })
      .where(eq(events.id, event.id));
    expect(await sendAll(db, due)).toEqual([]);
  });

  test("nothing of a place that was given up meanwhile", async ({ db }) => {
    const { event, member } = await scene(db);
    await remindOfEvents(db, { now: later(NOW, 6 * HOUR) });
    await cancelRegistration(db, { viewer: member, eventId: event.id, now: later(NOW, 7 * HOUR) });
    expect(await outcomes(db, "event-reminder")).toEqual(["obsolete"]);
    const mails = await sendAll(db, due);
    expect(mails.map(({ calendar }) => calendar?.method)).toEqual(["CANCEL"]);
  });

  test("an invitation says the new time after a move", async ({ db }) => {
    const { event, staff } = await scene(db);
    const invited = await memberOf(db);
    await changePreferences(db, {
      personId: invited.id,
      preferences: { "event-invited": { inInbox: true, mail: "daily" } },
      now: NOW,
    });
    await inviteTo(db, { event, person: invited });
    const invitation = { kind: "event-invited", recipients: [invited.id] } as const;
    await tellPeople(db, { ...invitation, event, actorId: staff.id, onceKey: "1", now: NOW });
    const startsAt = later(event.startsAt, 7 * DAY);
    const date = { startsAt, endsAt: later(startsAt, HOUR), timeZone: event.timeZone };
    const act = { viewer: staff, eventId: event.id, version: event.version, message: "" };
    expect(await moveEvent(db, { ...act, date, now: later(NOW, HOUR) })).toEqual({ ok: true });
    const mails = await sendAll(db, due);
    const digest = mails.find(({ to }) => to.address === `${invited.handle}@test.example`);
    expect(digest?.text).toContain("2026年6月9日");
    expect(digest?.text).not.toContain("2026年6月2日");
  });
});

describe("what does not exist for somebody any more", () => {
  const inbox = async (db: Db, personId: number) =>
    (await listThreads(db, { personId, visible: everything })).threads.length;

  test("is gone from inbox, bell and mail, and comes back with it", async ({ db }) => {
    const event = await createEvent(db, { invitedOnly: true });
    const invited = await createPerson(db);
    await inviteTo(db, { event, person: invited });
    const invitation = { kind: "event-invited", recipients: [invited.id] } as const;
    await tellPeople(db, { ...invitation, event, actorId: null, onceKey: "1", now: NOW });
    expect([await inbox(db, invited.id), await bell(db, invited.id)]).toEqual([1, 1]);
    await db.update(eventInvitations).set({ withdrawnAt: NOW, withdrawnBy: event.createdBy });
    expect([await inbox(db, invited.id), await bell(db, invited.id)]).toEqual([0, 0]);
    expect(await sendAll(db)).toEqual([]);
    expect(await outcomes(db, "event-invited")).toEqual(["lost-access"]);
    await db.update(eventInvitations).set({ withdrawnAt: null, withdrawnBy: null });
    expect([await inbox(db, invited.id), await bell(db, invited.id)]).toEqual([1, 1]);
  });

  test("also when somebody speaks no more, or the event is thrown away", async ({ db }) => {
    const event = await createEvent(db, { invitedOnly: true });
    const speaker = await createPerson(db);
    await letSpeak(db, event, speaker);
    const named = { kind: "speaker-named", recipients: [speaker.id] } as const;
    await tellPeople(db, { ...named, event, actorId: null, onceKey: "1", now: NOW });
    expect(await inbox(db, speaker.id)).toBe(1);
    await db.delete(sessionSpeakers);
    expect([await inbox(db, speaker.id), await bell(db, speaker.id)]).toEqual([0, 0]);
    await db.delete(eventSessions);
    await db.delete(events);
    expect([await inbox(db, speaker.id), await bell(db, speaker.id)]).toEqual([0, 0]);
  });
});
