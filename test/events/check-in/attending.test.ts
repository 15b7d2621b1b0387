import { eq } from "drizzle-orm";
import { undoAttendance } from "#app/events/check-in/attending.server.ts";
import { events } from "#db/schema/events.ts";
import { registrations } from "#db/schema/registrations.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createEvent } from "#test/support/events.ts";
import { createOrganisation, createPerson, NOW, viewerOf } from "#test/support/factories.ts";
import { at, done, doorOf, memberOf, rows, staffOf } from "./scene.ts";

describe("checking in at the door", () => {
  test("by the list, by a typed code and by a scanned one", async ({ db }) => {
    const door = await doorOf(db);
    const [one, two, three] = [await door.register(), await door.register(), await door.register()];
    done(await door.scan({ personId: one.person.id }));
    const typed = two.registration.code.toLowerCase().replace(/(.{4})/, "$1 ");
    done(await door.scan({ code: typed }));
    const scanned = done(await door.scan({ code: three.registration.code }, { way: "qr" }));
    expect(scanned).toMatchObject({
      already: false,
      arrival: { personId: three.person.id, name: three.person.name, byName: door.viewer.name },
    });
    expect(await rows(db, door.event.id)).toMatchObject([
      {
        personId: one.person.id,
        registrationId: one.registration.id,
        organisationId: one.person.organisation?.id,
        way: "list",
        at: at("18:02"),
        recordedBy: door.viewer.id,
      },
      { personId: two.person.id, way: "code" },
      { personId: three.person.id, way: "qr" },
    ]);
  });

  test.for(["applied", "waitlisted", "offered", "cancelled", "declined"] as const)(
    "a registration that is %s lets nobody in",
    async (state, { db }) => {
      const door = await doorOf(db);
      const { person, registration } = await door.register(state);
      const refused = { ok: false, reason: state };
      expect(await door.scan({ personId: person.id })).toEqual(refused);
      expect(await door.scan({ code: registration.code })).toEqual(refused);
      expect(await door.scan({ code: registration.code }, { way: "qr" })).toEqual(refused);
      expect(await rows(db, door.event.id)).toEqual([]);
    },
  );

  test("who waits does not get in as a walk-in either; whose registration ended may", async ({
    db,
  }) => {
    const door = await doorOf(db);
    const waiting = await door.register("waitlisted");
    const walkIn = { way: "walk-in" } as const;
    expect(await door.scan({ personId: waiting.person.id }, walkIn)).toEqual({
      ok: false,
      reason: "waitlisted",
    });
    const ended = await door.register("cancelled");
    done(await door.scan({ personId: ended.person.id }, walkIn));
    expect(await rows(db, door.event.id)).toMatchObject([
      { personId: ended.person.id, way: "walk-in", registrationId: null },
    ]);
  });

  test("an old code of somebody who applied again lets them in", async ({ db }) => {
    const door = await doorOf(db);
    const { person, registration } = await door.register("cancelled");
    const again = await door.register("confirmed", person);
    done(await door.scan({ code: registration.code }));
    expect(await rows(db, door.event.id)).toMatchObject([
      { personId: person.id, registrationId: again.registration.id },
    ]);
  });

  test("codes of other events, unknown people and people without registration", async ({ db }) => {
    const door = await doorOf(db);
    const other = await (await doorOf(db)).register();
    expect(await door.scan({ code: other.registration.code })).toEqual({
      ok: false,
      reason: "unknown-code",
    });
    expect(await door.scan({ personId: other.person.id })).toEqual({
      ok: false,
      reason: "not-registered",
    });
    expect(await door.scan({ personId: 999_999_999 })).toEqual({
      ok: false,
      reason: "no-such-person",
    });
  });
});

describe("walk-ins", () => {
  test("a person of the portal", async ({ db }) => {
    const door = await doorOf(db);
    const person = await memberOf(db);
    done(await door.scan({ personId: person.id }, { way: "walk-in" }));
    expect(await rows(db, door.event.id)).toMatchObject([
      {
        personId: person.id,
        registrationId: null,
        organisationId: person.organisation?.id,
        way: "walk-in",
      },
    ]);
  });

  test("who turns out to be confirmed comes by their registration", async ({ db }) => {
    const door = await doorOf(db);
    const { person, registration } = await door.register();
    done(await door.scan({ personId: person.id }, { way: "walk-in" }));
    expect(await rows(db, door.event.id)).toMatchObject([
      { registrationId: registration.id, way: "list" },
    ]);
  });

  test("guests are named; their company counts when it is one of ours", async ({ db }) => {
    const door = await doorOf(db);
    const ours = await createOrganisation(db, { name: "株式会社青葉リネン・サービス" });
    for (const name of ["双子商事", "双子商事株式会社"]) await createOrganisation(db, { name });
    const guest = (name: string, affiliation: string) => ({ guest: { name, affiliation } });
    done(await door.scan(guest("三浦 久美", "青葉リネンサービス（株）")));
    done(await door.scan(guest("三浦 久美", "(株) 青葉リネン サービス")));
    done(await door.scan(guest("根岸 亮", "根岸デザイン")));
    done(await door.scan(guest("双子 一郎", "双子商事(株)")));
    done(await door.scan(guest("名のみ", "")));
    expect(await rows(db, door.event.id)).toMatchObject([
      { guestName: "三浦 久美", personId: null, organisationId: ours.id, way: "walk-in" },
      { organisationId: ours.id },
      { guestAffiliation: "根岸デザイン", organisationId: null },
      { organisationId: null },
      { guestName: "名のみ", guestAffiliation: "", organisationId: null },
    ]);
    expect(await door.scan(guest("", "根岸デザイン"))).toEqual({
      ok: false,
      reason: "guest-nameless",
    });
  });
});

describe("again", () => {
  test("a second scan is told when and by whom", async ({ db }) => {
    const door = await doorOf(db);
    const { person, registration } = await door.register();
    done(await door.scan({ personId: person.id }));
    const other = await staffOf(db);
    const second = done(
      await door.scan({ code: registration.code }, { viewer: other, now: at("18:20") }),
    );
    expect(second).toMatchObject({
      already: true,
      arrival: { at: at("18:02"), byName: door.viewer.name },
    });
    expect(await rows(db, door.event.id)).toHaveLength(1);
  });

  test("a key acts once, for guests too, and not again after its check-in was undone", async ({
    db,
  }) => {
    const door = await doorOf(db);
    const guest = { guest: { name: "根岸 亮", affiliation: "" } };
    const first = done(await door.scan(guest, { key: "k1" }));
    expect(done(await door.scan(guest, { key: "k1" })).already).toBe(true);
    const { attendanceId } = first.arrival;
    const undo = { viewer: door.viewer, eventId: door.event.id, attendanceId, now: at("18:05") };
    done(await undoAttendance(db, undo));
    const late = done(await door.scan(guest, { key: "k1" }));
    expect(late.arrival).toMatchObject({ attendanceId, undoneAt: at("18:05") });
    expect(await rows(db, door.event.id)).toHaveLength(1);
  });

  test("undone stays as a row; checked in again there is a new one", async ({ db }) => {
    const door = await doorOf(db);
    const { person } = await door.register();
    const first = done(await door.scan({ personId: person.id }));
    const undo = {
      viewer: door.viewer,
      eventId: door.event.id,
      attendanceId: first.arrival.attendanceId,
    };
    done(await undoAttendance(db, { ...undo, now: at("18:05") }));
    const twice = done(await undoAttendance(db, { ...undo, now: at("18:06") }));
    expect(twice.arrival.undoneAt).toEqual(at("18:05"));
    done(await door.scan({ personId: person.id }, { now: at("18:07") }));
    expect(await rows(db, door.event.id)).toMatchObject([
      { undoneAt: at("18:05"), undoneBy: door.viewer.id },
      { at: at("18:07"), undoneAt: null },
    ]);
  });

  test("what was told before the registration ended counts when it arrives again", async ({
    db,
  }) => {
    const door = await doorOf(db);
    const { person, registration } = await door.register();
    done(await door.scan({ personId: person.id }, { key: "k1" }));
    await db
      .update(registrations)
      .set({ state: "cancelled", endedAt: NOW, ending: "cancelled" })
      .where(eq(registrations.id, registration.id));
    expect(done(await door.scan({ personId: person.id }, { key: "k1" })).already).toBe(true);
    expect(done(await door.scan({ personId: person.id })).already).toBe(true);
  });
});

describe("when", () => {
  test.for([
    ["told late, on the day", at("18:01"), at("19:30"), at("18:01")],
    ["early that morning", at("08:00"), at("19:30"), at("08:00")],
    ["in the future", at("20:00"), at("19:30"), at("19:30")],
    ["the day before", new Date(at("18:00").getTime() - 86_400_000), at("19:30"), at("19:30")],
    [
      "the day after, told the day after",
      new Date(at("10:00").getTime() + 86_400_000),
      new Date(at("11:00").getTime() + 86_400_000),
      new Date(at("11:00").getTime() + 86_400_000),
    ],
    [
      "on the day, told the day after",
      at("18:30"),
      new Date(at("11:00").getTime() + 86_400_000),
      at("18:30"),
    ],
    ["nonsense", new Date("x"), at("19:30"), at("19:30")],
  ] as const)("%s", async ([, told, now, expected], { db }) => {
    const door = await doorOf(db);
    const { person } = await door.register();
    const came = done(await door.scan({ personId: person.id }, { at: told, now }));
    expect(came.arrival.at).toEqual(expected);
  });

  test("the days are those of the place; shortly after midnight opens the evening before", async ({
    db,
  }) => {
    const startsAt = new Date("2026-06-01T04:30:00Z");
    const endsAt = new Date("2026-06-01T06:00:00Z");
    // 00:30 in New York.
    const door = await doorOf(db, { startsAt, endsAt, timeZone: "America/New_York" });
    const { person } = await door.register();
    const early = { now: new Date("2026-06-01T02:29:00Z") };
    expect(await door.scan({ personId: person.id }, early)).toEqual({
      ok: false,
      reason: "too-early",
    });
    done(await door.scan({ personId: person.id }, { now: new Date("2026-06-01T02:30:00Z") }));
  });

  test("not before the day, not while it is a draft, postponed or cancelled", async ({ db }) => {
    const door = await doorOf(db);
    const { person } = await door.register();
    const scan = (now = at("18:02")) => door.scan({ personId: person.id }, { now });
    const set = (values: Partial<typeof events.$inferInsert>) =>
      db.update(events).set(values).where(eq(events.id, door.event.id));
    expect(await scan(new Date("2026-05-31T14:59:00Z"))).toEqual({
      ok: false,
      reason: "too-early",
    });
    const by = door.viewer.id;
    await set({ cancelledAt: NOW, cancelledBy: by });
    expect(await scan()).toEqual({ ok: false, reason: "event-cancelled" });
    await set({ cancelledAt: null, cancelledBy: null, postponedAt: NOW, postponedBy: by });
    expect(await scan()).toEqual({ ok: false, reason: "event-postponed" });
    await set({ postponedAt: null, postponedBy: null, publishedAt: null, publishedBy: null });
    expect(await scan()).toEqual({ ok: false, reason: "event-draft" });
    await set({ publishedAt: NOW, publishedBy: by });
    done(await scan());
  });
});

describe("who", () => {
  test("organisers with permission; others see no door, or no event", async ({ db }) => {
    const organisation = await createOrganisation(db);
    const person = await createPerson(db, { organisationId: organisation.id });
    const organiser = viewerOf(person, organisation, { isSupporter: true });
    const event = await createEvent(db, { organiser });
    const door = await doorOf(db, {});
    const guest = await door.register();
    const scan = (viewer: typeof organiser, eventId: number) =>
      door.scan({ personId: guest.person.id }, { viewer, ...{ eventId } });
    expect(await scan(guest.person, door.event.id)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await scan(organiser, door.event.id)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await scan(organiser, event.id)).toEqual({ ok: false, reason: "too-early" });
    // The permission rests on a live credential.
    expect(await scan({ ...organiser, isSupporter: false }, event.id)).toEqual({
      ok: false,
      reason: "not-allowed",
    });
    expect(await scan(door.viewer, 999_999_999)).toEqual({ ok: false, reason: "not-found" });
    await db.update(events).set({ publishedAt: null, publishedBy: null });
    expect(await scan(await memberOf(db), door.event.id)).toEqual({
      ok: false,
      reason: "not-found",
    });
  });

  test("undoing is for them as well, and within their event", async ({ db }) => {
    const [door, other] = [await doorOf(db), await doorOf(db)];
    const { person } = await door.register();
    const { arrival } = done(await door.scan({ personId: person.id }));
    const undo = { attendanceId: arrival.attendanceId, now: at("18:05") };
    expect(await undoAttendance(db, { ...undo, viewer: person, eventId: door.event.id })).toEqual({
      ok: false,
      reason: "not-allowed",
    });
    expect(
      await undoAttendance(db, { ...undo, viewer: door.viewer, eventId: other.event.id }),
    ).toEqual({ ok: false, reason: "not-found" });
    expect(await rows(db, door.event.id)).toMatchObject([{ undoneAt: null }]);
  });
});
