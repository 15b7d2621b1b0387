import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { addOrganiser, removeOrganiser } from "#app/events/organising/organisers.server.ts";
import {
  acceptProposal,
  declineProposal,
  listProposals,
  proposeTalk,
  withdrawProposal,
} from "#app/events/organising/proposals.server.ts";
import { createSeries, findSeries } from "#app/events/organising/series.server.ts";
import {
  addSession,
  addSpeaker,
  editSession,
  listSpeakersOf,
  removeSession,
} from "#app/events/organising/timetable.server.ts";
import { firstGap, timetableRefusal } from "#app/events/organising/timetable.ts";
import { DAY, HOUR, after as later, MINUTE } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import { notifications } from "#db/schema/notifications.ts";
import { cast } from "#test/questions/cast.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createEvent } from "#test/support/events.ts";
import { NOW, START } from "./scene.ts";

async function scene(db: Db) {
  const people = await cast(db);
  const event = await createEvent(db, { startsAt: START, proposalsCloseAt: later(START, -DAY) });
  const act = { viewer: people.staff, eventId: event.id, now: NOW };
  const session = (minutesIn: number, minutes: number, track = "") => ({
    title: "発表",
    description: "",
    track,
    startsAt: later(START, minutesIn * MINUTE),
    minutes,
  });
  return { ...people, event, act, session };
}

describe("the timetable", () => {
  test("has no overlaps and ends with its event", async ({ db }) => {
    const { act, session } = await scene(db);
    const add = (content: ReturnType<typeof session>) => addSession(db, { ...act, content });
    expect(await add(session(30, 30))).toMatchObject({ ok: true });
    expect(await add(session(45, 30))).toMatchObject({ reason: "overlap" });
    expect(await add(session(-10, 10))).toMatchObject({ reason: "before-the-beginning" });
    expect(await add(session(100, 30))).toMatchObject({ reason: "beyond-the-end" });
    expect(await add(session(60, 30, "A"))).toMatchObject({ ok: true });
    expect(await add(session(60, 30, "B"))).toMatchObject({ ok: true });
    expect(await add(session(60, 30, "A"))).toMatchObject({ reason: "overlap" });
    // What is for everybody leaves no room beside it.
    expect(await add(session(70, 10))).toMatchObject({ reason: "overlap" });
  });

  test("is not overwritten unseen", async ({ db }) => {
    const { act, session } = await scene(db);
    const added = await addSession(db, { ...act, content: session(0, 30) });
    if (!added.ok) throw new Error(added.reason);
    const edit = { ...act, sessionId: added.sessionId, content: session(10, 30) };
    expect(await editSession(db, { ...edit, version: 1 })).toEqual({ ok: true });
    expect(await editSession(db, { ...edit, version: 1 })).toEqual({ ok: false, reason: "stale" });
    const remove = { ...act, sessionId: added.sessionId };
    expect(await removeSession(db, remove)).toEqual({ ok: true });
    expect(await removeSession(db, remove)).toEqual({ ok: false, reason: "not-found" });
  });

  test("names people once, and guests", async ({ db }) => {
    const { act, session, asker } = await scene(db);
    const added = await addSession(db, { ...act, content: session(0, 30) });
    if (!added.ok) throw new Error(added.reason);
    const name = { ...act, sessionId: added.sessionId };
    const byId = { ...name, speaker: { personId: asker.id } };
    expect(await addSpeaker(db, byId)).toEqual({ ok: true });
    expect(await addSpeaker(db, byId)).toEqual({ ok: false, reason: "already-speaking" });
    expect(await addSpeaker(db, { ...name, speaker: { personId: 999_999 } })).toMatchObject({
      reason: "unknown-person",
    });
    const guest = { name: "招待 太郎", affiliation: "外部" };
    expect(await addSpeaker(db, { ...name, speaker: guest })).toEqual({ ok: true });
    const speakers = await listSpeakersOf(db, added.sessionId);
    expect(speakers.map(({ name }) => name)).toEqual([asker.name, guest.name]);
    const told = await db
      .select()
      .from(notifications)
      .where(and(eq(notifications.personId, asker.id), eq(notifications.kind, "speaker-named")));
    expect(told).toHaveLength(1);
  });

  test("the first gap is one that fits, and the earliest", () => {
    const spans = fc.array(
      fc.record({
        startsAfter: fc.integer({ min: 0, max: 100 }),
        minutes: fc.integer({ min: 1, max: 40 }),
        track: fc.constantFrom("", "A"),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 60 }), (sessions, minutes) => {
        const total = 120;
        const gap = firstGap(sessions, minutes, total);
        expect(gap).toBe(firstOf(sessions, minutes, total));
        if (gap === undefined) return;
        const others = sessions.map((session, id) => ({ ...session, id }));
        const talk = { startsAfter: gap, minutes, track: "" };
        expect(timetableRefusal(talk, others, total)).toBeUndefined();
      }),
    );
  });
});

/** The earliest minute from which nothing else takes place, found by trying each. */
function firstOf(
  sessions: { startsAfter: number; minutes: number }[],
  minutes: number,
  total: number,
): number | undefined {
  for (let from = 0; from + minutes <= total; from += 1) {
    const isFree = sessions.every(
      (other) => other.startsAfter + other.minutes <= from || from + minutes <= other.startsAfter,
    );
    if (isFree) return from;
  }
  return undefined;
}

describe("the call for speakers", () => {
  const talk = { title: "差し込みの工夫", abstract: "毎月の作業を減らしました。", minutes: 30 };

  test("an accepted talk is a session with its speaker, who hears of it", async ({ db }) => {
    const { act, asker } = await scene(db);
    const proposed = await proposeTalk(db, { ...act, viewer: asker, talk });
    if (!proposed.ok) throw new Error(proposed.reason);
    const { proposalId } = proposed;
    const decide = { ...act, proposalId, note: "楽しみにしています。" };
    expect(await acceptProposal(db, { ...decide, viewer: asker })).toMatchObject({
      reason: "not-allowed",
    });
    const accepted = await acceptProposal(db, decide);
    if (!accepted.ok) throw new Error(accepted.reason);
    const speakers = await listSpeakersOf(db, accepted.sessionId);
    expect(speakers.map(({ personId }) => personId)).toEqual([asker.id]);
    expect(await acceptProposal(db, decide)).toMatchObject({ reason: "decided" });
    expect(await declineProposal(db, decide)).toMatchObject({ reason: "decided" });
    const own = { ...act, viewer: asker, proposalId };
    expect(await withdrawProposal(db, own)).toEqual({ ok: false, reason: "decided" });
    const told = await db
      .select()
      .from(notifications)
      .where(eq(notifications.kind, "talk-accepted"));
    expect(told).toMatchObject([{ personId: asker.id }]);
  });

  test("takes talks in its time, so many, and gives them back", async ({ db }) => {
    const { act, event, asker, stranger } = await scene(db);
    const own = { ...act, viewer: asker, talk };
    expect(await proposeTalk(db, { ...own, now: later(START, -HOUR) })).toMatchObject({
      reason: "closed",
    });
    const ids = [];
    for (let n = 0; n < 5; n += 1) {
      const proposed = await proposeTalk(db, own);
      if (proposed.ok) ids.push(proposed.proposalId);
    }
    expect(ids).toHaveLength(5);
    expect(await proposeTalk(db, own)).toMatchObject({ reason: "too-many" });
    const [proposalId = 0] = ids;
    const foreign = { ...act, viewer: stranger, proposalId };
    expect(await withdrawProposal(db, foreign)).toEqual({ ok: false, reason: "not-found" });
    expect(await withdrawProposal(db, { ...act, viewer: asker, proposalId })).toEqual({ ok: true });
    expect(await acceptProposal(db, { ...act, proposalId, note: "" })).toMatchObject({
      reason: "withdrawn",
    });
    expect(await proposeTalk(db, own)).toMatchObject({ ok: true });
    expect(await listProposals(db, { eventId: event.id })).toHaveLength(6);
    await db.update(events).set({ proposalsCloseAt: null }).where(eq(events.id, event.id));
    expect(await proposeTalk(db, { ...own, viewer: stranger })).toMatchObject({ reason: "closed" });
  });

  test("a talk for which there is no room stays undecided", async ({ db }) => {
    const { act, asker, session } = await scene(db);
    await addSession(db, { ...act, content: session(0, 110) });
    const proposed = await proposeTalk(db, { ...act, viewer: asker, talk });
    if (!proposed.ok) throw new Error(proposed.reason);
    const decide = { ...act, proposalId: proposed.proposalId, note: "" };
    expect(await acceptProposal(db, decide)).toMatchObject({ reason: "no-room" });
    expect(await declineProposal(db, decide)).toEqual({ ok: true });
  });
});

test("only who may organise is named organiser", async ({ db }) => {
  const { act, asker, admin } = await scene(db);
  expect(await addOrganiser(db, { ...act, personId: asker.id })).toEqual({
    ok: false,
    reason: "no-permission",
  });
  expect(await addOrganiser(db, { ...act, personId: admin.id })).toMatchObject({ ok: true });
  expect(await addOrganiser(db, { ...act, personId: admin.id })).toMatchObject({ ok: true });
  expect(await removeOrganiser(db, { ...act, personId: admin.id })).toEqual({ ok: true });
  expect(await removeOrganiser(db, { ...act, personId: admin.id })).toMatchObject({
    reason: "not-found",
  });
});

test("a series shows what its reader may see, and is not there otherwise", async ({ db }) => {
  const { staff, asker } = await cast(db);
  const act = { actorId: staff.id, now: NOW };
  const series = { name: "月例会", description: "" };
  const created = await createSeries(db, { ...act, series });
  if (!created.ok) throw new Error(created.reason);
  const { seriesId } = created;
  const find = (viewer: typeof asker | undefined) => findSeries(db, { viewer, seriesId, now: NOW });
  expect(await find(asker)).toBeUndefined();
  expect(await find(staff)).toMatchObject({ events: [] });
  await createEvent(db, { seriesId, scope: "customers" });
  await createEvent(db, { seriesId, published: false });
  expect((await find(asker))?.events).toHaveLength(1);
  expect((await find(staff))?.events).toHaveLength(2);
  expect(await find(undefined)).toBeUndefined();
});
