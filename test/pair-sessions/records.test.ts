import type { Viewer } from "#app/auth/viewer.ts";
import { decodeCursor } from "#app/lib/cursor.ts";
import { DAY, after as later, MINUTE } from "#app/lib/time.ts";
import { cancelPairSession } from "#app/pair-sessions/changing.server.ts";
import { recordPairSession } from "#app/pair-sessions/recording.server.ts";
import {
  listComingSessions,
  listPastSessions,
  listRecordsOfOrganisation,
} from "#app/pair-sessions/session-list.server.ts";
import { findOwnSession, findPairSession } from "#app/pair-sessions/session-reading.server.ts";
import type { Db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { pairSessions } from "#db/schema/pair-sessions.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson, NOW, viewerOf } from "#test/support/factories.ts";
import { book, guestOf, hostOf, MEETING, TEN } from "./scene.ts";

const OVER = later(TEN, 15 * MINUTE);
const record = {
  shown: "差し込み項目の設定画面を開いた。",
  toRepeat: "プレビューを3件確かめる。",
  nextStep: "来週の案内を自分で送る。",
};

async function scene(db: Db) {
  const [host, guest, stranger] = [await hostOf(db), await guestOf(db), await guestOf(db)];
  const organisation = guest.organisation as NonNullable<Viewer["organisation"]>;
  const leading = await createPerson(db, { organisationId: organisation.id, lead: true });
  const colleague = await createPerson(db, { organisationId: organisation.id });
  return {
    host,
    guest,
    stranger,
    lead: viewerOf(leading, organisation, { isLead: true }),
    colleague: viewerOf(colleague, organisation),
    foreignLead: { ...stranger, isLead: true },
    staff: viewerOf(await createPerson(db, { role: "staff" })),
    sessionId: await book(db, guest, host, { topic: "件名の差し込み\n空になる" }),
  };
}

const write = (
  db: Db,
  viewer: Viewer,
  sessionId: number,
  {
    now = OVER,
    version = 0,
    ...words
  }: Partial<typeof record> & { now?: Date; version?: number } = {},
) => recordPairSession(db, { viewer, sessionId, record: { ...record, ...words }, version, now });

describe("a session", () => {
  test("is seen by its two and by staff; by leads of the guest's company once over", async ({
    db,
  }) => {
    const { host, guest, stranger, lead, colleague, foreignLead, staff, sessionId } =
      await scene(db);
    const see = async (viewer: Viewer, now: Date) =>
      (await findPairSession(db, { viewer, sessionId, now }))?.access;
    for (const now of [NOW, TEN]) {
      expect(await see(host, now)).toBe("host");
      expect(await see(guest, now)).toBe("guest");
      expect(await see(staff, now)).toBe("staff");
      expect(await see(lead, now)).toBeUndefined();
    }
    expect(await see(lead, OVER)).toBe("lead");
    for (const viewer of [stranger, colleague, foreignLead, { ...lead, isLead: false }]) {
      expect(await see(viewer, OVER)).toBeUndefined();
    }
    await cancelPairSession(db, { viewer: guest, sessionId, reason: "x", now: NOW });
    expect(await see(lead, OVER)).toBeUndefined();
    expect(await see(host, OVER)).toBe("host");
  });

  test("tells each no more than is theirs to know", async ({ db }) => {
    const { host, guest, lead, staff, sessionId } = await scene(db);
    await write(db, host, sessionId);
    const view = async (viewer: Viewer, now: Date) => {
      const found = await findPairSession(db, { viewer, sessionId, now });
      if (!found) throw new Error("not seen");
      return found;
    };
    expect((await view(guest, NOW)).meetingUrl).toBe(MEETING);
    expect((await view(host, TEN)).meetingUrl).toBe(MEETING);
    expect((await view(guest, OVER)).meetingUrl).toBeUndefined();
    const forStaff = await view(staff, NOW);
    expect(forStaff.meetingUrl).toBeUndefined();
    expect(forStaff.inside?.topic).toContain("差し込み");
    expect(forStaff.can).toEqual({ cancel: false, move: false, record: false });
    const forLead = await view(lead, OVER);
    expect(forLead.record).toMatchObject(record);
    expect(forLead.inside).toBeUndefined();
    expect(JSON.stringify(forLead)).not.toContain("差し込み\\n空になる");
    expect((await view(guest, NOW)).can).toEqual({ cancel: true, move: true, record: false });
    expect((await view(host, NOW)).can).toEqual({ cancel: true, move: false, record: false });
    expect((await view(host, OVER)).can).toEqual({ cancel: false, move: false, record: true });
  });

  test("goes into the calendars of its two alone", async ({ db }) => {
    const { host, guest, staff, lead, sessionId } = await scene(db);
    const find = (viewer: Viewer) => findOwnSession(db, { personId: viewer.id, sessionId });
    expect((await find(host))?.withName).toBe(guest.name);
    expect((await find(guest))?.withName).toBe(host.name);
    expect([await find(staff), await find(lead)]).toEqual([undefined, undefined]);
  });
});

describe("the record", () => {
  test("is written by the host from the beginning on, and told to the guest once", async ({
    db,
  }) => {
    const { host, guest, staff, stranger, sessionId } = await scene(db);
    const early = await write(db, host, sessionId, { now: later(TEN, -MINUTE) });
    expect(early).toMatchObject({ reason: "not-allowed" });
    for (const viewer of [guest, staff]) {
      expect(await write(db, viewer, sessionId)).toMatchObject({ reason: "not-allowed" });
    }
    expect(await write(db, stranger, sessionId)).toMatchObject({ reason: "not-found" });
    expect(await write(db, host, sessionId, { now: TEN })).toEqual({ ok: true });
    expect(await write(db, host, sessionId, { version: 1, nextStep: "" })).toEqual({ ok: true });
    const seen = await findPairSession(db, { viewer: guest, sessionId, now: OVER });
    expect(seen?.record).toMatchObject({ ...record, nextStep: "", version: 2 });
    expect(seen?.inside?.history.map(({ event }) => event)).toEqual([
      "booked",
      "recorded",
      "recorded",
    ]);
    const told = await db.select().from(notifications);
    const ofRecord = told.filter(({ kind }) => kind === "pair-session-recorded");
    expect(ofRecord.map(({ personId }) => personId)).toEqual([guest.id]);
  });

  test("that was saved elsewhere meanwhile is not overwritten", async ({ db }) => {
    const { host, sessionId } = await scene(db);
    await write(db, host, sessionId, { shown: "別の画面" });
    for (const version of [0, 2]) {
      expect(await write(db, host, sessionId, { version })).toMatchObject({
        reason: "stale",
        stored: { shown: "別の画面", version: 1 },
      });
    }
  });
});

describe("the lists", () => {
  test("part what is to come from what is over, page by page", async ({ db }) => {
    const { host, guest, sessionId } = await scene(db);
    const rows = Array.from({ length: 45 }, (_, index) => ({
      uid: `past-${index}`,
      hostId: host.id,
      guestId: guest.id,
      topic: `過去 ${index}`,
      // Two of each moment, one of them called off.
      startsAt: later(TEN, -(10 + Math.floor(index / 2)) * DAY),
      bookedAt: NOW,
      ...(index % 2 === 1 && { cancelledAt: NOW, cancelledBy: guest.id, cancelReason: "x" }),
    }));
    await db.insert(pairSessions).values(rows);
    const coming = await listComingSessions(db, { personId: host.id, now: NOW });
    expect(coming).toMatchObject([
      { id: sessionId, role: "host", headline: "件名の差し込み", phase: "coming" },
    ]);
    expect(coming[0]?.with.name).toBe(guest.name);
    expect(
      await listComingSessions(db, { personId: guest.id, now: later(TEN, MINUTE) }),
    ).toMatchObject([{ phase: "running", role: "guest" }]);
    expect(await listComingSessions(db, { personId: guest.id, now: OVER })).toEqual([]);
    const seen: number[] = [];
    let next: string | undefined;
    do {
      const cursor = decodeCursor(next, ["number", "number"]);
      const page = await listPastSessions(db, { personId: guest.id, now: NOW, after: cursor });
      seen.push(...page.rows.map(({ id }) => id));
      next = page.next;
    } while (next);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });

  test("show leads the records of their company, without their own sessions", async ({ db }) => {
    const { host, lead, colleague, foreignLead, sessionId } = await scene(db);
    const list = async (viewer: Viewer, now = OVER) =>
      (await listRecordsOfOrganisation(db, { viewer, now })).rows;
    expect(await list(lead)).toEqual([]);
    await write(db, host, sessionId);
    expect(await list(lead)).toMatchObject([{ id: sessionId, nextStep: record.nextStep }]);
    expect(await list(colleague)).toEqual([]);
    expect(await list(foreignLead)).toEqual([]);
  });
});
