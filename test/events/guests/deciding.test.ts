import type { Viewer } from "#app/auth/viewer.ts";
import {
  approveGuests,
  removeGuests,
  turnDownGuests,
} from "#app/events/guests/deciding-many.server.ts";
import { listChosenGuests } from "#app/events/guests/guest-list.server.ts";
import { after as later, MINUTE } from "#app/lib/time.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createEvent } from "#test/support/events.ts";
import { createPerson, NOW, viewerOf } from "#test/support/factories.ts";
import { meeting, told } from "./scene.ts";

describe("deciding on several at once", () => {
  test("gives the places in the order of applying, whatever the order of ticking", async ({
    db,
  }) => {
    const { staff, event, guest } = await meeting(db, { capacity: 2 });
    const late = await guest("applied", {}, { appliedAt: later(NOW, 5 * MINUTE) });
    const first = await guest("applied", {}, { appliedAt: later(NOW, -9 * MINUTE) });
    const second = await guest("applied", {}, { appliedAt: later(NOW, -5 * MINUTE) });
    const already = await guest("declined");
    const ids = [late, already, second, first].map(({ registration }) => registration.id);
    const decided = await approveGuests(db, { viewer: staff, eventId: event.id, ids, now: NOW });
    expect(decided).toEqual({
      ok: true,
      done: [first, second, late].map(({ registration }) => registration.id),
      left: [already.registration.id],
    });
    const guests = await listChosenGuests(db, { viewer: staff, eventId: event.id, ids });
    const states = new Map(guests.map(({ id, state, place }) => [id, [state, place]]));
    expect(states.get(first.registration.id)).toEqual(["confirmed", null]);
    expect(states.get(second.registration.id)).toEqual(["confirmed", null]);
    expect(states.get(late.registration.id)).toEqual(["waitlisted", 1]);
    expect(await told(db, "registration-confirmed")).toEqual(
      [first.person.id, second.person.id].sort((a, b) => a - b),
    );
  });

  test("turns down and removes with words for them", async ({ db }) => {
    const { staff, event, guest } = await meeting(db);
    const asking = await guest("applied");
    const placed = await guest("confirmed");
    const note = "今回は満席のため、次の機会にお待ちしています。";
    const act = { viewer: staff, eventId: event.id, note, now: NOW };
    expect(await turnDownGuests(db, { ...act, ids: [asking.registration.id] })).toMatchObject({
      done: [asking.registration.id],
    });
    expect(await removeGuests(db, { ...act, ids: [placed.registration.id] })).toMatchObject({
      done: [placed.registration.id],
    });
    const ids = [asking.registration.id, placed.registration.id];
    const guests = await listChosenGuests(db, { viewer: staff, eventId: event.id, ids });
    expect(guests.map(({ state, note: words }) => [state, words])).toEqual([
      ["declined", note],
      ["cancelled", note],
    ]);
    expect(await told(db, "registration-declined")).toEqual([asking.person.id]);
    expect(await told(db, "registration-cancelled")).toEqual([placed.person.id]);
  });

  test("leaves guests of other events alone, and is for those who run the event", async ({
    db,
  }) => {
    const { staff, organiser, event, guest } = await meeting(db);
    const asking = await guest("applied");
    const ids = [asking.registration.id];
    const elsewhere = await createEvent(db);
    expect(
      await approveGuests(db, { viewer: staff, eventId: elsewhere.id, ids, now: NOW }),
    ).toEqual({ ok: true, done: [], left: [] });
    const approve = (viewer: Viewer) =>
      approveGuests(db, { viewer, eventId: event.id, ids, now: NOW });
    expect(await approve(viewerOf(await createPerson(db)))).toEqual({
      ok: false,
      reason: "not-allowed",
    });
    expect(await approve({ ...organiser, isSupporter: false })).toMatchObject({ ok: false });
    expect(await approve(organiser)).toMatchObject({ done: ids });
  });
});
