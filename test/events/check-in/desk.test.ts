import { sql } from "drizzle-orm";
import { answerForm, answerScript, deskPath } from "#app/events/check-in/answers.server.ts";
import { undoAttendance } from "#app/events/check-in/attending.server.ts";
import { readCheckIn } from "#app/events/check-in/check-in-form.ts";
import { openDesk, readDesk } from "#app/events/check-in/desk-page.server.ts";
import type { Db } from "#db/client.server.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createEvent, createRegistration } from "#test/support/events.ts";
import { createOrganisation, createPerson, viewerOf } from "#test/support/factories.ts";
import { at, done, doorOf, memberOf } from "./scene.ts";

type Door = Awaited<ReturnType<typeof doorOf>>;

const look = (db: Db, { viewer, event }: Door, query = "", now = at("18:10")) =>
  openDesk(db, { viewer, event, asked: new URLSearchParams(query), now });

describe("the page at the door", () => {
  test("counts all and shows the first fifty, or those who were looked for", async ({ db }) => {
    const door = await doorOf(db);
    for (let n = 0; n < 55; n += 1) await door.register();
    const person = await createPerson(db, { name: "渡辺 健", reading: "わたなべ けん" });
    await door.register("confirmed", viewerOf(person));
    done(await door.scan({ personId: person.id }));
    done(await door.scan({ guest: { name: "飛び入り 花子", affiliation: "花子商店" } }));
    const whole = await look(db, door);
    expect(whole.first.figures).toEqual({ came: 2, confirmed: 56, walkIns: 1 });
    expect(whole.first.guests.length + whole.first.came.length).toBeLessThanOrEqual(52);
    expect(whole.total).toBe(57);
    const found = await look(db, door, "q=ワタナベ");
    expect(found.first.guests).toMatchObject([{ personId: person.id, state: "confirmed" }]);
    expect(found.first.came).toMatchObject([{ personId: person.id, byName: door.viewer.name }]);
    expect(found.total).toBe(1);
    const guest = await look(db, door, "q=花子商店");
    expect(guest.first.came).toMatchObject([{ personId: null, organisation: "花子商店" }]);
  });

  test("stays quick with five thousand guests", async ({ db }) => {
    const door = await doorOf(db);
    const by = door.viewer.id;
    await db.execute(sql`
      with crowd as (insert into people (handle, name, reading, created_at, updated_at)
        select 'crowd-' || n, '参加 太郎' || n, 'さんか たろう' || n, now(), now()
        from generate_series(1, 5000) n returning id)
      insert into registrations (event_id, ticket_type_id, person_id, applied_by, applied_at, state,
        confirmed_at, code)
      select ${door.event.id}, ${door.ticket.id}, id, ${by}, now(), 'confirmed', now(),
        translate(upper(lpad(to_hex(id), 8, '0')), 'ILOU', '1101') from crowd`);
    const begun = performance.now();
    const page = await look(db, door, "q=太郎4321");
    expect(performance.now() - begun).toBeLessThan(1_500);
    expect(page).toMatchObject({ total: 1, first: { figures: { confirmed: 5_000 } } });
    const of = { viewer: door.viewer, eventId: door.event.id, now: at("18:10") };
    const whole = await readDesk(db, { ...of, since: null });
    expect(JSON.stringify(whole).length).toBeLessThan(1_200_000);
  });

  test("a scanned address shows its person; an unknown one nobody", async ({ db }) => {
    const door = await doorOf(db);
    const { person, registration } = await door.register();
    await door.register();
    const spot = await look(db, door, `code=${registration.code}`);
    expect(spot).toMatchObject({ spot: person.id, first: { guests: [{ personId: person.id }] } });
    expect(await look(db, door, "code=ZZZZZZZZ")).toMatchObject({ spot: null });
    expect((await look(db, door)).spot).toBeUndefined();
  });

  test("says when nobody can be checked in", async ({ db }) => {
    const door = await doorOf(db);
    expect((await look(db, door)).closed).toBeNull();
    const early = await look(db, door, "", new Date("2026-05-20T00:00:00Z"));
    expect(early.closed).toBe("too-early");
  });

  test("looks up walk-ins among those who are not on the list", async ({ db }) => {
    const door = await doorOf(db);
    const named = async (name: string) => viewerOf(await createPerson(db, { name }));
    const [free, applied, ended, there] = [
      await named("飛入 一"),
      await named("飛入 二"),
      await named("飛入 三"),
      await named("飛入 四"),
    ];
    await door.register("waitlisted", applied);
    await door.register("cancelled", ended);
    done(await door.scan({ personId: there.id }, { way: "walk-in" }));
    const { walkIn } = await look(db, door, "person=飛入");
    expect(walkIn.found.map(({ personId }) => personId).sort()).toEqual([free.id, ended.id].sort());
  });

  test("organisers who are not staff do not learn what people keep to themselves", async ({
    db,
  }) => {
    const [ours, theirs] = [await createOrganisation(db), await createOrganisation(db)];
    const person = await createPerson(db, { organisationId: ours.id });
    const organiser = viewerOf(person, ours, { isSupporter: true });
    const event = await createEvent(db, { organiser, startsAt: at("18:00"), endsAt: at("20:00") });
    const door = await doorOf(db);
    const hidden = { showsOrganisation: false };
    const people = [
      await createPerson(db, { organisationId: theirs.id, ...hidden }),
      await createPerson(db, { organisationId: ours.id, ...hidden }),
      await createPerson(db, { organisationId: theirs.id }),
    ];
    for (const one of people) {
      await createRegistration(db, { event, ticket: door.ticket, person: one });
    }
    const companies = async (viewer: typeof organiser) => {
      const { first } = await openDesk(db, {
        viewer,
        event,
        asked: new URLSearchParams(),
        now: at("18:10"),
      });
      const of = new Map(first.guests.map((guest) => [guest.personId, guest.organisation]));
      return people.map(({ id }) => of.get(id));
    };
    expect(await companies(organiser)).toEqual(["", ours.name, theirs.name]);
    expect(await companies(door.viewer)).toEqual([theirs.name, ours.name, theirs.name]);
  });

  test("phones are told what changed since they asked last", async ({ db }) => {
    const door = await doorOf(db);
    const [one, two] = [await door.register(), await door.register()];
    const of = { viewer: door.viewer, eventId: door.event.id };
    const first = done(await door.scan({ personId: one.person.id }, { now: at("18:00") }));
    const whole = await readDesk(db, { ...of, since: null, now: at("18:05") });
    expect(whole).toMatchObject({ came: [{ personId: one.person.id }] });
    expect("guests" in whole && whole.guests).toHaveLength(2);
    // A little earlier, for what was under way.
    expect(whole.next).toBe("2026-06-01T09:04:30.000Z");
    done(await door.scan({ personId: two.person.id }, { at: at("17:50"), now: at("18:06") }));
    const { attendanceId } = first.arrival;
    done(await undoAttendance(db, { ...of, attendanceId, now: at("18:07") }));
    const changes = await readDesk(db, { ...of, since: whole.next, now: at("18:10") });
    expect(changes).toMatchObject({
      came: [{ personId: two.person.id, at: at("17:50").toISOString() }],
      undone: [attendanceId],
    });
    const none = await readDesk(db, { ...of, since: at("18:08").toISOString(), now: at("18:10") });
    expect(none).toMatchObject({ came: [], undone: [] });
  });
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("what a page tells", () => {
  const key = { key: "k" };
  test.for([
    [
      { ...key, way: "list", personId: "12" },
      { personId: 12, way: "list" },
    ],
    [
      { ...key, way: "qr", code: " ab cd " },
      { code: "ab cd", way: "qr" },
    ],
    [
      { ...key, way: "walk-in", guestName: " 飛び入り　花子 ", guestAffiliation: "" },
      { guest: { name: "飛び入り　花子", affiliation: "" } },
    ],
    [
      { ...key, way: "list", personId: "1", at: "2026-06-01T09:00:00.000Z" },
      { at: new Date("2026-06-01T09:00:00Z") },
    ],
  ] as const)("%j", ([fields, expected]) => {
    expect(readCheckIn(formOf(fields))).toMatchObject(expected);
  });

  test.for([
    {},
    { way: "list", personId: "12" },
    { ...key, way: "self", personId: "12" },
    { ...key, way: "list", personId: "12x" },
    { ...key, way: "list" },
    { key: "k".repeat(65), way: "list", personId: "12" },
  ])("makes no sense: %j", (fields) => {
    expect(readCheckIn(formOf(fields as Record<string, string>))).toBeUndefined();
  });
});

describe("what it is answered", () => {
  test("scripts: who came, since when, or why not", async ({ db }) => {
    const door = await doorOf(db);
    const { person } = await door.register();
    const of = { viewer: door.viewer, eventId: door.event.id };
    const outcome = done(await door.scan({ personId: person.id }));
    const answer = await answerScript(db, { ...of, outcome });
    expect(await answer.json()).toMatchObject({
      attendanceId: outcome.arrival.attendanceId,
      already: false,
      came: { personId: person.id, name: person.name, at: at("18:02").toISOString() },
    });
    const refused = await answerScript(db, { ...of, outcome: { ok: false, reason: "offered" } });
    expect([refused.status, await refused.json()]).toEqual([409, { reason: "offered" }]);
    const { attendanceId } = outcome.arrival;
    done(await undoAttendance(db, { ...of, attendanceId, now: at("18:05") }));
    const late = await answerScript(db, { ...of, outcome });
    expect(await late.json()).toMatchObject({ attendanceId, came: null });
  });

  test("forms: back to the desk with a word, nothing typed lost", async ({ db }) => {
    const door = await doorOf(db);
    const person = await memberOf(db);
    await door.register("confirmed", person);
    const of = { viewer: door.viewer, eventId: door.event.id };
    const told = async (outcome: Parameters<typeof answerForm>[1]["outcome"], fields = {}) => {
      const answer = await answerForm(db, { ...of, outcome, form: formOf(fields) });
      const cookie = decodeURIComponent(answer.headers.get("set-cookie") ?? "");
      return [answer.headers.get("location"), cookie];
    };
    const here = `/events/${door.event.id}/desk`;
    const [to, toast] = await told(await door.scan({ personId: person.id }), { q: "山" });
    expect(to).toBe(`${here}?q=%E5%B1%B1`);
    expect(toast).toContain("check-in:result.welcome");
    expect(toast).toContain("/removal");
    const [, again] = await told(await door.scan({ personId: person.id }));
    expect(again).toContain("check-in:result.already");
    expect(again).toContain("18:02");
    const [back, why] = await told({ ok: false, reason: "unknown-code" }, { code: "ABCD" });
    expect([back, why?.includes("check-in:refused.unknown-code")]).toEqual([
      `${here}?typed=ABCD`,
      true,
    ]);
    expect(deskPath(1, formOf({ guestName: "花子" }), { keepsTyped: true })).toContain("guest=");
  });
});
