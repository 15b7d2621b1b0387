import { sql } from "drizzle-orm";
import { countWalkIns, listTicketFigures } from "#app/events/guests/guest-figures.server.ts";
import type { GuestFilter } from "#app/events/guests/guest-filter.ts";
import { findGuest, listGuests } from "#app/events/guests/guest-list.server.ts";
import { DAY, after as later } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { attendances } from "#db/schema/attendances.ts";
import { eventQuestions } from "#db/schema/events.ts";
import { registrationAnswers, registrationHistory } from "#db/schema/registrations.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createEvent, createTicketType } from "#test/support/events.ts";
import { NOW } from "#test/support/factories.ts";
import { meeting } from "./scene.ts";

type Scene = Awaited<ReturnType<typeof meeting>>;

async function names(db: Db, { staff, event }: Scene, filter: GuestFilter, viewer = staff) {
  const { guests } = await listGuests(db, { viewer, eventId: event.id, filter });
  return guests.map(({ person }) => person.name);
}

function came(db: Db, { event, staff }: Scene, person: { id: number } | undefined) {
  return db.insert(attendances).values({
    eventId: event.id,
    ...(person ? { personId: person.id } : { guestName: "通りすがり 一郎" }),
    way: "list",
    at: NOW,
    recordedAt: NOW,
    recordedBy: staff.id,
    key: crypto.randomUUID(),
  });
}

describe("the guests of an event", () => {
  test("stand in the order of applying, with answers, place in line and who applied for them", async ({
    db,
  }) => {
    const scene = await meeting(db);
    const { staff, event, guest } = scene;
    const first = await guest("applied", { name: "青木 一" });
    const ahead = await guest("waitlisted", { name: "石井 二" }, { queueNumber: 5 });
    const behind = await guest(
      "waitlisted",
      { name: "上田 三" },
      { queueNumber: 7, appliedBy: ahead.person.id },
    );
    const [question] = await db
      .insert(eventQuestions)
      .values({ eventId: event.id, position: 1, kind: "text", label: "聞きたいこと" })
      .returning();
    const answer = { questionId: question?.id ?? 0, answer: "承認の流れ" };
    await db
      .insert(registrationAnswers)
      .values({ registrationId: first.registration.id, ...answer });

    const { guests } = await listGuests(db, { viewer: staff, eventId: event.id });
    expect(guests.map(({ person, place }) => [person.name, place])).toEqual([
      ["青木 一", null],
      ["石井 二", 1],
      ["上田 三", 2],
    ]);
    expect(guests[0]?.answers).toEqual([{ ...answer, label: "聞きたいこと" }]);
    expect(guests[0]?.appliedBy).toBeNull();
    expect(guests[2]?.appliedBy).toBe("石井 二");
    expect(guests[0]?.person).toMatchObject({ tier: "S", phase: "established" });

    await db.insert(registrationHistory).values({
      registrationId: behind.registration.id,
      actorId: ahead.person.id,
      kind: "applied",
      at: NOW,
    });
    const registrationId = behind.registration.id;
    const found = await findGuest(db, { viewer: staff, eventId: event.id, registrationId });
    expect(found?.history).toMatchObject([{ kind: "applied", actorName: "石井 二" }]);
    const elsewhere = await createEvent(db);
    expect(
      await findGuest(db, { viewer: staff, eventId: elsewhere.id, registrationId }),
    ).toBeUndefined();
  });

  test("are found by name, reading and company, and by what is chosen", async ({ db }) => {
    const scene = await meeting(db);
    const { guest, event, away } = scene;
    const other = await createTicketType(db, { eventId: event.id, name: "オンライン" });
    await guest("confirmed", { name: "山田 花子", reading: "やまだ はなこ" });
    const absent = await guest("confirmed", { name: "佐藤 次郎", organisationId: away.id });
    await guest("applied", { name: "鈴木 三郎" }, { ticket: other });
    const visitor = await guest("confirmed", { name: "高橋 四郎" });
    await guest("cancelled", { name: "田中 五郎" });
    await came(db, scene, visitor.person);

    expect(await names(db, scene, { q: "ヤマダ" })).toEqual(["山田 花子"]);
    expect(await names(db, scene, { q: "佐藤次" })).toEqual(["佐藤 次郎"]);
    expect(await names(db, scene, { q: "若葉" })).toEqual(["佐藤 次郎"]);
    expect(await names(db, scene, { state: "cancelled" })).toEqual(["田中 五郎"]);
    expect(await names(db, scene, { ticketTypeId: other.id })).toEqual(["鈴木 三郎"]);
    expect(await names(db, scene, { came: "yes" })).toEqual(["高橋 四郎"]);
    expect(await names(db, scene, { came: "no" })).toEqual(["山田 花子", absent.person.name]);
    expect(await names(db, scene, { q: "若葉", state: "applied" })).toEqual([]);
  });

  test("show supporters who run it no tier and no company that is kept private", async ({ db }) => {
    const scene = await meeting(db);
    const { guest, organiser, event, away } = scene;
    await guest("applied", { name: "秘密 一", showsOrganisation: false });
    await guest("applied", { name: "同僚 二", organisationId: away.id, showsOrganisation: false });
    const { guests } = await listGuests(db, { viewer: organiser, eventId: event.id });
    expect(guests[0]?.person).toMatchObject({
      organisationName: null,
      organisationHidden: true,
      tier: null,
      phase: null,
    });
    expect(guests[1]?.person.organisationName).toBe("若葉商事");
    expect(JSON.stringify(guests)).not.toContain("@");
    expect(await names(db, scene, { q: "青葉" }, organiser)).toEqual([]);
    expect(await names(db, scene, { q: "青葉" })).toEqual(["秘密 一"]);
  });

  test("come in pages, each of them once, the waitlist in its own order", async ({ db }) => {
    const { staff, event, ticket, guest } = await meeting(db);
    const last = await guest("waitlisted", { name: "三番" }, { queueNumber: 30 });
    await guest("waitlisted", { name: "一番" }, { queueNumber: 10 });
    await guest("waitlisted", { name: "二番" }, { queueNumber: 20 });
    for (let n = 0; n < 3; n++) await guest("confirmed");
    const early = await guest("confirmed", {}, { appliedAt: later(NOW, -DAY) });
    const walk = async (filter: GuestFilter) => {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await listGuests(db, {
          viewer: staff,
          eventId: event.id,
          filter,
          cursor,
          limit: 2,
        });
        seen.push(...page.guests.map(({ id }) => id));
        cursor = page.next;
      } while (cursor);
      return seen;
    };
    const all = await walk({});
    expect(all[0]).toBe(early.registration.id);
    expect(all.slice(1)).toEqual([...all.slice(1)].sort((a, b) => a - b));
    expect(new Set(all).size).toBe(7);
    const line = await walk({ state: "waitlisted", ticketTypeId: ticket.id });
    expect(line).toHaveLength(3);
    expect(line.at(-1)).toBe(last.registration.id);
  });

  test("five thousand of them are a page and a cursor", async ({ db }) => {
    const { staff, event, ticket } = await meeting(db);
    await db.execute(sql`insert into people (handle, name, created_at, updated_at)
      select 'many-' || n, '参加 ' || n, now(), now() from generate_series(1, 5000) n`);
    await db.execute(sql`insert into registrations
        (event_id, ticket_type_id, person_id, applied_by, applied_at, state, code)
      select ${event.id}, ${ticket.id}, id, id, now(), 'confirmed',
        lpad(translate(upper(to_hex(id)), 'ILOU', 'WXYZ'), 8, '0')
      from people where handle like 'many-%'`);
    await db.execute(sql`analyze registrations`);
    const page = await listGuests(db, { viewer: staff, eventId: event.id });
    expect(page.guests).toHaveLength(50);
    expect(page.next).toBeDefined();
    const found = await listGuests(db, {
      viewer: staff,
      eventId: event.id,
      filter: { q: "参加4321" },
    });
    expect(found.guests.map(({ person }) => person.name)).toEqual(["参加 4321"]);
  });

  test("are counted by ticket, walk-ins apart", async ({ db }) => {
    const scene = await meeting(db, { capacity: 3 });
    const { event, guest } = scene;
    const here = await guest("confirmed");
    await guest("confirmed");
    await guest("offered");
    await guest("waitlisted");
    await guest("applied");
    const gone = await guest("cancelled");
    await guest("declined");
    await came(db, scene, here.person);
    await came(db, scene, gone.person);
    await came(db, scene, undefined);
    expect(await listTicketFigures(db, { eventId: event.id })).toMatchObject([
      { capacity: 3, confirmed: 2, offered: 1, waitlisted: 1, applied: 1, ended: 2, came: 1 },
    ]);
    expect(await countWalkIns(db, { eventId: event.id })).toBe(2);
  });
});
