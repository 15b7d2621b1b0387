import { eq } from "drizzle-orm";
import {
  endOtherSessions,
  endSession,
  listSessions,
  purgeExpiredSessions,
  resumeSession,
  startSession,
} from "#app/auth/sessions.server.ts";
import { DAY, MINUTE } from "#app/lib/time.ts";
import { sessions } from "#db/schema/auth.ts";
import { suspensions } from "#db/schema/people.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createOrganisation, createPerson, NOW } from "#test/support/factories.ts";
import { at, CLIENT, requestWith, signedInRequest } from "./support.ts";

describe("a session", () => {
  test("gives the viewer pages need", async ({ db }) => {
    const organisation = await createOrganisation(db, { name: "株式会社みずほ堂" });
    const person = await createPerson(db, { organisationId: organisation.id, lead: true });
    const viewer = await resumeSession(db, {
      request: await signedInRequest(db, person.id),
      now: NOW,
    });
    expect(viewer).toMatchObject({
      id: person.id,
      handle: person.handle,
      role: "member",
      organisation: { id: organisation.id, name: "株式会社みずほ堂" },
      isLead: true,
      unreadCount: 0,
    });
  });

  test("of staff has no organisation", async ({ db }) => {
    const person = await createPerson(db, { role: "staff" });
    const viewer = await resumeSession(db, {
      request: await signedInRequest(db, person.id),
      now: NOW,
    });
    expect(viewer).toMatchObject({ role: "staff", organisation: null, isLead: false });
  });

  test("is stored as a hash: the cookie's secret is nowhere in the table", async ({ db }) => {
    const person = await createPerson(db);
    const cookie = await startSession(db, { personId: person.id, now: NOW, ...CLIENT });
    const secret = /^portal-session=([\w-]+);/.exec(cookie)?.[1] ?? "";
    const [row] = await db.select().from(sessions);
    expect(secret.length).toBeGreaterThan(30);
    expect(row?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  test("is not opened by the stored hash", async ({ db }) => {
    const person = await createPerson(db);
    await startSession(db, { personId: person.id, now: NOW, ...CLIENT });
    const [row] = await db.select().from(sessions);
    const request = requestWith(`portal-session=${row?.id}`);
    expect(await resumeSession(db, { request, now: NOW })).toBeUndefined();
  });

  test("sets an HttpOnly cookie for the whole site", async ({ db }) => {
    const person = await createPerson(db);
    const cookie = await startSession(db, { personId: person.id, now: NOW, ...CLIENT });
    expect(cookie).toMatch(/; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test("does not open for no cookie, or one that is nonsense", async ({ db }) => {
    for (const cookie of ["", "portal-session=", "portal-session=%E0%A4%A", "portal-session=a b"]) {
      const request = new Request("http://localhost:3000/", { headers: { cookie } });
      expect(await resumeSession(db, { request, now: NOW })).toBeUndefined();
    }
  });
});

describe("the life of a session", () => {
  test("slides by 30 days with use and ends 90 days after login regardless", async ({ db }) => {
    const person = await createPerson(db);
    const request = await signedInRequest(db, person.id);
    for (const day of [29, 58, 87]) {
      expect(await resumeSession(db, { request, now: at(day * DAY) })).toBeDefined();
    }
    const almost = at(90 * DAY - MINUTE);
    expect(await resumeSession(db, { request, now: almost })).toBeDefined();
    expect(await resumeSession(db, { request, now: at(90 * DAY) })).toBeUndefined();
  });

  test("ends after 30 days without use", async ({ db }) => {
    const person = await createPerson(db);
    const request = await signedInRequest(db, person.id);
    expect(await resumeSession(db, { request, now: at(30 * DAY) })).toBeUndefined();
  });

  test("is written down at most every ten minutes", async ({ db }) => {
    const person = await createPerson(db);
    const request = await signedInRequest(db, person.id);
    await resumeSession(db, { request, now: at(9 * MINUTE) });
    const [early] = await db.select().from(sessions);
    expect(early?.lastSeenAt).toEqual(NOW);
    await resumeSession(db, { request, now: at(11 * MINUTE) });
    const [late] = await db.select().from(sessions);
    expect(late?.lastSeenAt).toEqual(at(11 * MINUTE));
    expect(late?.expiresAt).toEqual(at(11 * MINUTE + 30 * DAY));
  });

  test("dies when its person is suspended, and stays dead", async ({ db }) => {
    const person = await createPerson(db);
    const admin = await createPerson(db, { role: "admin" });
    const request = await signedInRequest(db, person.id);
    await db
      .insert(suspensions)
      .values({ personId: person.id, reason: "宣伝", suspendedBy: admin.id, suspendedAt: NOW });
    expect(await resumeSession(db, { request, now: NOW })).toBeUndefined();
    await db.update(suspensions).set({ liftedAt: NOW, liftedBy: admin.id });
    expect(await resumeSession(db, { request, now: NOW })).toBeUndefined();
  });

  test("expired rows are purged, live ones stay", async ({ db }) => {
    const person = await createPerson(db);
    await signedInRequest(db, person.id);
    await signedInRequest(db, person.id, at(20 * DAY));
    await purgeExpiredSessions(db, { now: at(31 * DAY) });
    const left = await db.select().from(sessions);
    expect(left.map((row) => row.createdAt)).toEqual([at(20 * DAY)]);
    await db.update(sessions).set({ endsAt: at(31 * DAY) });
    await purgeExpiredSessions(db, { now: at(31 * DAY) });
    expect(await db.select().from(sessions)).toEqual([]);
  });
});

describe("own sessions", () => {
  test("are listed with where they are used", async ({ db }) => {
    const person = await createPerson(db);
    await signedInRequest(db, person.id, at(-40 * DAY));
    await signedInRequest(db, person.id);
    await signedInRequest(db, (await createPerson(db)).id);
    const list = await listSessions(db, { personId: person.id, now: NOW });
    expect(list).toEqual([expect.objectContaining({ ...CLIENT, createdAt: NOW, lastSeenAt: NOW })]);
  });

  test("end one at a time, or all but the one in use", async ({ db }) => {
    const person = await createPerson(db);
    const here = await signedInRequest(db, person.id);
    const phone = await signedInRequest(db, person.id);
    const desk = await signedInRequest(db, person.id);
    const viewer = await resumeSession(db, { request: here, now: NOW });
    const onPhone = await resumeSession(db, { request: phone, now: NOW });
    const ids = { keepSessionId: viewer?.sessionId, personId: person.id };
    expect(await endSession(db, { personId: person.id, sessionId: onPhone?.sessionId ?? "" })).toBe(
      true,
    );
    expect(await resumeSession(db, { request: phone, now: NOW })).toBeUndefined();
    expect(await resumeSession(db, { request: desk, now: NOW })).toBeDefined();
    expect(await endOtherSessions(db, ids)).toBe(1);
    expect(await resumeSession(db, { request: desk, now: NOW })).toBeUndefined();
    expect(await resumeSession(db, { request: here, now: NOW })).toBeDefined();
  });

  test("of somebody else cannot be ended", async ({ db }) => {
    const [mine, theirs] = [await createPerson(db), await createPerson(db)];
    const request = await signedInRequest(db, theirs.id);
    const [row] = await db.select().from(sessions).where(eq(sessions.userId, theirs.id));
    expect(await endSession(db, { personId: mine.id, sessionId: row?.id ?? "" })).toBe(false);
    expect(await resumeSession(db, { request, now: NOW })).toBeDefined();
  });
});
