import { eq } from "drizzle-orm";
import { cancelRegistration } from "#app/events/admission/cancelling.server.ts";
import { acceptOffer } from "#app/events/admission/offers.server.ts";
import {
  cancelEvent,
  moveEvent,
  postponeEvent,
} from "#app/events/organising/calling-off.server.ts";
import {
  tellOfEvent,
  tellOfPublication,
  tellOrganisers,
  tellPeople,
} from "#app/events/telling/telling.server.ts";
import { DAY, HOUR, after as later } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { eventAreas, eventOrganisers, events } from "#db/schema/events.ts";
import { areaFollows } from "#db/schema/people.ts";
import { certify } from "#test/support/certification.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createEvent, inviteTo } from "#test/support/events.ts";
import { createArea, createPerson, NOW } from "#test/support/factories.ts";
import { apply, meeting, memberOf, staffOf } from "../admission/scene.ts";
import { appointmentIn, letSpeak, mailTo, sendAll, toldOf } from "./scene.ts";

const reread = async (db: Db, { id }: { id: number }) => {
  const [event] = await db.select().from(events).where(eq(events.id, id));
  if (!event) throw new Error("no event");
  return event;
};
const emailOf = ({ handle }: { handle: string }) => `${handle}@test.example`;

describe("a place at an event", () => {
  test("comes to whoever applied as a mail for their calendar, and as no notification", async ({
    db,
  }) => {
    const { event, ticket } = await meeting(
      db,
      { place: "online" },
      {
        place: "hybrid",
        title: "春のユーザー会",
        venueName: "本社ホール",
        onlineUrl: "https://meet.example/secret",
        onlineNote: "パスコード 1234",
        timeZone: "Asia/Tokyo",
      },
    );
    const member = await memberOf(db);
    await apply(db, member, { event, ticket });
    expect(await toldOf(db, "registration-confirmed")).toEqual([]);
    const mail = mailTo(await sendAll(db), emailOf(member));
    expect(mail.subject).toContain("参加が確定しました");
    expect(mail.subject).toContain("春のユーザー会");
    const entry = appointmentIn(mail);
    expect(entry).toMatchObject({
      method: "REQUEST",
      uid: event.uid,
      status: "CONFIRMED",
      summary: "春のユーザー会",
      zone: "Asia/Tokyo",
      start: event.startsAt,
      end: event.endsAt,
      organiser: "mailto:c@portal.example",
      attendees: [`mailto:${emailOf(member)}`],
    });
    expect(entry.location).toMatch(new RegExp(`/events/${event.id}/online$`));
    expect(entry.description).toContain("パスコード 1234");
  });

  test("given up, applied for again and given up again is a rising sequence", async ({ db }) => {
    const where = await meeting(db);
    const member = await memberOf(db);
    const cancel = () =>
      cancelRegistration(db, { viewer: member, eventId: where.event.id, now: NOW });
    const sequences: [string, number][] = [];
    for (const act of [apply, cancel, apply, cancel]) {
      await act(db, member, where);
      const { method, sequence } = appointmentIn(mailTo(await sendAll(db), emailOf(member)));
      sequences.push([method, sequence]);
    }
    expect(sequences.map(([method]) => method)).toEqual(["REQUEST", "CANCEL", "REQUEST", "CANCEL"]);
    const numbers = sequences.map(([, sequence]) => sequence);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers[0]).toBeGreaterThan(where.event.sequence);
  });

  test("offered from the waitlist says until when, with one step to take it", async ({ db }) => {
    const where = await meeting(db, { capacity: 1 }, { offerHours: 24 });
    const [first, second] = [await memberOf(db), await memberOf(db)];
    await apply(db, first, where);
    await apply(db, second, where);
    await sendAll(db);
    await cancelRegistration(db, { viewer: first, eventId: where.event.id, now: NOW });
    const mail = mailTo(
      (await sendAll(db)).filter(({ to }) => to.address === emailOf(second)),
      emailOf(second),
    );
    expect(mail.calendar).toBeUndefined();
    expect(mail.subject).toContain("席が空きました。2026年6月2日(火) 12:00");
    expect(mail.text).toContain("参加を確定する");
    expect(mail.text).toContain(`/events/${where.event.id}`);
    expect(mail.text).toContain("次の方にご案内します");

    // Taken before its mail would leave, the offer is no news any more.
    await acceptOffer(db, { viewer: second, eventId: where.event.id, now: NOW });
    const [offer] = await toldOf(db, "registration-offered");
    expect(offer?.readAt).toEqual(NOW);
    expect(appointmentIn(mailTo(await sendAll(db), emailOf(second))).method).toBe("REQUEST");
  });

  test("applied for by a colleague is told with their name and the entry", async ({ db }) => {
    const where = await meeting(db);
    const member = await memberOf(db);
    const organisation = member.organisation as { id: number };
    const colleague = await createPerson(db, { organisationId: organisation.id });
    await apply(db, member, where, { personIds: [colleague.id] });
    const mail = mailTo(await sendAll(db), colleague.email ?? "");
    expect(mail.text).toContain(`${member.name}さんが、あなたの参加を申し込みました`);
    expect(appointmentIn(mail).method).toBe("REQUEST");
  });
});

describe("a change of an event", () => {
  test("moves, postpones and cancels it in the calendars of those who come", async ({ db }) => {
    const where = await meeting(db, { capacity: 1 });
    const { event } = where;
    const [member, waiting, staff] = [await memberOf(db), await memberOf(db), await staffOf(db)];
    const speaker = await createPerson(db);
    await letSpeak(db, event, speaker);
    await apply(db, member, where);
    await apply(db, waiting, where);
    const first = appointmentIn(mailTo(await sendAll(db), emailOf(member)));

    await postponeEvent(db, { viewer: staff, eventId: event.id, message: "台風のため", now: NOW });
    const postponed = await sendAll(db);
    expect(postponed.map(({ to }) => to.address).sort()).toEqual(
      [emailOf(member), emailOf(waiting), emailOf(speaker)].sort(),
    );
    expect(mailTo(postponed, emailOf(member)).text).toContain("台風のため");
    expect(mailTo(postponed, emailOf(waiting)).calendar).toBeUndefined();
    const out = appointmentIn(mailTo(postponed, emailOf(member)));
    expect(out).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: event.uid });
    expect(out.sequence).toBeGreaterThan(first.sequence);

    const startsAt = later(event.startsAt, 7 * DAY);
    const { version, timeZone } = await reread(db, event);
    const date = { startsAt, endsAt: later(startsAt, 2 * HOUR), timeZone };
    const act = { viewer: staff, eventId: event.id, now: later(NOW, HOUR) };
    expect(await moveEvent(db, { ...act, date, version, message: "新しい日程です" })).toEqual({
      ok: true,
    });
    const moved = await sendAll(db, later(NOW, HOUR));
    const back = appointmentIn(mailTo(moved, emailOf(member)));
    expect(back).toMatchObject({ method: "REQUEST", status: "CONFIRMED", start: startsAt });
    expect(back.sequence).toBeGreaterThan(out.sequence);
    expect(appointmentIn(mailTo(moved, emailOf(speaker))).start).toEqual(startsAt);

    await cancelEvent(db, { ...act, message: "中止します", now: later(NOW, 2 * HOUR) });
    const cancelled = await sendAll(db, later(NOW, 2 * HOUR));
    expect(cancelled).toHaveLength(3);
    const end = appointmentIn(mailTo(cancelled, emailOf(member)));
    expect(end).toMatchObject({ method: "CANCEL", status: "CANCELLED" });
    expect(end.sequence).toBeGreaterThan(back.sequence);
  });

  test("tells whoever made it by their calendar alone, once", async ({ db }) => {
    const where = await meeting(db);
    const staff = await staffOf(db);
    await apply(db, staff, where);
    await sendAll(db);
    const event = await reread(db, where.event);
    const news = {
      kind: "event-changed",
      event,
      actorId: staff.id,
      onceKey: "7",
      now: NOW,
    } as const;
    await tellOfEvent(db, news);
    await tellOfEvent(db, news);
    const messages = await sendAll(db);
    expect(mailTo(messages, emailOf(staff)).subject).toContain("イベントの内容を変更しました");
    expect(await toldOf(db, "event-changed")).toEqual([]);
  });

  test("leaves an entry with whoever gave up their place but speaks", async ({ db }) => {
    const where = await meeting(db);
    const member = await memberOf(db);
    await letSpeak(db, where.event, member);
    await apply(db, member, where);
    await sendAll(db);
    await cancelRegistration(db, { viewer: member, eventId: where.event.id, now: NOW });
    expect(appointmentIn(mailTo(await sendAll(db), emailOf(member))).status).toBe("CONFIRMED");
  });
});

describe("an event that becomes public", () => {
  test("is news for followers for whom it exists; speakers and the invited hear of their part", async ({
    db,
  }) => {
    const area = await createArea(db);
    const [follower, supporter, speaker, invited] = [
      await createPerson(db),
      await createPerson(db),
      await createPerson(db),
      await createPerson(db),
    ];
    await certify(db, supporter);
    for (const { id } of [follower, supporter, invited]) {
      await db.insert(areaFollows).values({ personId: id, productAreaId: area.id, createdAt: NOW });
    }
    const draft = await createEvent(db, { published: false, scope: "supporters" });
    await db.insert(eventAreas).values({ eventId: draft.id, productAreaId: area.id });
    await letSpeak(db, draft, speaker);
    await inviteTo(db, { event: draft, person: invited });
    const news = { event: draft, actorId: draft.createdBy, now: NOW };
    // While it is a draft, nobody who cannot see it is told.
    const told = { ...news, onceKey: "1", message: "ぜひ" };
    await tellPeople(db, { ...told, kind: "event-invited", recipients: [invited.id] });
    await tellPeople(db, { ...told, kind: "speaker-named", recipients: [speaker.id] });
    expect(await sendAll(db)).toEqual([]);

    const [event] = await db
      .update(events)
      .set({ publishedAt: NOW, publishedBy: draft.createdBy })
      .where(eq(events.id, draft.id))
      .returning();
    if (!event) throw new Error("no event");
    await tellOfPublication(db, { ...news, event });
    await tellOfPublication(db, { ...news, event });
    const people = async (kind: Parameters<typeof toldOf>[1]) =>
      (await toldOf(db, kind)).map(({ personId }) => personId);
    expect(await people("event-published")).toEqual([supporter.id]);
    expect(await people("speaker-named")).toEqual([speaker.id]);
    expect(await people("event-invited")).toEqual([invited.id]);
    const mail = mailTo(await sendAll(db), speaker.email ?? "");
    expect(appointmentIn(mail)).toMatchObject({ method: "REQUEST", sequence: 0 });
  });
});

test("organisers are those named and able to, and the staff member who made it", async ({ db }) => {
  const [named, lapsed, applicant] = [
    await createPerson(db),
    await createPerson(db),
    await createPerson(db),
  ];
  await certify(db, named);
  const event = await createEvent(db, { organiser: named });

  await db.insert(eventOrganisers).values({
    eventId: event.id,
    personId: lapsed.id,
    addedBy: event.createdBy,
    addedAt: NOW,
  });
  const news = { event, actorId: applicant.id, onceKey: "1", now: NOW };
  await tellOrganisers(db, { kind: "registration-requested", ...news });
  const told = await toldOf(db, "registration-requested");
  expect(told.map(({ personId }) => personId).sort()).toEqual(
    [named.id, event.createdBy].sort((a, b) => a - b),
  );
  expect(told[0]?.path).toBe(`/events/${event.id}/guests`);
});

test("a mail about a survey leads to it in one step, one about materials to them", async ({
  db,
}) => {
  const event = await createEvent(db);
  const member = await memberOf(db);
  const news = { event, recipients: [member.id], actorId: null, onceKey: "1", now: NOW };
  await tellPeople(db, { ...news, kind: "event-survey" });
  await tellPeople(db, { ...news, kind: "event-materials" });
  const [survey, materials] = await sendAll(db);
  expect(survey?.text).toContain(`/events/${event.id}/survey`);
  expect(survey?.text).toContain("アンケートに答える");
  expect(materials?.text).toContain(`/events/${event.id}/materials`);
  expect(materials?.text).toContain("イベントを見る");
});
