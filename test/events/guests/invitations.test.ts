import { eq } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import type { InviteeChoice } from "#app/events/guests/invitations.ts";
import { listCompanyInvitees, searchInvitees } from "#app/events/guests/invitees.server.ts";
import {
  countInvitations,
  inviteToEvent,
  listInvitations,
  withdrawInvitation,
} from "#app/events/guests/inviting.server.ts";
import type { Db } from "#db/client.server.ts";
import { eventInvitations } from "#db/schema/registrations.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createEvent, createRegistration, inviteTo } from "#test/support/events.ts";
import { createOrganisation, createPerson, NOW, viewerOf } from "#test/support/factories.ts";
import { meeting, suspend, told } from "./scene.ts";

const TODAY = "2026-06-01";
const nobody: InviteeChoice = { organisationIds: [], tiers: [], phases: [] };

function invite(
  db: Db,
  { viewer, event, ids }: { viewer: Viewer; event: { id: number }; ids: number[] },
) {
  const message = "ぜひお越しください。";
  return inviteToEvent(db, { viewer, eventId: event.id, personIds: ids, message, now: NOW });
}

describe("inviting people", () => {
  test("makes one invitation of each and tells them once", async ({ db }) => {
    const { staff, event } = await meeting(db, { invitedOnly: true });
    const one = await createPerson(db);
    const two = await createPerson(db);
    const barred = await createPerson(db);
    await suspend(db, barred.id, staff);
    const imported = await createPerson(db, { email: null, emailVerifiedAt: null });
    const seen = (person: typeof one) =>
      openEvent(db, { viewer: viewerOf(person), eventId: event.id, lock: "read" });
    expect(await seen(one)).toEqual({ ok: false, reason: "not-found" });
    const ids = [one.id, barred.id, imported.id];
    expect(await invite(db, { viewer: staff, event, ids })).toEqual({
      ok: true,
      invited: [one.id],
    });
    expect(await invite(db, { viewer: staff, event, ids: [one.id, two.id] })).toEqual({
      ok: true,
      invited: [two.id],
    });
    expect(await told(db, "event-invited")).toEqual([one.id, two.id]);
    expect(await seen(one)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await seen(barred)).toEqual({ ok: false, reason: "not-found" });
  });

  test("leaves out who has applied, and says what became of each", async ({ db }) => {
    const { staff, event, ticket, guest } = await meeting(db);
    const applied = await guest("applied");
    expect(await invite(db, { viewer: staff, event, ids: [applied.person.id] })).toEqual({
      ok: true,
      invited: [],
    });
    const silent = await createPerson(db, { name: "未申込 一" });
    const coming = await createPerson(db, { name: "確定 二" });
    await invite(db, { viewer: staff, event, ids: [silent.id, coming.id] });
    await createRegistration(db, { event, ticket, person: coming, state: "cancelled" });
    await createRegistration(db, { event, ticket, person: coming, state: "confirmed" });
    const { invitations } = await listInvitations(db, { viewer: staff, eventId: event.id });
    const fates = Object.fromEntries(invitations.map(({ person, fate }) => [person.name, fate]));
    expect(fates).toEqual({ "未申込 一": "not-yet", "確定 二": "confirmed" });
    expect(await countInvitations(db, { eventId: event.id })).toEqual({
      invited: 2,
      applied: 1,
      confirmed: 1,
      came: 0,
    });
  });

  test("is taken back, and made again", async ({ db }) => {
    const { staff, event } = await meeting(db, { invitedOnly: true });
    const person = await createPerson(db);
    await invite(db, { viewer: staff, event, ids: [person.id] });
    const [row] = await db
      .select()
      .from(eventInvitations)
      .where(eq(eventInvitations.eventId, event.id));
    const act = { viewer: staff, eventId: event.id, invitationId: row?.id ?? 0, now: NOW };
    expect(await withdrawInvitation(db, act)).toEqual({ ok: true, name: person.name });
    expect(await withdrawInvitation(db, act)).toMatchObject({ ok: true });
    expect(
      await openEvent(db, { viewer: viewerOf(person), eventId: event.id, lock: "read" }),
    ).toEqual({ ok: false, reason: "not-found" });
    const list = () => listInvitations(db, { viewer: staff, eventId: event.id });
    expect((await list()).invitations[0]?.fate).toBe("withdrawn");
    expect(await invite(db, { viewer: staff, event, ids: [person.id] })).toEqual({
      ok: true,
      invited: [person.id],
    });
    expect((await list()).invitations.map(({ fate }) => fate)).toEqual(["not-yet"]);
    expect(await withdrawInvitation(db, { ...act, invitationId: 999_999 })).toEqual({
      ok: false,
      reason: "not-found",
    });
  });

  test("is for those who run it, before it is over; drafts tell nobody yet", async ({ db }) => {
    const person = await createPerson(db);
    const ids = [person.id];
    const { event, organiser, staff } = await meeting(db);
    expect(await invite(db, { viewer: viewerOf(person), event, ids })).toEqual({
      ok: false,
      reason: "not-allowed",
    });
    expect(await invite(db, { viewer: organiser, event, ids })).toMatchObject({ invited: ids });
    const over = await createEvent(db, { cancelledAt: NOW, cancelledBy: staff.id });
    expect(await invite(db, { viewer: staff, event: over, ids })).toEqual({
      ok: false,
      reason: "not-open",
    });
    const draft = await createEvent(db, { published: false });
    expect(await invite(db, { viewer: staff, event: draft, ids })).toMatchObject({
      invited: ids,
    });
    expect(await told(db, "event-invited")).toEqual(ids);
  });

  test("at the same moment by two makes one invitation", { timeout: 60_000 }, async () => {
    const { db, close } = await freshDatabase();
    try {
      const { staff, organiser, event } = await meeting(db);
      const person = await createPerson(db);
      const both = await Promise.all(
        [staff, organiser, staff].map((viewer) => invite(db, { viewer, event, ids: [person.id] })),
      );
      const made = both.flatMap((outcome) => (outcome.ok ? outcome.invited : []));
      expect(made).toEqual([person.id]);
      expect(await told(db, "event-invited")).toEqual([person.id]);
    } finally {
      await close();
    }
  });
});

describe("whom one can invite", () => {
  test("everybody of chosen companies, without those who need no invitation", async ({ db }) => {
    const { staff, organiser, event, home, away, guest } = await meeting(db);
    const free = await createPerson(db, { organisationId: home.id, name: "自由 一" });
    await guest("confirmed");
    const invited = await createPerson(db, { organisationId: home.id });
    await inviteTo(db, { event, person: invited });
    const barred = await createPerson(db, { organisationId: home.id });
    await suspend(db, barred.id, staff);
    await createPerson(db, { organisationId: home.id, email: null, emailVerifiedAt: null });
    const choose = (choice: Partial<InviteeChoice>, viewer = staff) =>
      listCompanyInvitees(db, {
        viewer,
        eventId: event.id,
        choice: { ...nobody, ...choice },
        today: TODAY,
      });
    const ofHome = await choose({ organisationIds: [home.id] });
    expect(ofHome.people.map(({ name }) => name)).toEqual([free.name]);
    expect(ofHome).toMatchObject({ total: 1, invited: 1, registered: 1 });
    expect((await choose({ organisationIds: [home.id, away.id], tiers: ["3"] })).people).toEqual([
      expect.objectContaining({ personId: organiser.id }),
    ]);
    expect((await choose({ phases: ["established"] })).total).toBe(1);
    expect(await choose({})).toMatchObject({ total: 0 });
    // What staff keep about companies is not for customers, whatever they run.
    expect((await choose({ organisationIds: [home.id] }, organiser)).total).toBe(0);
  });

  test("by tier or phase, companies under contract alone", async ({ db }) => {
    const { staff, event } = await meeting(db);
    const left = await createOrganisation(db, { tier: "1", contractEndsOn: "2026-05-31" });
    const stays = await createOrganisation(db, { tier: "1", contractEndsOn: TODAY });
    await createPerson(db, { organisationId: left.id });
    const staying = await createPerson(db, { organisationId: stays.id });
    const choose = (choice: Partial<InviteeChoice>) =>
      listCompanyInvitees(db, {
        viewer: staff,
        eventId: event.id,
        choice: { ...nobody, ...choice },
        today: TODAY,
      });
    expect((await choose({ tiers: ["1"] })).people.map(({ personId }) => personId)).toEqual([
      staying.id,
    ]);
    expect((await choose({ tiers: ["1"], organisationIds: [left.id] })).total).toBe(1);
  });

  test("by name, with what they have to do with it already", async ({ db }) => {
    const { organiser, event, home, guest } = await meeting(db);
    await createPerson(db, { name: "渡辺 一", reading: "わたなべ いち", organisationId: home.id });
    const invited = await createPerson(db, { name: "渡辺 二", reading: "わたなべ に" });
    await inviteTo(db, { event, person: invited });
    await guest("waitlisted", { name: "渡辺 三", reading: "わたなべ さん" });
    const search = async (q: string) =>
      (await searchInvitees(db, { viewer: organiser, eventId: event.id, q })).map(
        ({ person, standing }) => [person.name, standing],
      );
    expect(await search("ワタナベ")).toEqual([
      ["渡辺 一", "free"],
      ["渡辺 三", "registered"],
      ["渡辺 二", "invited"],
    ]);
    expect(await search("")).toEqual([]);
  });
});
