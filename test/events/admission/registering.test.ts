import { eq } from "drizzle-orm";
import { cancelRegistration, removeRegistration } from "#app/events/admission/cancelling.server.ts";
import {
  approveRegistration,
  turnDownRegistration,
} from "#app/events/admission/deciding.server.ts";
import { drawDueLotteries, findDraw } from "#app/events/admission/drawing.server.ts";
import { endRegistrations } from "#app/events/admission/ending.server.ts";
import { acceptOffer, declineOffer, lapseOffers } from "#app/events/admission/offers.server.ts";
import { findOwnRegistration, listTicketStandings } from "#app/events/admission/reading.server.ts";
import { registerByOrganiser } from "#app/events/admission/registering.server.ts";
import { DAY, HOUR, after as later } from "#app/lib/time.ts";
import { suspendPerson } from "#app/people/suspensions.server.ts";
import { eventQuestions, events, type ticketTypes } from "#db/schema/events.ts";
import { notifications, outgoingMails } from "#db/schema/notifications.ts";
import { people } from "#db/schema/people.ts";
import {
  registrationAnswers,
  registrationHistory,
  registrations,
} from "#db/schema/registrations.ts";
import { createCertification, issueTestCredential } from "#test/support/certification.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createTicketType, inviteTo } from "#test/support/events.ts";
import { createOrganisation, createPerson, NOW, viewerOf } from "#test/support/factories.ts";
import { apply, expectExact, meeting, memberOf, staffOf, statesOf } from "./scene.ts";

describe("applying, first come first served", () => {
  test("gives a place at once, a code for the door and a mail for the calendar", async ({ db }) => {
    const where = await meeting(db);
    const member = await memberOf(db);
    const applied = await apply(db, member, where);
    expect(applied).toMatchObject({ ok: true, registrations: [{ state: "confirmed" }] });
    const own = await findOwnRegistration(db, { viewer: member, eventId: where.event.id });
    expect(own).toMatchObject({ state: "confirmed", position: null, confirmedAt: NOW });
    expect(own?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    const mails = await db
      .select()
      .from(outgoingMails)
      .where(eq(outgoingMails.personId, member.id));
    expect(mails).toHaveLength(1);
    expect(await db.select().from(notifications)).toHaveLength(0);
  });

  test("twice is once", async ({ db }) => {
    const where = await meeting(db);
    const member = await memberOf(db);
    await apply(db, member, where);
    expect(await apply(db, member, where)).toEqual({ ok: false, reason: "already-registered" });
    expect(await db.select().from(registrations)).toHaveLength(1);
    expect(await db.select().from(registrationHistory)).toHaveLength(2);
  });

  test("nor with another ticket of the same event", async ({ db }) => {
    const where = await meeting(db);
    const other = await createTicketType(db, {
      eventId: where.event.id,
      name: "オンライン",
      place: "online",
    });
    const member = await memberOf(db);
    await apply(db, member, where);
    const again = await apply(db, member, { event: where.event, ticket: other });
    expect(again).toEqual({ ok: false, reason: "already-registered" });
  });

  test("when full puts people in line, in their order, past those whose company has enough", async ({
    db,
  }) => {
    const where = await meeting(db, { capacity: 3, organisationCap: 2 });
    const company = await createOrganisation(db);
    const [first, second, third] = [
      await memberOf(db, company),
      await memberOf(db, company),
      await memberOf(db, company),
    ];
    const others = [await memberOf(db), await memberOf(db), await memberOf(db)] as const;
    for (const member of [first, second, third, ...others]) await apply(db, member, where);
    expect(await statesOf(db, where.event.id, [first, second, third, ...others])).toEqual([
      "confirmed",
      "confirmed",
      "waitlisted",
      "confirmed",
      "waitlisted",
      "waitlisted",
    ]);
    // Another company's place goes past the third of the company, who keeps the place in line.
    await cancelRegistration(db, { viewer: others[0], eventId: where.event.id, now: NOW });
    expect(await statesOf(db, where.event.id, [third, others[1], others[2]])).toEqual([
      "waitlisted",
      "offered",
      "waitlisted",
    ]);
    await cancelRegistration(db, { viewer: first, eventId: where.event.id, now: NOW });
    expect(await statesOf(db, where.event.id, [third, others[2]])).toEqual([
      "offered",
      "waitlisted",
    ]);
    await expectExact(db, where.ticket.id);
  });

  test("keeps answers, and asks for those that are needed", async ({ db }) => {
    const where = await meeting(db);
    const ask = async (values: Partial<typeof eventQuestions.$inferInsert>) => {
      const [row] = await db
        .insert(eventQuestions)
        .values({
          eventId: where.event.id,
          position: 1,
          kind: "text",
          label: "聞きたいこと",
          ...values,
        })
        .returning();
      return row?.id ?? 0;
    };
    const needed = await ask({ isRequired: true });
    const lunch = await ask({ kind: "choices", choices: ["肉", "魚"] });
    const member = await memberOf(db);
    const missing = { ok: false, reason: "answers-missing" };
    expect(await apply(db, member, where)).toEqual(missing);
    expect(await apply(db, member, where, { answers: new Map([[needed, "  "]]) })).toEqual(missing);
    const wrong = new Map([
      [needed, "権限のこと"],
      [lunch, "肉\n野菜"],
    ]);
    expect(await apply(db, member, where, { answers: wrong })).toEqual(missing);
    const right = new Map([
      ...wrong,
      [lunch, "肉\n魚"] as const,
      [99_999, "知らない質問"] as const,
    ]);
    expect((await apply(db, member, where, { answers: right })).ok).toBe(true);
    const kept = await db.select().from(registrationAnswers);
    expect(kept.map(({ answer }) => answer).sort()).toEqual(["権限のこと", "肉\n魚"].sort());
  });
});

describe("who may apply, and when", () => {
  const refused = (reason: string) => ({ ok: false, reason });

  test("nobody to what does not exist for them", async ({ db }) => {
    const draft = await meeting(db, {}, { published: false });
    const closed = await meeting(db, {}, { invitedOnly: true });
    const forSupporters = await meeting(db, {}, { scope: "supporters" });
    const member = await memberOf(db);
    for (const where of [draft, closed, forSupporters]) {
      expect(await apply(db, member, where)).toEqual(refused("not-found"));
    }
    const elsewhere = { event: (await meeting(db)).event, ticket: draft.ticket };
    expect(await apply(db, member, elsewhere)).toEqual(refused("not-found"));
  });

  test("only while registration is open", async ({ db }) => {
    const member = await memberOf(db);
    const window = {
      registrationOpensAt: later(NOW, DAY),
      registrationClosesAt: later(NOW, 2 * DAY),
    };
    const where = await meeting(db, {}, window);
    const at = (now: Date) => apply(db, member, where, { now });
    expect(await at(NOW)).toEqual(refused("not-open"));
    expect(await at(later(NOW, 2 * DAY))).toEqual(refused("not-open"));
    expect((await at(later(NOW, DAY))).ok).toBe(true);
    for (const stopped of ["postponed", "cancelled"] as const) {
      const staff = await staffOf(db);
      const by =
        stopped === "postponed"
          ? { postponedAt: NOW, postponedBy: staff.id }
          : { cancelledAt: NOW, cancelledBy: staff.id };
      expect(await apply(db, member, await meeting(db, {}, by))).toEqual(refused("not-open"));
    }
    const begun = await meeting(db, {}, { startsAt: later(NOW, -HOUR) });
    expect(await apply(db, member, begun)).toEqual(refused("not-open"));
  });

  test("those a ticket is meant for", async ({ db }) => {
    const company = await createOrganisation(db, { tier: "S", phase: "introduction" });
    const member = await memberOf(db, company);
    const outcomes = async (values: Partial<typeof ticketTypes.$inferInsert>) => {
      const outcome = await apply(db, member, await meeting(db, values));
      return outcome.ok ? "ok" : outcome.reason;
    };
    expect(await outcomes({ phases: ["trial"] })).toBe("not-eligible");
    expect(await outcomes({ tiers: ["1", "2"] })).toBe("not-eligible");
    expect(await outcomes({ supportersOnly: true })).toBe("not-eligible");
    expect(await outcomes({ admission: "invitation" })).toBe("not-invited");
    expect(await outcomes({ phases: ["introduction"], tiers: ["S"] })).toBe("ok");
    await issueTestCredential(db, { holder: member, of: await createCertification(db) });
    expect(await outcomes({ supportersOnly: true })).toBe("ok");
    const invited = await meeting(db, { admission: "invitation" }, { invitedOnly: true });
    await inviteTo(db, { event: invited.event, person: member });
    expect(await apply(db, member, invited)).toMatchObject({
      ok: true,
      registrations: [{ state: "confirmed" }],
    });
  });

  test("standings say the same beforehand", async ({ db }) => {
    const member = await memberOf(db, await createOrganisation(db, { tier: "3", phase: "trial" }));
    const { event, ticket } = await meeting(db, { tiers: ["S"], capacity: 1 });
    const open = await createTicketType(db, { eventId: event.id, position: 2, capacity: 1 });
    await apply(db, await memberOf(db), { event, ticket: open });
    await apply(db, await memberOf(db), { event, ticket: open });
    expect(await listTicketStandings(db, { eventId: event.id, viewer: member })).toMatchObject([
      { id: ticket.id, why: "tier", taken: 0, waiting: 0 },
      { id: open.id, why: null, taken: 1, waiting: 1 },
    ]);
  });
});

describe("colleagues", () => {
  test("come along, are told, and may be cancelled by whoever brought them", async ({ db }) => {
    const company = await createOrganisation(db);
    const [member, colleague, stranger] = [
      await memberOf(db, company),
      await memberOf(db, company),
      await memberOf(db),
    ];
    const where = await meeting(db, {}, { colleaguesMax: 1 });
    const personIds = [member.id, colleague.id];
    expect(await apply(db, member, where, { personIds: [stranger.id] })).toEqual({
      ok: false,
      reason: "not-a-colleague",
    });
    expect((await apply(db, member, where, { personIds })).ok).toBe(true);
    expect(await statesOf(db, where.event.id, [member, colleague])).toEqual([
      "confirmed",
      "confirmed",
    ]);
    const told = await db
      .select()
      .from(notifications)
      .where(eq(notifications.personId, colleague.id));
    expect(told.map(({ kind }) => kind)).toEqual(["registration-for-you"]);
    const third = await memberOf(db, company);
    expect(await apply(db, member, where, { personIds: [third.id] })).toEqual({
      ok: false,
      reason: "too-many-colleagues",
    });
    const act = { eventId: where.event.id, personId: colleague.id, now: NOW };
    expect(await cancelRegistration(db, { viewer: stranger, ...act })).toEqual({
      ok: false,
      reason: "not-found",
    });
    expect(await cancelRegistration(db, { viewer: member, ...act })).toEqual({ ok: true });
    expect(await statesOf(db, where.event.id, [colleague])).toEqual(["cancelled"]);
  });

  test("all come or nobody: one who is there already stops the others", async ({ db }) => {
    const company = await createOrganisation(db);
    const [member, colleague] = [await memberOf(db, company), await memberOf(db, company)];
    const where = await meeting(db);
    await apply(db, colleague, where);
    const personIds = [member.id, colleague.id];
    expect(await apply(db, member, where, { personIds })).toEqual({
      ok: false,
      reason: "already-registered",
    });
    expect(await statesOf(db, where.event.id, [member])).toEqual([undefined]);
  });

  test("who are suspended, or for whom it does not exist, do not", async ({ db }) => {
    const company = await createOrganisation(db);
    const [member, colleague] = [await memberOf(db, company), await memberOf(db, company)];
    const staff = await staffOf(db);
    const closed = await meeting(db, {}, { invitedOnly: true });
    await inviteTo(db, { event: closed.event, person: member });
    const both = { personIds: [member.id, colleague.id] };
    expect(await apply(db, member, closed, both)).toEqual({ ok: false, reason: "not-invited" });
    await suspendPerson(db, {
      personId: colleague.id,
      reason: "迷惑行為",
      actorId: staff.id,
      now: NOW,
    });
    expect(await apply(db, member, await meeting(db), both)).toEqual({
      ok: false,
      reason: "not-a-colleague",
    });
  });
});

describe("a place from the line", () => {
  test("is offered, kept for its hours, and moves on when nobody takes it", async ({ db }) => {
    const where = await meeting(db, { capacity: 1 }, { offerHours: 6 });
    const [first, second, third] = [await memberOf(db), await memberOf(db), await memberOf(db)];
    for (const member of [first, second, third]) await apply(db, member, where);
    const eventId = where.event.id;
    expect(await findOwnRegistration(db, { viewer: third, eventId })).toMatchObject({
      position: 2,
    });
    await cancelRegistration(db, { viewer: first, eventId, now: NOW });
    expect(await findOwnRegistration(db, { viewer: second, eventId })).toMatchObject({
      state: "offered",
      offerEndsAt: later(NOW, 6 * HOUR),
    });
    expect(await lapseOffers(db, { now: later(NOW, 6 * HOUR - 1) })).toBe(0);
    const lapsedAt = later(NOW, 6 * HOUR);
    expect(await lapseOffers(db, { now: lapsedAt })).toBe(1);
    expect(await lapseOffers(db, { now: lapsedAt })).toBe(0);
    expect(await statesOf(db, eventId, [second, third])).toEqual(["cancelled", "offered"]);
    expect(await acceptOffer(db, { viewer: second, eventId, now: lapsedAt })).toEqual({
      ok: false,
      reason: "no-offer",
    });
    expect(await acceptOffer(db, { viewer: third, eventId, now: lapsedAt })).toEqual({ ok: true });
    const kinds = await db
      .select({ kind: notifications.kind, personId: notifications.personId })
      .from(notifications)
      .orderBy(notifications.id);
    expect(kinds).toEqual([
      { kind: "registration-offered", personId: second.id },
      { kind: "registration-lapsed", personId: second.id },
      { kind: "registration-offered", personId: third.id },
    ]);
    await expectExact(db, where.ticket.id);
  });

  test("taken a moment too late is gone, though no job ran", async ({ db }) => {
    const where = await meeting(db, { capacity: 1 }, { offerHours: 1 });
    const [first, second] = [await memberOf(db), await memberOf(db)];
    await apply(db, first, where);
    await apply(db, second, where);
    const eventId = where.event.id;
    await cancelRegistration(db, { viewer: first, eventId, now: NOW });
    expect(await acceptOffer(db, { viewer: second, eventId, now: later(NOW, HOUR) })).toEqual({
      ok: false,
      reason: "offer-lapsed",
    });
    expect(await statesOf(db, eventId, [second])).toEqual(["cancelled"]);
  });

  test("given back goes to the next; nothing is offered once it began or is not to be", async ({
    db,
  }) => {
    const where = await meeting(db, { capacity: 1 });
    const members = [await memberOf(db), await memberOf(db), await memberOf(db)] as const;
    for (const member of members) await apply(db, member, where);
    const eventId = where.event.id;
    await cancelRegistration(db, { viewer: members[0], eventId, now: NOW });
    await declineOffer(db, { viewer: members[1], eventId, now: NOW });
    expect(await statesOf(db, eventId, [...members])).toEqual([
      "cancelled",
      "cancelled",
      "offered",
    ]);
    const own = await findOwnRegistration(db, { viewer: members[2], eventId });
    const late = later(where.event.startsAt, 1);
    expect(own?.offerEndsAt && own.offerEndsAt <= where.event.startsAt).toBe(true);
    const again = await memberOf(db);
    await apply(db, again, where);
    await lapseOffers(db, { now: late });
    expect(await statesOf(db, eventId, [members[2], again])).toEqual(["cancelled", "waitlisted"]);
    expect(await cancelRegistration(db, { viewer: again, eventId, now: late })).toEqual({
      ok: false,
      reason: "too-late",
    });
  });
});

describe("by approval", () => {
  test("organisers admit while there are places, then into the line, and turn down with words", async ({
    db,
  }) => {
    const where = await meeting(db, { admission: "approval", capacity: 1 });
    const staff = await staffOf(db);
    const members = [await memberOf(db), await memberOf(db), await memberOf(db)] as const;
    const ids: number[] = [];
    for (const member of members) {
      const applied = await apply(db, member, where);
      if (applied.ok) ids.push(...applied.registrations.map(({ id }) => id));
    }
    expect(await statesOf(db, where.event.id, [...members])).toEqual([
      "applied",
      "applied",
      "applied",
    ]);
    const [first = 0, second = 0, third = 0] = ids;
    const act = { viewer: staff, now: NOW };
    const outsider = { ...act, viewer: members[1] };
    expect(await approveRegistration(db, { ...outsider, registrationId: first })).toMatchObject({
      reason: "not-allowed",
    });
    expect(await approveRegistration(db, { ...act, registrationId: second })).toEqual({
      ok: true,
      state: "confirmed",
    });
    expect(await approveRegistration(db, { ...act, registrationId: second })).toEqual({
      ok: false,
      reason: "not-waiting",
    });
    expect(await approveRegistration(db, { ...act, registrationId: first })).toEqual({
      ok: true,
      state: "waitlisted",
    });
    const heard = await db
      .select({ kind: notifications.kind })
      .from(notifications)
      .where(eq(notifications.personId, members[0].id));
    expect(heard).toEqual([{ kind: "registration-waitlisted" }]);
    const note = "今回は導入期の方を優先しました。";
    expect(await turnDownRegistration(db, { ...act, registrationId: third, note })).toEqual({
      ok: true,
    });
    const told = await db
      .select()
      .from(notifications)
      .where(eq(notifications.personId, members[2].id));
    expect(told).toMatchObject([{ kind: "registration-declined", detail: { message: note } }]);
    await removeRegistration(db, { ...act, registrationId: second, note: "枠の都合" });
    expect(await statesOf(db, where.event.id, [...members])).toEqual([
      "offered",
      "cancelled",
      "declined",
    ]);
    await expectExact(db, where.ticket.id);
  });

  test("whom an organiser puts on the list takes a place like everybody", async ({ db }) => {
    const where = await meeting(db, { admission: "approval", capacity: 1, supportersOnly: true });
    const staff = await staffOf(db);
    const [one, two] = [await memberOf(db), await memberOf(db)];
    const add = (personId: number, viewer = staff) =>
      registerByOrganiser(db, {
        viewer,
        eventId: where.event.id,
        ticketTypeId: where.ticket.id,
        personId,
        now: NOW,
      });
    expect(await add(one.id, one)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await add(one.id)).toMatchObject({ ok: true, registration: { state: "confirmed" } });
    expect(await add(one.id)).toEqual({ ok: false, reason: "already-registered" });
    expect(await add(two.id)).toMatchObject({ ok: true, registration: { state: "waitlisted" } });
  });
});

describe("by lottery", () => {
  test("is drawn once at its time; who loses stands in line in the order drawn", async ({ db }) => {
    const where = await meeting(db, { admission: "lottery", capacity: 2, drawAt: later(NOW, DAY) });
    const members = await Promise.all(Array.from({ length: 6 }, () => memberOf(db)));
    for (const member of members) await apply(db, member, where);
    expect(new Set(await statesOf(db, where.event.id, members))).toEqual(new Set(["applied"]));
    expect(await drawDueLotteries(db, { now: later(NOW, DAY - 1) })).toBe(0);
    expect(await drawDueLotteries(db, { now: later(NOW, DAY) })).toBe(1);
    expect(await drawDueLotteries(db, { now: later(NOW, DAY) })).toBe(0);
    const states = await statesOf(db, where.event.id, members);
    expect(states.filter((state) => state === "confirmed")).toHaveLength(2);
    expect(states.filter((state) => state === "waitlisted")).toHaveLength(4);
    const ids = { eventId: where.event.id, ticketTypeId: where.ticket.id };
    const drawn = await findDraw(db, { viewer: members[0], ...ids });
    const line = await db
      .select()
      .from(registrations)
      .where(eq(registrations.state, "waitlisted"))
      .orderBy(registrations.queueNumber);
    expect(line.map(({ id }) => id)).toEqual(drawn?.held?.record.waiting);
    expect(drawn?.held?.seed).toBe(where.ticket.drawSeed);
    await expectExact(db, where.ticket.id);
  });

  test("shows its seed to nobody before, and its record only to those who see the event", async ({
    db,
  }) => {
    const where = await meeting(db, { admission: "lottery" }, { scope: "supporters" });
    const [member, staff] = [await memberOf(db), await staffOf(db)];
    const ids = { eventId: where.event.id, ticketTypeId: where.ticket.id };
    expect(await findDraw(db, { viewer: member, ...ids })).toBeUndefined();
    expect(await findDraw(db, { viewer: staff, ...ids })).toMatchObject({
      held: null,
      commitment: where.ticket.drawCommitment,
    });
    expect(JSON.stringify(await findDraw(db, { viewer: staff, ...ids }))).not.toContain(
      where.ticket.drawSeed,
    );
  });

  test("who applies after its time does not enter it, even when it is late", async ({ db }) => {
    const drawAt = later(NOW, DAY);
    const where = await meeting(db, { admission: "lottery", capacity: 1, drawAt });
    const [one, late] = [await memberOf(db), await memberOf(db)];
    await apply(db, one, where);
    await apply(db, late, where, { now: later(drawAt, HOUR) });
    expect(await statesOf(db, where.event.id, [one, late])).toEqual(["confirmed", "waitlisted"]);
  });
});

describe("an event that is called off", () => {
  test("ends every registration, and gives its places to nobody", async ({ db }) => {
    const where = await meeting(db, { capacity: 1 });
    const members = [await memberOf(db), await memberOf(db)] as const;
    for (const member of members) await apply(db, member, where);
    const staff = await staffOf(db);
    await db
      .update(events)
      .set({ cancelledAt: NOW, cancelledBy: staff.id })
      .where(eq(events.id, where.event.id));
    await endRegistrations(db, { event: where.event, actorId: staff.id, now: NOW });
    expect(await statesOf(db, where.event.id, [...members])).toEqual(["cancelled", "cancelled"]);
    await endRegistrations(db, { event: where.event, actorId: staff.id, now: NOW });
    const history = await db
      .select()
      .from(registrationHistory)
      .where(eq(registrationHistory.kind, "event-cancelled"));
    expect(history).toHaveLength(2);
    const [person] = await db.select().from(people).where(eq(people.id, members[0].id));
    expect(person?.id).toBe(members[0].id);
  });

  test("a calendar takes what comes after an earlier end", async ({ db }) => {
    const where = await meeting(db);
    const member = await memberOf(db);
    const act = { viewer: member, eventId: where.event.id, now: NOW };
    await apply(db, member, where);
    await cancelRegistration(db, act);
    expect(await cancelRegistration(db, act)).toEqual({ ok: true });
    await apply(db, member, where);
    const rows = await db.select().from(registrations).orderBy(registrations.id);
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });
});

test("what is read of somebody else's registration is nothing", async ({ db }) => {
  const where = await meeting(db);
  await apply(db, await memberOf(db), where);
  const other = viewerOf(await createPerson(db));
  expect(await findOwnRegistration(db, { viewer: other, eventId: where.event.id })).toBeUndefined();
});
